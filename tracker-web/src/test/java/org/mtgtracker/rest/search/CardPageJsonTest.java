package org.mtgtracker.rest.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mtgtracker.catalog.boundary.CardJson;
import org.mtgtracker.rest.Answers;
import org.mtgtracker.search.boundary.Found;

class CardPageJsonTest {
    private static final UUID FIRST = UUID.fromString("0000579f-7b35-4ed3-b44c-db2a538066fe");
    private static final UUID SECOND = UUID.fromString("00006596-1166-4a79-8443-ca9f82e6db4e");

    @Test
    void cards_stand_in_the_answer_byte_for_byte() throws IOException {
        String odd = "{\"name\": \"Æ\",  \"cmc\":1000000.0}";

        String body = body(page(List.of(card(FIRST, odd, 1), card(SECOND, "{}", 1)), 2, null, List.of()));

        assertThat(body).isEqualTo("{\"data\":[" + odd + ",{}],\"total\":2,\"warnings\":[]}");
    }

    @Test
    void an_empty_page_is_an_answer_like_any_other() throws IOException {
        Map<String, Object> body = Answers.json(body(page(List.of(), 0, null, List.of())));

        assertThat(body.keySet()).containsExactly("data", "total", "warnings");
        assertThat(body).containsEntry("data", List.of());
    }

    @Test
    void the_next_page_and_warnings_are_told() throws IOException {
        Map<String, Object> body =
                Answers.json(body(page(List.of(), 7, "/api/v2/cards?cursor=\"", List.of("\"x\" was dropped"))));

        assertThat(body).containsEntry("next", "/api/v2/cards?cursor=\"");
        assertThat(body).containsEntry("warnings", List.of("\"x\" was dropped"));
        assertThat(body).containsEntry("total", 7);
    }

    @Test
    void the_tag_changes_with_whatever_changes_in_the_answer() {
        CardPageJson page = page(List.of(card(FIRST, "{}", 1)), 1, null, List.of());

        assertThat(page.tag())
                .isEqualTo(
                        page(List.of(card(FIRST, "{}", 1)), 1, null, List.of()).tag());
        assertThat(List.of(
                        page(List.of(card(FIRST, "{}", 2)), 1, null, List.of()).tag(),
                        page(List.of(card(SECOND, "{}", 1)), 1, null, List.of()).tag(),
                        page(List.of(card(FIRST, "{}", 1)), 2, null, List.of()).tag(),
                        page(List.of(card(FIRST, "{}", 1)), 1, "/next", List.of())
                                .tag(),
                        page(List.of(card(FIRST, "{}", 1)), 1, null, List.of("w"))
                                .tag(),
                        page(List.of(), 1, null, List.of()).tag()))
                .doesNotContain(page.tag())
                .doesNotHaveDuplicates();
    }

    private static CardJson card(UUID id, String json, long version) {
        return new CardJson(id, json.getBytes(UTF_8), version);
    }

    private static CardPageJson page(List<CardJson> cards, int total, String next, List<String> warnings) {
        Found found = new Found(cards.stream().map(CardJson::id).toList(), total, null, warnings, 1);
        return new CardPageJson(found, cards, next);
    }

    private static String body(CardPageJson page) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        page.body().write(bytes);
        return bytes.toString(UTF_8);
    }
}
