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
        // the server itself refuses some addresses, without a word
        if (answer.statusCode() >= 400 && !answer.body().isEmpty()) {
            assertThat(mediaType).isEqualTo("application/problem+json");
            assertThat(answer.body()).doesNotContain("<script>", "<img", "SQLException", "at org.");
        }
    }
}
