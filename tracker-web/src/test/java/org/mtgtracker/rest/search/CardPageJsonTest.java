package org.mtgtracker.rest.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mtgtracker.rest.Answers;
import org.mtgtracker.rest.BadParameter;
import org.mtgtracker.search.boundary.Explanation;
import org.mtgtracker.search.boundary.Found;

class CardPageJsonTest {
    private static final UUID ID = UUID.fromString("0000579f-7b35-4ed3-b44c-db2a538066fe");

    @Test
    void cards_stand_in_the_answer_byte_for_byte() {
        String odd = "{\"name\": \"Æ\",  \"cmc\":1000000.0}";

        assertThat(body(found(2, List.of(), odd, "{}"), null, null))
                .isEqualTo("{\"data\":[" + odd + ",{}],\"total\":2,\"warnings\":[]}");
    }

    @Test
    void the_same_cards_can_be_written_twice() {
        Found found = found(1, List.of(), "{\"a\":1}");

        assertThat(body(found, null, null)).isEqualTo(body(found, null, null));
    }

    @Test
    void an_empty_page_is_an_answer_like_any_other() throws IOException {
        Map<String, Object> body = Answers.json(body(found(0, List.of()), null, null));

        assertThat(body.keySet()).containsExactly("data", "total", "warnings");
        assertThat(body).containsEntry("data", List.of());
    }

    @Test
    void the_next_page_and_warnings_are_told() throws IOException {
        Map<String, Object> body =
                Answers.json(body(found(7, List.of("\"x\" was dropped")), "/api/v2/cards?cursor=\"", null));

        assertThat(body).containsEntry("next", "/api/v2/cards?cursor=\"");
        assertThat(body).containsEntry("warnings", List.of("\"x\" was dropped"));
        assertThat(body).containsEntry("total", 7);
    }

    @Test
    void only_the_wanted_members_of_a_card_are_written() {
        String card = "{\"id\":1,\"name\":\"Æ\",\"prices\":{\"usd\":\"1.00\"},\"set\":\"x\"}";

        assertThat(body(found(1, List.of(), card), null, "name, prices,nothing"))
                .startsWith("{\"data\":[{\"name\":\"Æ\",\"prices\":{\"usd\":\"1.00\"}}],");
    }

    @Test
    void a_member_that_no_card_has_is_told() throws IOException {
        Found found = found(2, List.of("of the query"), "{\"id\":1,\"name\":\"A\"}", "{\"id\":2,\"loyalty\":\"3\"}");

        assertThat(Answers.json(body(found, null, "nmae,loyalty,id")))
                .containsEntry("warnings", List.of("of the query", "No card of this page has the member “nmae”."));
        assertThat(Answers.json(body(found(0, List.of()), null, "name"))).containsEntry("warnings", List.of());
    }

    @Test
    void members_without_a_possible_name_are_refused() {
        for (String names : List.of("", "a,,b", "a b", "ä", "x".repeat(41))) {
            assertThatThrownBy(() -> FieldFilter.of(names)).as(names).isInstanceOf(BadParameter.class);
        }
    }

    @Test
    void a_query_explains_itself_with_all_its_parts() {
        Explanation.Step part = new Explanation.Step("term", "t:elf", 0, 5, 3, 9, List.of());
        Explanation.Step root = new Explanation.Step("not", "-t:elf", 0, 6, 4, 8, List.of(part));
        Found found = new Found(
                List.of(),
                List.of(),
                0,
                null,
                List.of(),
                1,
                Optional.of(new Explanation(root, List.of("d"), "cards", "name", "auto", "default", false, 12)));

        assertThat(body(found, null, null))
                .contains("\"explanation\":{\"query\":{\"kind\":\"not\",\"typed\":\"-t:elf\",\"from\":0,\"to\":6,"
                        + "\"cards\":4,\"printings\":8,\"parts\":[{\"kind\":\"term\"")
                .contains("\"dropped\":[\"d\"]", "\"microseconds\":12");
    }

    private static Found found(int total, List<String> warnings, String... cards) {
        List<ByteBuffer> objects = Arrays.stream(cards)
                .map(card -> ByteBuffer.wrap(card.getBytes(UTF_8)).asReadOnlyBuffer())
                .toList();
        return new Found(Collections.nCopies(cards.length, ID), objects, total, null, warnings, 1, Optional.empty());
    }

    private static String body(Found found, String next, String fields) {
        Optional<FieldFilter> filter = Optional.ofNullable(fields).map(FieldFilter::of);
        return new String(new CardPageJson(found, Optional.ofNullable(next), filter).bytes(), UTF_8);
    }
}
