package org.mtgtracker.catalog.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mtgtracker.catalog.CardText.card;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtgtracker.catalog.CardText;
import org.mtgtracker.search.control.ReferenceLists;
import org.mtgtracker.search.index.CardIndex;
import org.mtgtracker.search.index.CardIndexBuilder;
import org.mtgtracker.search.index.Facet;
import org.mtgtracker.search.index.TagFacts;

/**
 * What an import takes, the index can be built of: one card with an odd member among a hundred thousand must not keep all
 * others from being found.
 */
class OddMembersTest {
    private static final List<String> ODD = List.of(
            "null",
            "true",
            "\"\"",
            "\"no such thing\"",
            "0",
            "-1",
            "1.5",
            "1e3",
            "1e999",
            "99999999999",
            "123456789012345678901234567890",
            "[]",
            "[null,[\"W\"],{\"a\":[1]},7,\"W\",99999999999]",
            "{}",
            "{\"id\":\"none\",\"name\":[{}],\"usd\":{\"a\":1}}");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "color_identity",
                "colors",
                "keywords",
                "produced_mana",
                "legalities",
                "games",
                "finishes",
                "border_color",
                "frame",
                "frame_effect",
                "frame_effects",
                "promo_types",
                "security_stamp",
                "flavor_name",
                "edhrec_rank",
                "penny_rank",
                "preview",
                "booster",
                "all_parts",
                "multiverse_ids",
                "mtgo_id",
                "arena_id",
                "tcgplayer_id",
                "cardmarket_id",
                "mana_cost",
                "oracle_text",
                "power",
                "toughness",
                "loyalty",
                "defense",
                "color_indicator",
                "artist",
                "illustration_id",
                "flavor_text",
                "watermark",
                "image_uris",
                "never_heard_of"
            })
    void a_card_with_it_is_found_like_any_other(String member) {
        List<String> cards = new ArrayList<>();
        for (String value : ODD) {
            String text = card(cards.size() + 1).toString();
            // in front of all others: whoever loses his place there loses the card
            cards.add("{\"" + member + "\":" + value + "," + text.substring(1));
        }
        allAreFound(cards);
    }

    @Test
    void nor_do_odd_members_of_faces_lose_it() {
        List<String> cards = new ArrayList<>();
        for (String member : List.of("illustration_id", "oracle_id", "cmc", "colors", "power", "type_line")) {
            for (String value : ODD) {
                String text = card(cards.size() + 1).toString();
                cards.add("{\"card_faces\":[{\"name\":\"Front\"},{\"" + member + "\":" + value + ",\"name\":\"Back\"}],"
                        + text.substring(1));
            }
        }
        allAreFound(cards);
    }

    @Test
    void nor_do_members_that_come_a_second_time() {
        allAreFound(List.of("{\"released_at\":null,\"id\":null,\"name\":null,\"set\":null,\"cmc\":null,\"prices\":null,"
                + "\"card_faces\":null,\"collector_number\":null,\"oracle_id\":null,"
                + card(1).toString().substring(1)));
    }

    @Test
    void nor_do_odd_parts_hide_those_behind_them() {
        allAreFound(
                List.of("{\"all_parts\":[7,null,[{}],{\"id\":\"none\",\"component\":\"meld_part\"},{\"component\":5}],"
                        + card(1).toString().substring(1)));
    }

    @Test
    void a_tag_with_an_odd_tagging_marks_the_others() {
        CardIndexBuilder builder = new CardIndexBuilder();
        builder.add(1, card(1).toString().getBytes(UTF_8));
        ReferenceLists.add(
                builder,
                "oracle_tag",
                ("{\"object\":\"tag\",\"slug\":\"ramp\",\"taggings\":[{\"oracle_id\":\"none\"},{\"oracle_id\":null},7,"
                                + "{\"oracle_id\":\"00000000-0000-0007-0000-000000000001\"}]}")
                        .getBytes(UTF_8));
        assertThat(builder.build(1).tags(TagFacts.Kind.ORACLE).get("ramp").getCardinality())
                .isEqualTo(1);
    }

    private static void allAreFound(List<String> cards) {
        CardIndexBuilder builder = new CardIndexBuilder();
        for (int i = 0; i < cards.size(); i++) {
            byte[] json = cards.get(i).getBytes(UTF_8);
            assertThat(CardReader.read(json, 0, json.length).id()).isEqualTo(CardText.id(i + 1));
            builder.add(i + 1, json);
        }
        CardIndex index = builder.build(1);
        assertThat(index.printings()).isEqualTo(cards.size());
        assertThat(index.with(Facet.SET, "tst").getCardinality()).isEqualTo(cards.size());
        for (int i = 0; i < cards.size(); i++) {
            int position = index.positionOf(CardText.id(i + 1));
            assertThat(position).as(cards.get(i)).isNotNegative();
            assertThat(index.name(position)).isEqualTo("Card " + (i + 1));
            assertThat(index.collectorNumber(position)).isEqualTo(String.valueOf(i + 1));
        }
    }
}
