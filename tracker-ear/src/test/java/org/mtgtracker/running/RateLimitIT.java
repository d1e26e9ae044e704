package org.mtgtracker.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The usual limits, as clients behind a trusted proxy meet them: each test is one of its own. */
@ExtendWith(SharedTracker.class)
class RateLimitIT {
    private static final String FORWARDED = "X-Forwarded-For";

    private final RunningTracker tracker;
    private final Api api;
    private final String client = anyAddress();

    RateLimitIT(RunningTracker tracker) {
        this.tracker = tracker;
        this.api = tracker.api();
    }

    private static String anyAddress() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return "203.0." + random.nextInt(256) + "." + random.nextInt(256);
    }

    @Test
    void every_answer_tells_what_is_left() {
        HttpResponse<String> card = asked("/api/v2/catalogue");
        HttpResponse<String> search = asked("/api/v2/cards?limit=1");

        assertThat(card.headers().firstValue("RateLimit-Policy")).hasValue("\"general\";q=100;w=900");
        assertThat(card.headers().firstValue("RateLimit").orElse("")).matches("\"general\";r=99;t=(900|89[0-9])");
        assertThat(search.headers().firstValue("RateLimit-Policy"))
                .hasValue("\"general\";q=100;w=900, \"search\";q=30;w=60");
        assertThat(search.headers().firstValue("RateLimit").orElse(""))
                .matches("\"general\";r=98;t=\\d+, \"search\";r=29;t=\\d+");
    }

    @Test
    void trouble_tells_it_too() {
        assertThat(asked("/api/v2/nothing").headers().firstValue("RateLimit")).isPresent();
        assertThat(asked("/api/v2/imports").headers().firstValue("RateLimit")).isPresent();
        assertThat(api.get("/api/v2/catalogue", FORWARDED, client, "X-API-Key", "mtg_wrong_key")
                        .headers()
                        .firstValue("RateLimit")
                        .orElse(""))
                .contains("r=97");
    }

    @Test
    void the_thirty_first_search_in_a_minute_is_refused_and_a_look_at_the_catalogue_is_not() {
        double before = refusals();
        for (int search = 0; search < 30; search++) {
            assertThat(asked("/api/v2/cards?limit=1").statusCode()).isEqualTo(200);
        }

        HttpResponse<String> refused = asked("/api/v2/cards?limit=1");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(Api.parsed(refused.body()).path("type").asText()).isEqualTo("/problems/too-many-requests");
        assertThat(Api.parsed(refused.body()).path("policy").asText()).isEqualTo("search");
        assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 60);
        assertThat(refused.headers().firstValue("RateLimit").orElse("")).contains("\"search\";r=0");
        assertThat(asked("/api/v2/catalogue").statusCode()).isEqualTo(200);
        assertThat(refusals()).isEqualTo(before + 1);
    }

    @Test
    void the_hundred_and_first_request_in_a_quarter_of_an_hour_is_refused_and_others_go_on() {
        for (int request = 0; request < 100; request++) {
            asked("/api/v2/nothing");
        }

        assertThat(asked("/api/v2/catalogue").statusCode()).isEqualTo(429);
        assertThat(api.get("/api/v2/catalogue", FORWARDED, "198.51.100.77").statusCode())
                .isEqualTo(200);
    }

    @Test
    void who_is_known_has_a_limit_of_his_own() {
        HttpResponse<String> answer = tracker.asAdmin().get("/api/v2/whoami", FORWARDED, client);

        assertThat(answer.headers().firstValue("RateLimit-Policy")).hasValue("\"general\";q=10000;w=900");
    }

    @Test
    void a_trusted_client_has_no_limit() {
        assertThat(api.get("/api/v2/catalogue").headers().firstValue("RateLimit"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/health/ready",
                "/health",
                "/ready",
                "/metrics?scope=application",
                "/openapi",
                "/",
                "/assets/tracker.css"
            })
    void what_is_not_the_api_is_not_counted(String path) {
        HttpResponse<String> answer = asked(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("RateLimit")).isEmpty();
    }

    private HttpResponse<String> asked(String path) {
        return api.get(path, FORWARDED, client);
    }

    private double refusals() {
        return api.get("/metrics?scope=application")
                .body()
                .lines()
                .filter(line -> line.startsWith("tracker_ratelimit_refused_total{") && line.contains("\"search\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
