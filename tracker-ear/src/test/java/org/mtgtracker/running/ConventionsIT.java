package org.mtgtracker.running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every resource has in common: how trouble is told, and which headers come with it. */
@ExtendWith(SharedTracker.class)
class ConventionsIT {
    private static final String CARD = "/api/v2/cards/00000000-0000-0000-0000-000000000000";
    private static final String FINDS = "/api/v2/cards/collection";

    private final RunningTracker tracker;
    private final Api api;
    private final RawHttp raw;

    ConventionsIT(RunningTracker tracker) {
        this.tracker = tracker;
        this.api = tracker.api();
        this.raw = new RawHttp(tracker.address());
    }

    static Stream<Arguments> troubles() {
        return Stream.of(
                arguments(404, "no-such-resource", "GET", "/api/v2/nothing", null, null, Map.of()),
                arguments(404, "no-such-resource", "GET", "/api/v2", null, null, Map.of()),
                arguments(404, "no-such-resource", "GET", "/api", null, null, Map.of()),
                arguments(404, "no-such-resource", "GET", "/api/v9/cards", null, null, Map.of()),
                arguments(404, "unknown-card", "GET", CARD, null, null, Map.of()),
                arguments(400, "bad-parameter", "GET", "/api/v2/cards/abc", null, null, Map.of()),
                arguments(400, "bad-parameter", "GET", "/api/v2/cards?limit=1&limit=2", null, null, Map.of()),
                arguments(400, "bad-cursor", "GET", "/api/v2/cards?cursor=abc", null, null, Map.of()),
                arguments(401, "credentials-missing", "GET", "/api/v2/imports", null, null, Map.of()),
                arguments(401, "bad-api-key", "GET", CARD, null, null, Map.of("X-API-Key", "mtg_no_key")),
                arguments(405, "method-not-allowed", "POST", CARD, "application/json", "{}", Map.of()),
                arguments(405, "method-not-allowed", "DELETE", "/api/v2/catalogue", null, null, Map.of()),
                arguments(405, "method-not-allowed", "PATCH", CARD, "application/json", "{}", Map.of()),
                arguments(406, "not-acceptable", "GET", CARD, null, null, Map.of("Accept", "text/xml")),
                arguments(406, "not-acceptable", "GET", "/api/v2/cards", null, null, Map.of("Accept", "text/html")),
                arguments(415, "unsupported-media-type", "POST", FINDS, "text/plain", "{}", Map.of()),
                arguments(415, "unsupported-media-type", "POST", FINDS, "application/xml", "<a/>", Map.of()),
                arguments(400, "unreadable-body", "POST", FINDS, "application/json", "", Map.of()),
                arguments(400, "unreadable-body", "POST", FINDS, "application/json", "{\n \"a\": b}", Map.of()),
                arguments(400, "unreadable-body", "POST", FINDS, "application/json", "[]", Map.of()),
                arguments(400, "unreadable-body", "POST", FINDS, "application/json", "{}{}", Map.of()),
                arguments(400, "unreadable-body", "POST", FINDS, "application/json", "{\"a\":1,\"a\":1}", Map.of()),
                arguments(400, "unreadable-body", "POST", FINDS, "application/json", nested(10_000), Map.of()),
                arguments(400, "unknown-field", "POST", FINDS, "application/json", "{\"x\":1}", Map.of()),
                arguments(400, "bad-field", "POST", FINDS, "application/json", "{\"identifiers\":1}", Map.of()),
                arguments(413, "body-too-large", "POST", FINDS, "application/json", " ".repeat(70_000), Map.of()));
    }

    private static String nested(int deep) {
        return "{\"a\":".repeat(deep) + "1" + "}".repeat(deep);
    }

