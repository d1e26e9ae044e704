package org.mtgtracker.running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Anything in every field of every operation: an answer, never a failure, never markup. The seed is always the same. */
@ExtendWith(SharedTracker.class)
class FuzzIT {
    private static final long SEED = 20_260_101;
    private static final int TRIES = 6;

    private static final List<String> NASTY = List.of(
            "' OR '1'='1",
            "1; DROP TABLE card; --",
            "\" UNION SELECT password_hash FROM user --",
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "${jndi:ldap://127.0.0.1/a}",
            "#{7*7}${7*7}",
            "../../../../etc/passwd",
            "\u0000",
            "\r\nX-Injected: yes",
            "%00%0d%0a",
            "\uD800",
            "\u202E\uFEFF\u200B",
            "𝕿𝖊𝖘𝖙🂡",
            "null",
            "NaN",
            "-1",
            "1e309",
            "99999999999999999999",
            "true",
            "[]",
            "{\"$gt\":\"\"}",
            "a".repeat(3000),
            "(((((((((((((((",
            "\"\"\"",
            "/(a+)+$/",
            "");

    private static final List<String> JSON_VALUES = List.of(
            "null",
            "true",
            "-1",
            "1e400",
            "0.1",
            "99999999999999999999999",
            "[]",
            "{}",
            "[[[[]]]]",
            "[null]",
            "\"\"",
            "\"' OR 1=1 --\"",
            "\"<script>alert(1)</script>\"",
            "\"\\u0000\"",
            "\"\\uD800\"",
            "[{\"id\":{}}]",
            "[{\"id\":\"x\"},1]",
            "{\"a\":{\"b\":[]}}");

    private final RunningTracker tracker;

    FuzzIT(RunningTracker tracker) {
        this.tracker = tracker;
    }

    @TestFactory
    List<DynamicTest> anything_in_every_parameter_is_answered() {
        List<DynamicTest> tests = new ArrayList<>();
        JsonNode paths =
                Api.parsed(tracker.api().get("/openapi?format=json").body()).path("paths");
        paths.properties().forEach(path -> path.getValue().properties().forEach(operation -> {
            if (operation.getKey().equals("get")) {
                tests.add(DynamicTest.dynamicTest(
                        "get " + path.getKey(), () -> fuzz(path.getKey(), operation.getValue())));
            }
        }));
        return tests;
    }

    private void fuzz(String path, JsonNode operation) {
        Random random = new Random(SEED + path.hashCode());
        List<String> names = new ArrayList<>();
        operation.path("parameters").forEach(parameter -> {
            if (!parameter.path("in").asText().equals("header")) {
                names.add(parameter.path("in").asText()
                        + ' '
                        + parameter.path("name").asText());
            }
        });
        Api api = operation.path("security").isEmpty() ? tracker.api() : tracker.asAdmin();
        for (int attempt = 0; attempt < TRIES * Math.max(1, names.size()) / 2; attempt++) {
            String address = path;
            StringBuilder query = new StringBuilder();
            for (String name : names) {
                String[] parameter = name.split(" ", 2);
                String value = NASTY.get(random.nextInt(NASTY.size()));
                String encoded = URLEncoder.encode(value, UTF_8).replace("+", "%20");
                if (parameter[0].equals("path")) {
                    address = address.replace("{" + parameter[1] + "}", encoded);
                } else if (random.nextBoolean()) {
                    query.append(query.isEmpty() ? '?' : '&')
                            .append(parameter[1])
                            .append('=')
                            .append(encoded);
                }
            }
            sound(api.get(address.replaceAll("\\{[^}]*}", "x") + query));
        }
    }

    @Test
    void anything_in_every_field_of_every_body_is_answered() {
        Random random = new Random(SEED);
        Map<String, List<String>> bodies = Map.of(
                "/api/v2/cards/collection", List.of("identifiers"),
                "/api/v2/prices/latest", List.of("ids"),
                "/api/v2/price-files", List.of("source", "kind"),
                "/api/v2/jobs/nosuchjob/runs", List.of("argument"));
        bodies.forEach((path, fields) -> {
            for (String value : JSON_VALUES) {
                for (String field : fields) {
                    String more = random.nextBoolean() ? "" : ",\"" + field + "x\":" + value;
                    sound(tracker.asAdmin().post(path, "{\"" + field + "\":" + value + more + "}"));
                }
                sound(tracker.asAdmin().post(path, value));
            }
        });
    }

    private record Taker(String method, String path, Api api, List<String> fields) {}

