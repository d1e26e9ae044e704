package org.mtgtracker.rest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyTest {
    @Test
    void a_text_is_read() throws IOException {
        assertThat(read("{\"source\": \"Æther\"}").only("source").text("source", 2000))
                .isEqualTo("Æther");
    }

    @Test
    void a_uuid_has_its_usual_form() throws IOException {
        assertThat(read("{\"id\": \"0000579f-7b35-4ed3-b44c-db2a538066fe\"}").uuid("id"))
                .hasToString("0000579f-7b35-4ed3-b44c-db2a538066fe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"id\": null}", "{\"id\": 1}", "{\"id\": \"1-2-3-4-5\"}", "{\"id\": \"\"}"})
    void what_is_no_uuid_is_named(String text) throws IOException {
        JsonBody body = read(text);

        Problem problem =
                catchThrowableOfType(BadBody.class, () -> body.uuid("id")).problem();

        assertThat(problem.type()).isEqualTo("/problems/bad-field");
        assertThat(problem.more()).containsEntry("field", "id");
    }

    @Test
    void a_mistake_is_named_by_line_and_column() {
        Problem problem = refused("{\n  \"source\": scryfall\n}");

        assertThat(problem.type()).isEqualTo("/problems/unreadable-body");
        assertThat(problem.more()).containsEntry("line", 2L);
        assertThat((Long) problem.more().get("column")).isBetween(13L, 22L);
        assertThat(problem.detail()).contains("line 2, column");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  \n",
                "[]",
                "1",
                "\"x\"",
                "null",
                "{\"source\":\"x\"} {}",
                "{",
                "{\"a\":\"",
                "{'a':1}",
                "{\"a\":1,\"a\":2}"
            })
    void what_is_no_json_object_is_a_callers_mistake(String text) {
        assertThat(refused(text).status()).isEqualTo(400);
    }

    @Test
    void nesting_without_end_is_a_callers_mistake() {
        assertThat(refused("{\"a\":".repeat(10_000)).status()).isEqualTo(400);
        assertThat(refused("[".repeat(60_000)).status()).isEqualTo(400);
    }

    @Test
    void what_is_not_utf_8_is_a_callers_mistake() {
        BadBody refusal = catchThrowableOfType(
                BadBody.class,
                () -> JsonBody.read(new ByteArrayInputStream("{\"source\":\"Æther\"}".getBytes(ISO_8859_1))));

        assertThat(refusal).hasMessageContaining("UTF-8");
    }

    @Test
    void a_body_without_end_is_not_read_to_its_end() {
        Problem problem = refused("{\"source\":\"" + "x".repeat(JsonBody.LARGEST) + "\"}");

        assertThat(problem.status()).isEqualTo(413);
    }

    @Test
    void unknown_fields_are_all_named() {
        BadBody refusal =
                catchThrowableOfType(BadBody.class, () -> read("{\"sorce\":\"x\",\"source\":\"x\",\"force\":true}")
                        .only("source"));

        assertThat(refusal.problem().more()).containsEntry("fields", List.of("sorce", "force"));
        assertThat(refusal).hasMessageContainingAll("sorce, force", "known are: source");
    }

    @Test
    void a_field_that_is_missing_of_another_kind_blank_or_too_long_is_named() {
        assertThat(fieldRefused("{}")).contains("source is missing");
        assertThat(fieldRefused("{\"source\":null}")).contains("source has to be a text");
        assertThat(fieldRefused("{\"source\":[\"x\"]}")).contains("source has to be a text");
        assertThat(fieldRefused("{\"source\":\" \"}")).contains("1 to 10 are allowed");
        assertThat(fieldRefused("{\"source\":\"12345678901\"}")).contains("has 11 characters");
    }

    private static String fieldRefused(String text) {
        return catchThrowableOfType(BadBody.class, () -> read(text).text("source", 10))
                .getMessage();
    }

    private static Problem refused(String text) {
        return catchThrowableOfType(BadBody.class, () -> read(text)).problem();
    }

    private static JsonBody read(String text) throws IOException {
        return JsonBody.read(new ByteArrayInputStream(text.getBytes(UTF_8)));
    }
}