    @ParameterizedTest(name = "{0} {1}: {2} {3}")
    @MethodSource("troubles")
    void trouble_is_a_problem_detail(
            int status,
            String type,
            String method,
            String path,
            String mediaType,
            String body,
            Map<String, String> more) {
        HttpResponse<String> answer = api.call(method, path, mediaType, body, more);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = Api.parsed(answer.body());
        assertThat(problem.path("type").asText()).isEqualTo("/problems/" + type);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asText()).isNotBlank();
        assertThat(problem.path("detail").asText()).isNotBlank();
        assertThat(problem.path("instance").asText()).isEqualTo(path.replaceAll("\\?.*", ""));
        assertThat(answer.headers().firstValue("X-Request-Id"))
                .hasValue(problem.path("requestId").asText());
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        if (status == 405) {
            assertThat(answer.headers().firstValue("Allow")).isPresent();
        }
        if (status == 401) {
            assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
        }
    }

    @Test
    void json_that_does_not_parse_is_told_by_line_and_column() {
        JsonNode problem =
                Api.parsed(api.post(FINDS, "{\n  \"identifiers\": oops}").body());

        assertThat(problem.path("line").asInt()).isEqualTo(2);
        assertThat(problem.path("column").asInt()).isGreaterThan(10);
    }

    @Test
    void unknown_fields_are_named() {
        JsonNode problem =
                Api.parsed(api.post(FINDS, "{\"identifier\": [], \"limit\": 1}").body());

        assertThat(problem.path("fields").toString()).isEqualTo("[\"identifier\",\"limit\"]");
    }

    @Test
    void a_body_that_is_not_utf_8_is_refused() {
        HttpResponse<String> answer = api.send(FINDS, "application/json", new byte[] {'{', '"', (byte) 0xC3, '"', '}'});

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Api.parsed(answer.body()).path("detail").asText()).contains("UTF-8");
    }

    @Test
    void a_body_of_a_hundred_megabytes_is_refused_before_it_has_come() {
        byte[] part = " ".repeat(1 << 16).getBytes(UTF_8);
        int[] sent = {0};
        RawHttp.Answer answer = raw.send(
                new String[] {
                    "POST " + FINDS + " HTTP/1.1", "Content-Type: application/json", "Content-Length: 100000000"
                },
                out -> {
                    for (; sent[0] < 1500; sent[0]++) {
                        out.write(part);
                    }
                });

        // 0: the connection was cut while the client was still talking, so that it could not hear the answer
        assertThat(answer.status()).isIn(0, 413);
        assertThat(sent[0]).as("parts of 64 KB that were taken").isLessThan(1500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v2/cards/%00 HTTP/1.1",
                "GET /api/v2/cards/%ZZ HTTP/1.1",
                "GET /api/v2/cards?q=%ZZ HTTP/1.1",
                "GET /api/v2/cards?q=%C3 HTTP/1.1",
                "GET /api/v2/cards/..%2f..%2fadmin HTTP/1.1",
                "GET /api/v2/../../etc/passwd HTTP/1.1",
                "GET //api//v2//cards HTTP/1.1",
                "GET /api/v2/cards;a=b/x HTTP/1.1",
                "GET /api/v2/cards/<script>alert(1)</script> HTTP/1.1",
                "BREW /api/v2/cards HTTP/1.1",
                "get /api/v2/cards HTTP/1.1",
                "TRACE /api/v2/cards HTTP/1.1",
                "GET /api/v2/cards HTTP/9.9"
            })
    void a_request_line_that_no_client_sends_is_refused_and_not_echoed(String line) {
        RawHttp.Answer answer = raw.send(line);

        assertThat(answer.status()).as(answer.body()).isIn(200, 301, 400, 404, 405, 501, 505);
        assertThat(answer.body()).doesNotContain("<script>", "Exception", "at org.", "GlassFish", "Payara");
        if (answer.status() >= 400) {
            problem(answer, answer.status());
        }
    }

    /** What Payara's listener refuses by itself, where no filter of the application comes to it. */
    @ParameterizedTest
    @CsvSource({
        "GET /%zz HTTP/1.1, 400, bad-request",
        "GET /api/v2/cards/%ZZ HTTP/1.1, 400, bad-request",
        "HEAD /%zz HTTP/1.1, 400,",
        "GET /api/v2/cards?q=%ZZ HTTP/1.1, 400, bad-request",
        "TRACE / HTTP/1.1, 405, method-not-allowed",
        "TRACE /api/v2/cards HTTP/1.1, 405, method-not-allowed",
        "GET / HTTP/9.9, 505, http-version-not-supported",
        "GET /api/v2/cards HTTP/9.9, 505, http-version-not-supported"
    })
    void what_the_server_refuses_by_itself_is_a_problem_too(String line, int status, String type) {
        RawHttp.Answer answer = raw.send(line);

        if (type == null) {
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.body()).isEmpty();
        } else {
            assertThat(problem(answer, status).path("type").asText()).isEqualTo("/problems/" + type);
        }
    }

    @Test
    void a_request_that_is_no_http_is_a_problem_too() {
        problem(raw.sendBare("GET / HTTP/1.1\r\n\r\n"), 400);
        problem(raw.sendBare("GET / HTTP/1.1\r\nHost: <script>\r\nConnection: close\r\n\r\n"), 400);
        problem(raw.sendBare("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab"), 400);
        problem(raw.send("GET /api/v2/cards?q=" + "a".repeat(25_000) + " HTTP/1.1"), 414);
        problem(raw.send("GET / HTTP/1.1", "X-Long: " + "a".repeat(25_000)), 431);
    }

    /** A letter of four bytes takes twelve characters of an address. */
    @Test
    void a_query_in_any_alphabet_may_be_as_long_as_another() {
        JsonNode longest = problem(raw.send("GET /api/v2/cards?q=" + "%F0%9F%94%A5".repeat(1_000) + " HTTP/1.1"), 400);
        assertThat(longest.path("type").asText()).isEqualTo("/problems/bad-query");
        JsonNode longer = problem(raw.send("GET /api/v2/cards?q=" + "%F0%9F%94%A5".repeat(1_001) + " HTTP/1.1"), 400);
        assertThat(longer.path("type").asText()).isEqualTo("/problems/query-too-long");
        assertThat(raw.send("GET /api/v2/cards?q=" + "%E7%81%AB".repeat(1_000) + " HTTP/1.1")
                        .status())
                .isEqualTo(200);
        JsonNode tooLong = problem(raw.send("GET /api/v2/cards?q=" + "%E7%81%AB".repeat(1_001) + " HTTP/1.1"), 400);
        assertThat(tooLong.path("type").asText()).isEqualTo("/problems/query-too-long");
    }

    private static JsonNode problem(RawHttp.Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers())
                .containsEntry("content-type", "application/problem+json")
                .containsEntry("x-content-type-options", "nosniff")
                .containsEntry("x-frame-options", "DENY")
                .containsKeys("x-request-id", "content-security-policy", "referrer-policy");
        JsonNode problem = Api.parsed(answer.body());
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("detail").asText()).isNotBlank();
        assertThat(problem.path("requestId").asText())
                .isEqualTo(answer.headers().get("x-request-id"));
        return problem;
    }

    @Test
    void headers_and_addresses_of_any_length_are_no_failure() {
        assertThat(raw.send("GET /api/v2/cards?q=" + "a".repeat(100_000) + " HTTP/1.1")
                        .status())
                .isIn(0, 414);
        assertThat(raw.send("GET /api/v2/catalogue HTTP/1.1", "X-Long: " + "a".repeat(100_000))
                        .status())
                .isIn(0, 431);
        assertThat(api.json("/api/v2/catalogue").path("version").asInt()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v2/cards", "/api/v2/catalogue", "/api/v2/sets", "/api/v2/symbols"})
    void whoever_asks_for_the_head_alone_gets_that_alone(String path) {
        HttpResponse<String> whole = api.get(path);
        HttpResponse<String> head = api.call("HEAD", path, null, null, Map.of());

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        for (String name : List.of("Content-Type", "ETag", "Cache-Control", "Link")) {
            assertThat(head.headers().firstValue(name))
                    .as(name)
                    .isEqualTo(whole.headers().firstValue(name));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v2/cards", "/api/v2/imports", "/api/v2/catalogue"})
    void whoever_asks_what_may_be_done_is_told(String path) {
        HttpResponse<String> answer = api.call("OPTIONS", path, null, null, Map.of());

        assertThat(answer.statusCode()).isIn(200, 204);
        assertThat(answer.headers().firstValue("Allow").orElse("")).contains("GET", "HEAD", "OPTIONS");
    }

    @Test
    void without_a_wish_the_answer_is_json() {
        assertThat(api.get("/api/v2/catalogue")
                        .headers()
                        .firstValue("Content-Type")
                        .orElse(""))
                .startsWith("application/json");
        assertThat(api.get("/api/v2/catalogue", "Accept", "*/*").statusCode()).isEqualTo(200);
    }

    @Test
    void an_origin_that_is_named_may_use_the_api_from_its_pages() {
        HttpResponse<String> preflight = api.call(
                "OPTIONS",
                "/api/v2/me",
                null,
                null,
                Map.of(
                        "Origin", "https://cards.example",
                        "Access-Control-Request-Method", "PATCH",
                        "Access-Control-Request-Headers", "authorization, if-match"));
        HttpResponse<String> refused = api.get("/api/v2/me", "Origin", "https://cards.example");

        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
                .hasValue("https://cards.example");
        assertThat(preflight
                        .headers()
                        .firstValue("Access-Control-Allow-Methods")
                        .orElse(""))
                .contains("PATCH");
        assertThat(preflight
                        .headers()
                        .firstValue("Access-Control-Allow-Headers")
                        .orElse(""))
                .contains("Authorization", "If-Match");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("Access-Control-Allow-Origin")).hasValue("https://cards.example");
        assertThat(refused.headers().firstValue("Access-Control-Expose-Headers").orElse(""))
                .contains("ETag", "RateLimit");
        assertThat(refused.headers().firstValue("Vary").orElse("")).contains("Origin");
        assertThat(refused.headers().map()).doesNotContainKey("access-control-allow-credentials");
    }

    @Test
    void other_origins_are_told_nothing_unless_that_is_set() {
        HttpResponse<String> answer = api.get("/api/v2/catalogue", "Origin", "https://elsewhere.example");

        assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-origin");
    }

    @Test
    void a_job_that_is_asked_for_twice_with_one_key_runs_once() {
        Api admin = tracker.asAdmin();
        String key = UUID.randomUUID().toString();

        HttpResponse<String> first = admin.post("/api/v2/jobs/history/runs", "{}", "Idempotency-Key", key);
        HttpResponse<String> again = admin.post("/api/v2/jobs/history/runs", "{}", "Idempotency-Key", key);
        HttpResponse<String> other = admin.post("/api/v2/jobs/history/runs", "{ }", "Idempotency-Key", key);

        assertThat(first.statusCode()).as(first.body()).isEqualTo(202);
        assertThat(again.statusCode()).as(again.body()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Location"))
                .isPresent()
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
        assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(Api.parsed(other.body()).path("type").asText()).isEqualTo("/problems/idempotency-key-reused");
    }

    @Test
    void what_was_refused_may_be_tried_again_with_its_key() {
        Api admin = tracker.asAdmin();
        String key = UUID.randomUUID().toString();

        HttpResponse<String> first = admin.post("/api/v2/jobs/nosuchjob/runs", "{}", "Idempotency-Key", key);
        HttpResponse<String> again = admin.post("/api/v2/jobs/nosuchjob/runs", "{}", "Idempotency-Key", key);

        assertThat(first.statusCode()).isEqualTo(404);
        assertThat(again.statusCode()).isEqualTo(404);
        assertThat(again.headers().firstValue("Idempotency-Replayed")).isEmpty();
    }

    @Test
    void a_key_that_is_none_is_refused() {
        HttpResponse<String> answer =
                tracker.asAdmin().post("/api/v2/jobs/history/runs", "{}", "Idempotency-Key", "a".repeat(256));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Api.parsed(answer.body()).path("header").asText()).isEqualTo("Idempotency-Key");
    }
}
