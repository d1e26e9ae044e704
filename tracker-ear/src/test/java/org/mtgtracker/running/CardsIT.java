package org.mtgtracker.running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The demo's cards, as programs get them. */
@ExtendWith(SharedTracker.class)
class CardsIT {
    private final Api api;

    CardsIT(RunningTracker tracker) {
        this.api = tracker.api();
    }

    @Test
    void the_demo_is_there() {
        JsonNode catalogue = api.json("/api/v2/catalogue");

        assertThat(catalogue.path("source").asText()).isEqualTo("demo");
        assertThat(catalogue.path("cards").asInt()).isBetween(1900, 2200);
        assertThat(catalogue.path("sets").asInt()).isGreaterThan(5);
        assertThat(catalogue.path("version").asLong()).isPositive();
    }

    @Test
    void a_card_is_found_by_words_of_its_name_in_any_order_and_case() {
        JsonNode card = anyCard();
        List<String> words = new ArrayList<>(
                List.of(card.path("name").asText().toUpperCase(Locale.ROOT).split("[^\\p{L}]+")));
        Collections.reverse(words);

        JsonNode found = search(String.join(" ", words));

        assertThat(found.path("total").asInt()).isPositive();
        assertThat(found.path("data").findValuesAsText("oracle_id"))
                .contains(card.path("oracle_id").asText());
    }

    @Test
    void words_that_no_card_has_find_nothing() {
        JsonNode found = search("nocardiscalledlikethis");

        assertThat(found.path("total").asInt()).isZero();
        assertThat(found.path("data")).isEmpty();
    }

    @Test
    void all_pages_together_have_every_card_once_in_the_order_of_names() {
        Set<String> ids = new TreeSet<>();
        List<String> names = new ArrayList<>();
        int total = 0;
        String next = "/api/v2/cards?limit=400";
        while (next != null) {
            JsonNode page = api.json(next);
            total = page.path("total").asInt();
            page.path("data").forEach(card -> {
                ids.add(card.path("id").asText());
                names.add(card.path("name").asText().toLowerCase(Locale.ROOT));
            });
            next = page.path("next").asText(null);
        }

        assertThat(total).isGreaterThan(1000);
        assertThat(names).hasSize(total);
        assertThat(ids).hasSize(total);
        assertThat(names.get(0)).isLessThan(names.get(total - 1));
    }

    private JsonNode search(String words) {
        return api.json("/api/v2/cards?q=" + URLEncoder.encode(words, UTF_8));
    }

    private JsonNode anyCard() {
        return api.json("/api/v2/cards?limit=1").path("data").path(0);
    }

    private String anyAddress() {
        return "/api/v2/cards/" + anyCard().path("id").asText();
    }

    @Test
    void a_card_is_answered_by_its_id_and_not_again_to_whoever_has_it() {
        String address = anyAddress();

        HttpResponse<String> first = api.get(address);
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = api.get(address, "If-None-Match", tag);
        HttpResponse<String> other = api.get(address, "If-None-Match", "\"something-else\"");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(Api.parsed(first.body())).isEqualTo(anyCard());
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(other.statusCode()).isEqualTo(200);
    }

    /** The first is answered out of the index, before any resource; the others by the resource. */
    @Test
    void a_card_has_the_same_bytes_and_headers_however_it_is_asked_for() {
        String address = anyAddress();

        api.getBytes(address);
        double before = readyAnswers();
        HttpResponse<byte[]> ready = api.getBytes(address);
        assertThat(readyAnswers()).isGreaterThan(before);
        HttpResponse<byte[]> byResource = api.getBytes(address, "Accept", "application/json, text/plain, */*");

        assertThat(byResource.body()).isEqualTo(ready.body());
        for (String header :
                List.of("Content-Type", "Content-Length", "ETag", "Cache-Control", "Vary", "Content-Security-Policy")) {
            assertThat(byResource.headers().allValues(header))
                    .as(header)
                    .isNotEmpty()
                    .isEqualTo(ready.headers().allValues(header));
        }
        assertThat(ready.headers().map().keySet())
                .containsAll(byResource.headers().map().keySet());
        assertThat(api.get(address + "/").statusCode()).isEqualTo(200);
    }

    private double readyAnswers() {
        return api.get("/metrics?scope=application")
                .body()
                .lines()
                .filter(line -> line.matches("tracker_ready_answers_total\\{.*ready=\"true\".*"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    @Test
    void an_unknown_card_is_a_problem_that_names_it() {
        String id = UUID.randomUUID().toString();

        HttpResponse<String> response = api.get("/api/v2/cards/" + id);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(Api.parsed(response.body()).path("detail").asText()).contains(id);
    }

    @Test
    void an_id_that_is_none_is_refused() {
        HttpResponse<String> response = api.get("/api/v2/cards/abc");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Api.parsed(response.body()).path("detail").asText()).contains("id", "abc", "UUID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1001", "-1", "abc", "", "1.5", "99999999999999999999"})
    void a_limit_that_is_not_allowed_is_named_with_what_is(String limit) {
        HttpResponse<String> response = api.get("/api/v2/cards?limit=" + limit);

        assertThat(response.statusCode()).isEqualTo(400);
        JsonNode problem = Api.parsed(response.body());
        assertThat(problem.path("parameter").asText()).isEqualTo("limit");
        assertThat(problem.path("detail").asText()).contains("\"" + limit + "\"", "1 to 1000");
    }

    @Test
    void answers_are_packed_for_whoever_takes_that() throws IOException {
        HttpResponse<byte[]> plain = api.getBytes("/api/v2/cards?limit=20");
        HttpResponse<byte[]> packed = api.getBytes("/api/v2/cards?limit=20", "Accept-Encoding", "gzip");

        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(packed.body().length).isLessThan(plain.body().length / 2);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
                .isEqualTo(plain.body());
    }

    /** Some days are missing: the demo has gaps, as real histories do. */
    @Test
    void a_card_has_prices_of_the_last_ninety_days() {
        String address = anyAddress() + "/prices";
        await().atMost(180, SECONDS).until(() -> api.json(address).path("total").asInt() >= 80);

        List<LocalDate> days = new ArrayList<>();
        for (JsonNode day : api.json(address).path("data")) {
            days.add(LocalDate.parse(day.path("day").asText()));
            assertThat(day.path("usd").asText()).matches("\\d+\\.\\d\\d");
        }
        assertThat(days).isSorted().doesNotHaveDuplicates();
        assertThat(days.get(days.size() - 1)).isEqualTo(days.get(0).plusDays(89));
    }
}