    /** Each request comes from somewhere else, so that none is refused for coming too often. */
    @Test
    void anything_in_every_field_about_accounts_is_answered() {
        Random random = new Random(SEED);
        People.Person person = new People(tracker).somebody();
        Api nobody = tracker.api();
        Api admin = tracker.asAdmin();
        List<Taker> takers = List.of(
                new Taker("POST", "/api/v2/auth/sign-up", nobody, List.of("name", "email", "password")),
                new Taker("POST", "/api/v2/auth/sign-in", nobody, List.of("name", "password")),
                new Taker("POST", "/api/v2/auth/refresh", nobody, List.of("refreshToken")),
                new Taker("POST", "/api/v2/auth/email-verification", nobody, List.of("token")),
                new Taker("POST", "/api/v2/auth/password-reset", nobody, List.of("name")),
                new Taker("PUT", "/api/v2/auth/password-reset", nobody, List.of("token", "password")),
                new Taker("POST", "/api/v1/users/newuser", nobody, List.of("name", "email", "password")),
                new Taker("POST", "/api/v1/users/signin", nobody, List.of("name", "email", "password")),
                new Taker("PATCH", "/api/v1/users/" + person.id(), person.api(), List.of("email")),
                new Taker("PATCH", "/api/v2/me", person.api(), List.of("email")),
                new Taker("POST", "/api/v2/me/api-keys", person.api(), List.of("name", "scopes", "expiresAt")),
                new Taker("PATCH", "/api/v2/admin/users/" + person.id(), admin, List.of("role", "active")));
        for (Taker taker : takers) {
            for (String value : JSON_VALUES) {
                for (String field : taker.fields()) {
                    StringBuilder body = new StringBuilder("{");
                    for (String each : taker.fields()) {
                        body.append(body.length() == 1 ? "" : ",")
                                .append('"')
                                .append(each)
                                .append("\":");
                        body.append(each.equals(field) || random.nextInt(3) == 0 ? value : "\"a plain text\"");
                    }
                    sound(taker.api()
                            .call(taker.method(), taker.path(), body.append('}').toString(), away(random)));
                }
                sound(taker.api().call(taker.method(), taker.path(), value, away(random)));
            }
        }
    }

    private static String[] away(Random random) {
        return new String[] {"X-Forwarded-For", "203.0." + random.nextInt(256) + "." + random.nextInt(256)};
    }

    @Test
    void anything_in_any_header_is_answered() {
        Random random = new Random(SEED);
        RawHttp raw = new RawHttp(tracker.address());
        List<String> headers = List.of(
                "If-None-Match",
                "If-Match",
                "If-Modified-Since",
                "Accept",
                "Accept-Language",
                "Accept-Encoding",
                "Content-Type",
                "Authorization",
                "X-API-Key",
                "Idempotency-Key",
                "X-Request-Id",
                "traceparent",
                "tracestate",
                "baggage",
                "Cookie",
                "Range",
                "Origin",
                "X-Forwarded-For",
                "Forwarded",
                "X-Forwarded-Proto",
                "X-Forwarded-Host",
                "Access-Control-Request-Method",
                "Expect",
                "User-Agent");
        List<String> values = List.of(
                "",
                ",",
                ";",
                "\"",
                "\"\"\"",
                "*",
                "*/*;q=2",
                "a/b/c",
                "\u00ff\u00fe",
                "\u0001",
                "<script>alert(1)</script>",
                "Bearer",
                "Bearer ",
                "Bearer a.b.c",
                "Basic Og==",
                "mtg_",
                "https",
                "for=\"[::1\";proto=",
                "x".repeat(4000),
                "-1",
                "99999999999999999999",
                "00-0-0-0",
                "TRACKER_SESSION=x; JSESSIONID=..",
                "${jndi:ldap://127.0.0.1/a}");
        for (String path : List.of("/api/v2/cards?limit=1", "/api/v2/whoami", "/api/v2/nothing", "/sign-in")) {
            for (String header : headers) {
                String value = values.get(random.nextInt(values.size()));
                String other = values.get(random.nextInt(values.size()));
                for (String each : List.of(value, other)) {
                    RawHttp.Answer answer = raw.send("GET " + path + " HTTP/1.1", header + ": " + each);
                    assertThat(answer.status()).as("%s: %s", header, each).isBetween(200, 499);
                    assertThat(answer.body()).as("%s: %s", header, each).doesNotContain("<script>alert", "Exception");
                }
            }
        }
    }

    @Test
    void any_bytes_for_a_body_are_answered() {
        Random random = new Random(SEED);
        for (int attempt = 0; attempt < 40; attempt++) {
            byte[] body = new byte[random.nextInt(300)];
            random.nextBytes(body);
            sound(tracker.api().send("/api/v2/cards/collection", "application/json", body));
        }
    }

    private static void sound(HttpResponse<String> answer) {
        assertThat(answer.statusCode())
                .as("%s %s: %s", answer.request().method(), answer.uri(), answer.body())
                .isLessThan(500);
        assertThat(answer.headers().map()).doesNotContainKey("x-injected");
        String mediaType =
                answer.headers().firstValue("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (answer.statusCode() >= 400) {
            assertThat(mediaType).isEqualTo("application/problem+json");
            assertThat(answer.body()).doesNotContain("<script>", "<img", "SQLException", "at org.");
        }
    }
}
