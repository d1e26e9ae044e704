package org.mtgtracker.running;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator looks at: health, metrics, the description of the API, the log. */
@ExtendWith(SharedTracker.class)
class ObservabilityIT {
    private final RunningTracker tracker;
    private final Api api;

    ObservabilityIT(RunningTracker tracker) {
        this.tracker = tracker;
        this.api = tracker.api();
    }

    @ParameterizedTest
    @CsvSource({"live, threads", "ready, databases", "ready, draining", "started, schema"})
    void health_is_up_and_names_our_own_check(String kind, String check) {
        JsonNode health = api.json("/health/" + kind);

        assertThat(health.path("status").asText()).isEqualTo("UP");
        assertThat(health.path("checks").findValuesAsText("name")).contains(check);
    }

    @Test
    void readiness_tells_of_both_databases_and_where_reads_go() {
        await().atMost(30, SECONDS).untilAsserted(() -> {
            JsonNode data = databases();
            assertThat(data.path("primary").asText()).isEqualTo("up");
            assertThat(data.path("replica").asText()).isEqualTo("up");
            assertThat(data.path("reading").asText()).isEqualTo("replica");
        });
    }

    private JsonNode databases() {
        for (JsonNode check : api.json("/health/ready").path("checks")) {
            if (check.path("name").asText().equals("databases")) {
                return check.path("data");
            }
        }
        throw new AssertionError("No check called databases");
    }

    @Test
    void requests_are_counted_by_method_route_and_status_in_buckets() {
        String unknown = "/api/v2/cards/" + UUID.randomUUID();
        double before = count("/api/v2/cards/{id}", 404);

        api.get(unknown);
        api.get(unknown);

        assertThat(count("/api/v2/cards/{id}", 404)).isEqualTo(before + 2);
        assertThat(metrics())
                .anyMatch(line -> line.startsWith("tracker_http_requests_bucket{")
                        && line.contains("route=\"/api/v2/cards/{id}\"")
                        && line.contains("le=\"0.05\""));
    }

    @Test
    void an_address_that_is_nowhere_makes_no_series_of_its_own() {
        String word = "nowhere-" + UUID.randomUUID();

        assertThat(api.get("/api/v2/" + word).statusCode()).isEqualTo(404);
        assertThat(api.get("/" + word).statusCode()).isEqualTo(404);

        assertThat(metrics()).noneMatch(line -> line.contains(word));
    }

    private double count(String route, int status) {
        return metrics()
                .filter(line -> line.startsWith("tracker_http_requests_count{")
                        && line.contains("method=\"GET\"")
                        && line.contains("route=\"" + route + "\"")
                        && line.contains("status=\"" + status + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bulk", "search", "collection", "listing", "auth"})
    void each_workload_shows_how_busy_its_two_pools_are(String workload) {
        for (String role : List.of("primary", "replica")) {
            for (String figure : List.of("used", "free", "waiting")) {
                assertThat(metrics())
                        .as("%s of %s %s", figure, workload, role)
                        .anyMatch(line -> line.startsWith("tracker_pool_" + figure + "{")
                                && line.contains("pool=\"" + workload + role + "\""));
            }
        }
    }

    @Test
    void a_pool_that_is_used_shows_its_connections() {
        // the watch over the databases uses it every second
        await().atMost(30, SECONDS)
                .untilAsserted(() -> assertThat(figure("free", "authprimary") + figure("used", "authprimary"))
                        .isPositive());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bitmaps", "numbers", "orders", "prices", "ids", "text.oracle"})
    void each_structure_of_the_search_index_shows_its_size(String structure) {
        assertThat(metrics())
                .anyMatch(line -> line.startsWith("tracker_search_index_structure_bytes{")
                        && line.contains("structure=\"" + structure + "\"")
                        && Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)) > 1000);
    }

    private double figure(String name, String pool) {
        return metrics()
                .filter(line -> line.startsWith("tracker_pool_" + name + "{") && line.contains("\"" + pool + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private Stream<String> metrics() {
        HttpResponse<String> response = api.get("/metrics?scope=application");
        assertThat(response.statusCode()).isEqualTo(200);
        return response.body().lines();
    }

    @Test
    void the_description_lists_the_resources_and_nothing_else() {
        JsonNode paths = Api.parsed(api.get("/openapi?format=json").body()).path("paths");

        assertThat(paths.fieldNames())
                .toIterable()
                .contains("/api/v2/cards", "/api/v2/cards/{id}", "/api/v2/catalogue", "/api/v2/imports")
                .allMatch(path -> path.startsWith("/api/v2/") || path.startsWith("/api/v1/"));
    }

    @Test
    void those_who_know_the_baseline_find_health_and_readiness_where_they_look() {
        assertThat(api.get("/health").statusCode()).isEqualTo(200);
        assertThat(api.json("/ready").path("status").asText()).isEqualTo("ready");
        assertThat(api.json("/ready").path("database").asText()).isEqualTo("connected");
    }

    @Test
    void an_answer_carries_the_id_that_its_request_brought() {
        HttpResponse<String> response = api.get("/api/v2/catalogue", "X-Request-Id", "brought-along");

        assertThat(response.headers().allValues("X-Request-Id")).containsExactly("brought-along");
    }

    @ParameterizedTest
    @ValueSource(strings = {"with space", "<script>", "ü"})
    void an_id_that_is_none_is_replaced(String id) {
        HttpResponse<String> response = api.get("/api/v2/catalogue", "X-Request-Id", id);

        assertThat(response.headers().firstValue("X-Request-Id"))
                .hasValueSatisfying(own -> assertThat(own).matches("[0-9a-f-]{36}"));
    }

    @Test
    void the_log_has_the_id_of_the_request_that_asked_for_an_import() {
        String id = "import-" + UUID.randomUUID();
        HttpResponse<String> response = Imports.of(tracker)
                .started(TrackerCommand.folder("shared").resolve("log.jsonl").toString(), id);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);

        await("a line with the request's id").atMost(30, SECONDS).until(() -> lines().filter(
                        line -> line.startsWith("{"))
                .map(Api::parsed)
                .anyMatch(line -> line.path("requestId").asText().equals(id)));
    }

    @Test
    void every_line_of_the_log_is_a_json_object_with_time_level_and_message() {
        assertThat(lines().map(Api::parsed)).isNotEmpty().allSatisfy(line -> {
            assertThat(line.path("time").asText()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
            assertThat(line.path("level").asText()).isNotEmpty();
            assertThat(line.has("message")).isTrue();
        });
    }

    private Stream<String> lines() {
        try {
            List<String> lines = Files.readAllLines(tracker.log());
            // the last one may be half written
            return lines.subList(0, lines.size() - 1).stream();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
