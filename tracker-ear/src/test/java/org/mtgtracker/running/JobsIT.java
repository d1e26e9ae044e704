package org.mtgtracker.running;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Jobs by the administrator: who may, and what is told of them. */
@ExtendWith(SharedTracker.class)
class JobsIT {
    private final RunningTracker tracker;
    private final Api admin;
    private final Jobs jobs;

    JobsIT(RunningTracker tracker) {
        this.tracker = tracker;
        this.admin = tracker.asAdmin();
        this.jobs = new Jobs(admin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v2/jobs",
                "/api/v2/jobs/history",
                "/api/v2/jobs/history/runs",
                "/api/v2/jobs/history/runs/1",
                "/api/v2/jobs/nonsense"
            })
    void nobody_sees_them_without_a_key(String path) {
        HttpResponse<String> response = tracker.api().get(path);

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(tracker.api().withKey("mtg_nonsense").get(path).statusCode()).isEqualTo(401);
    }

    @Test
    void nobody_starts_one_without_a_key() {
        assertThat(new Jobs(tracker.api()).start("history").statusCode()).isEqualTo(401);
    }

    @Test
    void all_jobs_are_listed_with_their_schedules() {
        JsonNode list = admin.json("/api/v2/jobs");

        assertThat(list.path("total").asInt()).isEqualTo(list.path("data").size());
        assertThat(list.path("data").findValuesAsText("name")).contains("history");
        JsonNode history = jobs.job("history");
        assertThat(history.path("uri").asText()).isEqualTo("/api/v2/jobs/history");
        assertThat(history.path("schedule").asText()).isEqualTo("daily at 03:00 (UTC)");
        assertThat(Instant.parse(history.path("nextDueAt").asText())).isAfter(Instant.now());
    }

    @Test
    void a_job_is_started_and_its_run_is_told_to_its_end() {
        HttpResponse<String> response = jobs.start("history");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        JsonNode begun = Api.parsed(response.body());
        assertThat(response.headers().firstValue("Location"))
                .contains(begun.path("uri").asText());

        JsonNode run = jobs.ended(begun.path("uri").asText());

        assertThat(run.path("outcome").asText()).as(run.toString()).isEqualTo("succeeded");
        assertThat(run.path("trigger").asText()).isEqualTo("hand");
        assertThat(run.path("job").asText()).isEqualTo("history");
        assertThat(run.path("message").asText()).contains("older than 90 days");
        assertThat(run.has("dueAt")).isFalse();
        assertThat(run.has("argument")).isFalse();
        assertThat(Instant.parse(run.path("finishedAt").asText()))
                .isAfterOrEqualTo(Instant.parse(run.path("startedAt").asText()));
        assertThat(jobs.job("history").path("lastSuccess")).isEqualTo(run);
        assertThat(jobs.job("history").has("running")).isFalse();
        assertThat(jobs.newest("history")).isEqualTo(run);
    }

    @Test
    void what_a_run_logs_carries_the_id_of_the_request_that_started_it() {
        String address = jobs.begun("history", "X-Request-Id", "a-run-by-hand");

        jobs.ended(address);

        String number = address.substring(address.lastIndexOf('/') + 1);
        await().atMost(10, SECONDS).untilAsserted(() -> assertThat(log("Run " + number + " of the job history has"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.path("requestId").asText()).isEqualTo("a-run-by-hand")));
    }

    private List<JsonNode> log(String words) throws IOException {
        try (var lines = Files.lines(tracker.log())) {
            return lines.filter(line -> line.contains(words)).map(Api::parsed).toList();
        }
    }

    @Test
    void runs_are_counted_and_timed_and_the_last_success_is_told() {
        jobs.ended(jobs.begun("history"));

        await().atMost(20, SECONDS).untilAsserted(() -> {
            String metrics = tracker.api().get("/metrics?scope=application").body();
            assertThat(metric(metrics, "tracker_jobs_runs_total{", "outcome=\"succeeded\""))
                    .isPositive();
            assertThat(metric(metrics, "tracker_jobs_duration_seconds_count{", ""))
                    .isPositive();
            assertThat(metric(metrics, "tracker_jobs_last_success", ""))
                    .isGreaterThan(Instant.now().minusSeconds(600).getEpochSecond());
            assertThat(metric(metrics, "tracker_jobs_duration_seconds_bucket{", "le=\"60.0\""))
                    .isPositive();
            // the buckets of requests stay theirs
            assertThat(metric(metrics, "tracker_http_requests_seconds_bucket{", "le=\"0.05\""))
                    .isPositive();
        });
    }

    private static double metric(String metrics, String start, String part) {
        return metrics.lines()
                .filter(line -> line.startsWith(start) && line.contains(part))
                .filter(line -> start.startsWith("tracker_http") || line.contains("job=\"history\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .max()
                .orElse(-1);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v2/jobs/nonsense, 404, unknown-job",
        "/api/v2/jobs/nonsense/runs, 404, unknown-job",
        "/api/v2/jobs/history/runs/999999999, 404, unknown-run",
        "/api/v2/jobs/nonsense/runs/1, 404, unknown-run",
        "/api/v2/jobs/history/runs/first, 400, bad-parameter",
        "/api/v2/jobs/history/runs?limit=0, 400, bad-parameter",
        "/api/v2/jobs/history/runs?limit=101, 400, bad-parameter",
    })
    void what_is_not_there_or_not_allowed_is_a_problem(String path, int status, String type) {
        HttpResponse<String> response = admin.get(path);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(Api.parsed(response.body()).path("type").asText()).isEqualTo("/problems/" + type);
    }

    @Test
    void an_unknown_job_is_not_started_and_those_there_are_named() {
        HttpResponse<String> response = jobs.start("nonsense");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(Api.parsed(response.body()).path("detail").asText()).contains("nonsense", "history");
    }

    @Test
    void a_field_that_means_nothing_is_refused() {
        HttpResponse<String> response = admin.post("/api/v2/jobs/history/runs", "{\"argument\":\"x\"}");

        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(response.body()).contains("argument");
    }

    @Test
    void the_api_is_described() {
        JsonNode description = tracker.api().json("/openapi?format=JSON");

        assertThat(description.path("paths").has("/api/v2/jobs/{name}/runs/{id}"))
                .isTrue();
        assertThat(description
                        .path("components")
                        .path("schemas")
                        .path("JobReport")
                        .path("properties")
                        .has("nextDueAt"))
                .isTrue();
    }
}
