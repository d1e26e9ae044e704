package org.mtgtracker.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is asked as the description says is answered as it says. */
@ExtendWith(SharedTracker.class)
class DescribedAnswersIT extends DescribedApi {
    DescribedAnswersIT(RunningTracker tracker) {
        super(tracker);
    }

    /** One character more than the description allows, in every parameter and field that has a length. */
    @TestFactory
    List<DynamicTest> what_is_longer_than_described_is_refused_and_told_the_bound() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Operation operation : operations) {
            if (operation.method().equals("get")) {
                for (JsonNode parameter : operation.parameters()) {
                    int longest = parameter.path("schema").path("maxLength").asInt();
                    if (longest > 0) {
                        String name = parameter.path("name").asText();
                        tests.add(DynamicTest.dynamicTest(
                                operation + " " + name,
                                () -> refused(asked(operation, parameter, "a".repeat(longest + 1)), name, longest)));
                    }
                }
            }
            JsonNode json = operation.said().at("/requestBody/content/application~1json");
            JsonNode schema = description.at(
                    json.path("schema").path("$ref").asText("/nothing").replaceFirst("^#", ""));
            schema.path("properties").properties().forEach(field -> {
                int longest = field.getValue().path("maxLength").asInt();
                if (longest > 0 && json.has("example")) {
                    tests.add(DynamicTest.dynamicTest(operation + " " + field.getKey(), () -> {
                        ObjectNode body = json.path("example").deepCopy();
                        body.put(field.getKey(), "a".repeat(longest + 1));
                        refused(
                                caller(operation)
                                        .call(
                                                operation.method().toUpperCase(Locale.ROOT),
                                                path(operation),
                                                body.toString()),
                                field.getKey(),
                                longest);
                    }));
                }
            });
        }
        assertThat(tests).hasSizeGreaterThan(60);
        return tests;
    }

    private HttpResponse<String> asked(Operation operation, JsonNode parameter, String value) {
        String name = parameter.path("name").asText();
        String address = operation.path();
        return switch (parameter.path("in").asText()) {
            case "path" ->
                caller(operation).get(address.replace("{" + name + "}", value).replace("{id}", "1"));
            case "query" -> caller(operation).get(path(operation).replaceAll("\\?.*", "") + "?" + name + "=" + value);
            default -> caller(operation).get(path(operation).replaceAll("\\?.*", ""), name, value);
        };
    }

    private static void refused(HttpResponse<String> answer, String name, int longest) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        JsonNode problem = Api.parsed(answer.body());
        assertThat(List.of("parameter", "field", "header"))
                .as("what names %s in %s", name, problem)
                .anyMatch(kind -> problem.path(kind).asText().equals(name));
        assertThat(problem.path("detail").asText().replace(",", "")).contains(Integer.toString(longest));
    }

    @Test
    void every_path_says_by_options_what_may_be_done_there() {
        Map<String, Set<String>> methods = new TreeMap<>();
        operations.forEach(operation -> methods.computeIfAbsent(operation.path(), path -> new TreeSet<>())
                .add(operation.method().toUpperCase(Locale.ROOT)));
        methods.forEach((path, described) -> {
            HttpResponse<String> answer =
                    tracker.api().call("OPTIONS", path.replaceAll("\\{[^}]*}", "1"), null, new String[0]);

            assertThat(answer.statusCode()).as(path).isIn(200, 204);
            List<String> allowed =
                    List.of(answer.headers().firstValue("Allow").orElse("").split(",\\s*"));
            assertThat(allowed).as(path).containsAll(described).contains("OPTIONS");
            assertThat(allowed.contains("HEAD")).as("HEAD of %s", path).isEqualTo(described.contains("GET"));
        });
    }

    /** Asked again by its tag an answer does not come again, unless it has become another in between; nor does its head. */
    @TestFactory
    List<DynamicTest> every_json_answer_to_a_read_has_a_tag_and_a_head() {
        return operations.stream()
                .filter(operation -> operation.method().equals("get"))
                .map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> {
                    String path = path(operation);
                    HttpResponse<String> first = caller(operation).get(path);
                    HttpResponse<String> head = caller(operation).call("HEAD", path, null, new String[0]);
                    assertThat(head.statusCode()).isEqualTo(first.statusCode());
                    assertThat(head.body()).isEmpty();
                    for (String name : List.of("Content-Type", "Cache-Control")) {
                        assertThat(head.headers().firstValue(name))
                                .as(name)
                                .isEqualTo(first.headers().firstValue(name));
                    }
                    if (first.statusCode() != 200) {
                        // not everything is there on this server
                        assertThat(first.statusCode()).as(first.body()).isEqualTo(404);
                        return;
                    }
                    assertThat(head.headers().firstValue("ETag")).isPresent();
                    String tag = first.headers().firstValue("ETag").orElseThrow();

                    HttpResponse<String> again = caller(operation).get(path, "If-None-Match", tag);

                    assertThat(again.headers().firstValue("ETag")).isPresent();
                    if (again.statusCode() == 304) {
                        assertThat(again.body()).isEmpty();
                        assertThat(again.headers().firstValue("ETag")).hasValue(tag);
                    } else {
                        assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
                        assertThat(again.headers().firstValue("ETag").orElseThrow())
                                .isNotEqualTo(tag);
                    }
                    assertThat(again.headers().firstValue("Cache-Control"))
                            .isEqualTo(first.headers().firstValue("Cache-Control"));
                }))
                .toList();
    }

    /** Sent as the examples say, with ids of things that are there; nothing is started but what the caller may. */
    @TestFactory
    List<DynamicTest> the_examples_are_answered_as_described() {
        return operations.stream()
                .filter(operation -> operation.method().equals("get")
                        || operation.said().path("requestBody").toString().contains("\"example\""))
                .filter(operation -> !operation.said().path("responses").has("202"))
                .map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> answered(operation)))
                .toList();
    }

    private void answered(Operation operation) {
        Api api = caller(operation);
        String path = path(operation);
        JsonNode example = operation
                .said()
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("example");

        HttpResponse<String> answer = example.isMissingNode()
                ? api.get(path)
                : api.call(
                        operation.method().toUpperCase(Locale.ROOT),
                        path,
                        named(operation, example).toString());

        JsonNode said = operation.said().path("responses").path(Integer.toString(answer.statusCode()));
        assertThat(said.isMissingNode())
                .as("%s: %d %s", path, answer.statusCode(), answer.body())
                .isFalse();
        // a token that nobody was sent is refused
        assertThat(answer.statusCode())
                .as(answer.body())
                .isIn(
                        operation.said().toString().contains("TokenRequest")
                                        || operation.id().equals("resetPassword")
                                ? List.of(400)
                                : List.of(200, 201, 204, 404));
        if (answer.statusCode() == 204) {
            return;
        }
        String mediaType =
                answer.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
        JsonNode content = said.path("content").path(mediaType);
        assertThat(content.isMissingNode()).as("%s in %s", mediaType, said).isFalse();
        if (mediaType.endsWith("json")) {
            new SchemaCheck(description).check(content.path("schema"), Api.parsed(answer.body()), "answer");
        }
    }

    /** The example with names and tokens of somebody who is there, where it takes one. */
    private JsonNode named(Operation operation, JsonNode example) {
        ObjectNode body = example.deepCopy();
        switch (operation.id()) {
            case "signIn", "v1SignIn" -> body.put("name", person.name());
            case "signUp", "v1NewUser" -> body.put("name", "e" + System.nanoTime());
            case "refresh" -> body.put("refreshToken", person.refreshToken());
            default -> {
                // sent as it is
            }
        }
        return body;
    }
}
