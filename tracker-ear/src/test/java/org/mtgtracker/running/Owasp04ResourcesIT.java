package org.mtgtracker.running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** API4:2023, unrestricted resource consumption: every wish has a bound. Limits by time are RateLimitIT's. */
@ExtendWith(SharedTracker.class)
class Owasp04ResourcesIT {
    private final Api api;

    Owasp04ResourcesIT(RunningTracker tracker) {
        this.api = tracker.api();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v2/cards?limit=1001",
                "/api/v2/cards?limit=2147483648",
                "/api/v2/cards?page=1000001",
                "/api/v1/search?limit=1001",
                "/api/v2/trending?limit=100000"
            })
    void a_page_that_is_too_large_is_refused(String path) {
        assertThat(api.get(path).statusCode()).isEqualTo(400);
    }

    @Test
    void a_query_has_a_length_a_depth_and_a_cost() {
        for (String query : new String[] {
            "a".repeat(1001),
            "(".repeat(41) + "a" + ")".repeat(41),
            "o:/" + "(a{1,900}){1,900}" + "/",
            "a ".repeat(151),
            "o:/" + ".".repeat(301) + "/"
        }) {
            HttpResponse<String> answer = api.get("/api/v2/cards?q=" + URLEncoder.encode(query, UTF_8));
            assertThat(answer.statusCode()).as(query).isIn(200, 400);
            if (answer.statusCode() == 200) {
                // left out, and said so
                assertThat(Api.parsed(answer.body()).path("warnings")).as(query).isNotEmpty();
            }
        }
    }

    @Test
    void a_list_has_a_length() {
        String identifiers = "{\"name\":\"a\"},".repeat(75) + "{\"name\":\"a\"}";

        assertThat(api.post("/api/v2/cards/collection", "{\"identifiers\":[" + identifiers + "]}")
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v2/cards/collection", "/api/v2/prices/latest"})
    void a_body_has_a_size_and_a_depth(String path) {
        assertThat(api.post(path, "{\"a\":\"" + "x".repeat(1 << 17) + "\"}").statusCode())
                .isEqualTo(413);
        assertThat(api.post(path, "[".repeat(10_000)).statusCode()).isEqualTo(400);
    }
}
