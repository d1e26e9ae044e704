package org.mtgtracker.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

/** Holds JSON against an OpenAPI schema, as far as our schemas go: types, members, lists, references. */
final class SchemaCheck {
    private final JsonNode description;

    SchemaCheck(JsonNode description) {
        this.description = description;
    }

    void check(JsonNode schema, JsonNode value, String place) {
        if (schema.has("$ref")) {
            check(description.at(schema.path("$ref").asText().substring(1)), value, place);
            return;
        }
        if (value.isNull()) {
            return;
        }
        switch (schema.path("type").asText("")) {
            case "object" -> {
                assertThat(value.isObject()).as("%s is an object", place).isTrue();
                JsonNode members = schema.path("properties");
                value.properties().forEach(member -> {
                    if (!members.isEmpty()) {
                        assertThat(members.has(member.getKey())
                                        || schema.has("additionalProperties")
                                        || isProblem(members))
                                .as("%s.%s is described", place, member.getKey())
                                .isTrue();
                    }
                    if (members.has(member.getKey())) {
                        check(members.path(member.getKey()), member.getValue(), place + "." + member.getKey());
                    }
                });
            }
            case "array" -> {
                assertThat(value.isArray()).as("%s is a list", place).isTrue();
                int at = 0;
                for (JsonNode element : value) {
                    check(schema.path("items"), element, place + "[" + at++ + "]");
                }
            }
            case "string" ->
                assertThat(value.isTextual())
                        .as("%s is a text: %s", place, value)
                        .isTrue();
            case "integer" ->
                assertThat(value.isIntegralNumber())
                        .as("%s is a whole number: %s", place, value)
                        .isTrue();
            case "number" ->
                assertThat(value.isNumber())
                        .as("%s is a number: %s", place, value)
                        .isTrue();
            case "boolean" ->
                assertThat(value.isBoolean())
                        .as("%s is true or false: %s", place, value)
                        .isTrue();
            default -> {
                // anything will do
            }
        }
    }

    /** A problem may have members of its own (RFC 9457, section 3.2). */
    private static boolean isProblem(JsonNode members) {
        return members.has("title") && members.has("detail");
    }
}
