package org.mtgtracker.running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** The API's description: complete, true of the running server, and of use to programs. */
@ExtendWith(SharedTracker.class)
class OpenApiIT {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final RunningTracker tracker;
    private final JsonNode description;
    private final People.Person person;
    private final List<Operation> operations = new ArrayList<>();
    private final String key;

    OpenApiIT(RunningTracker tracker) {
        this.tracker = tracker;
        person = new People(tracker).somebody();
        People.key(person, "\"cards:read\"");
        key = person.api()
                .json("/api/v2/me/api-keys")
                .path("data")
                .path(0)
                .path("id")
                .asText();
        description = Api.parsed(tracker.api().get("/openapi?format=json").body());
        description.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(method -> {
                    if (METHODS.contains(method.getKey())) {
                        operations.add(new Operation(path.getKey(), method.getKey(), method.getValue()));
                    }
                }));
    }

    /** One operation as it is described. */
    private record Operation(String path, String method, JsonNode said) {
        String id() {
            return said.path("operationId").asText();
        }

        List<JsonNode> parameters() {
            List<JsonNode> parameters = new ArrayList<>();
            said.path("parameters").forEach(parameters::add);
            return parameters;
        }

        boolean secured() {
            return !said.path("security").isEmpty();
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @TestFactory
    List<DynamicTest> every_operation_is_described_completely() {
        return operations.stream()
                .map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> complete(operation)))
                .toList();
    }

    private static void complete(Operation operation) {
        assertThat(operation.id()).isNotBlank();
        assertThat(operation.said().path("summary").asText()).isNotBlank();
        assertThat(operation.said().path("tags")).isNotEmpty();
        JsonNode answers = operation.said().path("responses");
        assertThat(answers.fieldNames()).toIterable().contains("401", "406", "429", "default");
        answers.properties().forEach(answer -> {
            assertThat(answer.getValue().path("description").asText()).isNotBlank();
            if (answer.getKey().matches("20[01]")) {
                assertThat(answer.getValue().path("content"))
                        .as(answer.getKey())
                        .isNotEmpty();
                JsonNode schema = answer.getValue().at("/content/application~1json/schema");
                assertThat(schema.has("$ref") || schema.has("properties") || schema.has("items"))
                        .as("%s says what it looks like: %s", answer.getKey(), schema)
                        .isTrue();
            }
            if (answer.getKey().matches("[45]..|default")) {
                assertThat(answer.getValue().path("content").has("application/problem+json"))
                        .as(answer.getKey())
                        .isTrue();
            }
        });
        for (JsonNode parameter : operation.parameters()) {
            String name = parameter.path("name").asText();
            JsonNode schema = parameter.path("schema");
            assertThat(schema.path("type").asText()).as(name).isNotBlank();
            assertThat(parameter.path("description").asText()).as(name).isNotBlank();
            if (schema.path("type").asText().matches("integer|number")) {
                assertThat(schema.has("minimum"))
                        .as("%s has a least value", name)
                        .isTrue();
            }
        }
        if (operation.method().matches("post|put|patch") && operation.said().has("requestBody")) {
            assertThat(operation.said().path("requestBody").path("content")).isNotEmpty();
            JsonNode json = operation.said().at("/requestBody/content/application~1json");
            assertThat(json.isMissingNode()
                            || json.has("example")
                            // an empty object, which may be left out
                            || !json.path("schema").has("$ref"))
                    .as("an example of the body")
                    .isTrue();
        }
    }

    @Test
    void every_operation_has_a_name_of_its_own() {
        Set<String> names = new HashSet<>();

        assertThat(operations).isNotEmpty().allMatch(operation -> names.add(operation.id()));
    }

    @Test
    void both_ways_to_say_who_one_is_are_described() {
        JsonNode schemes = description.path("components").path("securitySchemes");

        assertThat(schemes.path("ApiKey").path("name").asText()).isEqualTo("X-API-Key");
        assertThat(schemes.path("Bearer").path("scheme").asText()).isEqualTo("bearer");
        assertThat(operations).anyMatch(Operation::secured).anyMatch(operation -> !operation.secured());
    }

    @Test
    void every_schema_that_is_named_is_there() {
        JsonNode schemas = description.path("components").path("schemas");

        assertThat(description.findValuesAsText("$ref")).isNotEmpty().allSatisfy(reference -> assertThat(
                        schemas.has(reference.replace("#/components/schemas/", "")))
                .as(reference)
                .isTrue());
    }

    @TestFactory
    List<DynamicTest> every_text_of_a_request_has_a_bound() {
        return operations.stream()
                .map(operation -> DynamicTest.dynamicTest(operation.toString(), () -> {
                    for (JsonNode parameter : operation.parameters()) {
                        bounded(parameter.path("schema"), parameter.path("name").asText());
                    }
                    operation
                            .said()
                            .path("requestBody")
                            .path("content")
                            .properties()
                            .forEach(content -> {
                                if (content.getKey().endsWith("json")) {
                                    bounded(content.getValue().path("schema"), "body");
                                }
                            });
                }))
                .toList();
    }

    private void bounded(JsonNode schema, String place) {
        if (schema.has("$ref")) {
            bounded(description.at(schema.path("$ref").asText().substring(1)), place);
            return;
        }
        schema.path("properties")
                .properties()
                .forEach(member -> bounded(member.getValue(), place + "." + member.getKey()));
        if (schema.path("type").asText().equals("array")) {
            assertThat(schema.path("maxItems").asInt())
                    .as("entries of %s", place)
                    .isPositive();
            bounded(schema.path("items"), place + "[]");
        }
        if (schema.path("type").asText().equals("string")) {
            assertThat(schema.has("maxLength")
                            || schema.has("enum")
                            || schema.path("format").asText().matches("uuid|date|date-time"))
                    .as("%s has an end: %s", place, schema)
                    .isTrue();
        }
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

    /** What is one's own is asked for by a person, everything else that is not open by the administrators' key. */
    private Api caller(Operation operation) {
        if (operation.path().startsWith("/api/v2/me")) {
            return person.api();
        }
        if (operation.path().startsWith("/api/v1/users/")) {
            return person.api();
        }
        return operation.secured() ? tracker.asAdmin() : tracker.api();
    }

    private String path(Operation operation) {
        List<String> query = new ArrayList<>();
        String path = operation.path();
        for (JsonNode parameter : operation.parameters()) {
            String name = parameter.path("name").asText();
            JsonNode example = parameter.path("example");
            switch (parameter.path("in").asText()) {
                case "path" -> path = path.replace("{" + name + "}", there(operation, name, example));
                case "query" -> {
                    if (!example.isMissingNode()) {
                        query.add(name + "=" + URLEncoder.encode(example.asText(), UTF_8));
                    }
                }
                default -> {
                    // headers are tried elsewhere
                }
            }
        }
        return query.isEmpty() ? path : path + query.stream().collect(Collectors.joining("&", "?", ""));
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

    /** What is here in the place of what an example names. */
    private String there(Operation operation, String name, JsonNode example) {
        if (operation.path().endsWith("/api-keys/{id}") || operation.path().endsWith("/api-keys/{id}/usage")) {
            return key;
        }
        if (name.equals("key")) {
            return key;
        }
        if (name.equals("id") && operation.path().contains("/users/")) {
            return person.id();
        }
        if (name.equals("id") && operation.path().matches(".*/(cards|search)/.*")) {
            return tracker.api()
                    .json("/api/v2/cards?limit=1")
                    .path("data")
                    .path(0)
                    .path("id")
                    .asText();
        }
        if (name.equals("code")) {
            return tracker.api()
                    .json("/api/v2/sets")
                    .path("data")
                    .path(0)
                    .path("code")
                    .asText();
        }
        if (name.equals("name") && operation.path().contains("/jobs/")) {
            return tracker.asAdmin()
                    .json("/api/v2/jobs")
                    .path("data")
                    .path(0)
                    .path("name")
                    .asText();
        }
        return example.asText();
    }

    @Test
    void a_generated_client_compiles_and_works() throws IOException {
        try (GeneratedClient client = GeneratedClient.of(tracker)) {
            Object page = client.call("CardsApi", "cards", Map.of("q", "t:creature", "limit", 3));

            assertThat(client.member(page, "getTotal")).isInstanceOfSatisfying(Integer.class, total -> assertThat(total)
                    .isPositive());
            assertThat((List<?>) client.member(page, "getData")).hasSize(3);
        }
    }

    @Test
    void the_description_for_people_is_there_without_a_script_in_the_page() {
        HttpResponse<String> page = tracker.api().get("/api-docs");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .doesNotContain("unsafe");
        assertThat(page.body()).doesNotContain("<script>", "<style", "onload");
        for (String file : page.body().split("\"")) {
            if (file.endsWith(".js") || file.endsWith(".css")) {
                assertThat(tracker.api().get(file).statusCode()).as(file).isEqualTo(200);
            }
        }
    }
}
