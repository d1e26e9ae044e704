package org.mtgtracker.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** The API's description: complete, and of use to programs and people. */
@ExtendWith(SharedTracker.class)
class OpenApiIT extends DescribedApi {
    OpenApiIT(RunningTracker tracker) {
        super(tracker);
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
