package org.mtgtracker.server.demo;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mtgtracker.server.demo.WrittenCatalogue.strings;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cards are what Scryfall's are, field by field, and there is something of everything. */
class DemoCardsTest {
    /** Every field that a demo card may have; Scryfall documents all of them. */
    private static final Set<String> FIELDS = Set.of("""
            object id oracle_id multiverse_ids name lang released_at layout highres_image image_status mana_cost
            cmc type_line oracle_text power toughness loyalty colors color_identity keywords produced_mana
            card_faces legalities games reserved game_changer foil nonfoil finishes oversized promo reprint
            variation set_id set set_name set_type collector_number digital rarity watermark flavor_text artist
            artist_ids illustration_id border_color frame frame_effects security_stamp full_art textless booster
            story_spotlight promo_types edhrec_rank penny_rank prices""".split("\\s+"));

    private static final Set<String> FACE_FIELDS = Set.of("""
            object name mana_cost type_line oracle_text colors color_indicator power toughness loyalty
            flavor_text artist artist_id illustration_id""".split("\\s+"));
    private static final Pattern SYMBOL = Pattern.compile("\\{([^}]+)}");
    private static final Pattern COST = Pattern.compile(
            "(\\{(\\d+|[WUBRGCX]|[WUBRG]/[WUBRG]|2/[WUBRG]|[WUBRG]/P|HW)})*( // (\\{(\\d+|[WUBRG])})+)?");

    private static List<JsonNode> cards;

    @BeforeAll
    static void write(@TempDir Path folder) {
        cards = WrittenCatalogue.upTo(WrittenCatalogue.LAST_DAY, folder).cards();
    }

    @Test
    void there_are_about_two_thousand_printings_of_fifteen_hundred_cards() {
        assertThat(cards).hasSizeBetween(1900, 2200);
        assertThat(values("oracle_id")).hasSizeBetween(1400, 1600);
        assertThat(cards.stream().filter(card -> card.get("reprint").booleanValue()))
                .hasSizeGreaterThan(200);
    }

    @Test
    void ids_are_random_looking_uuids_and_no_two_printings_share_one() {
        assertThat(values("id")).hasSameSizeAs(cards);
        assertThat(cards.stream()
                        .flatMap(card -> Stream.of("id", "oracle_id", "set_id").map(field -> text(card, field))))
                .allSatisfy(id -> {
                    assertThat(UUID.fromString(id).version()).isEqualTo(4);
                    assertThat(UUID.fromString(id).variant()).isEqualTo(2);
                });
    }

    @Test
    void no_two_printings_of_a_set_share_a_collector_number() {
        assertThat(cards.stream().map(card -> text(card, "set") + " " + text(card, "collector_number")))
                .doesNotHaveDuplicates();
        assertThat(values("collector_number"))
                .anyMatch(number -> number.matches("\\d+a"))
                .anyMatch(number -> number.endsWith("★"));
    }

    @Test
    void every_printings_set_is_one_of_ours() {
        Map<String, DemoSet> sets = new HashMap<>();
        DemoSets.of(DemoCatalogue.SEED).forEach(set -> sets.put(set.code(), set));
        assertThat(values("set")).isEqualTo(sets.keySet());
        assertThat(cards).allSatisfy(card -> {
            DemoSet set = sets.get(text(card, "set"));
            assertThat(text(card, "set_id")).isEqualTo(set.id().toString());
            assertThat(text(card, "set_name")).isEqualTo(set.name());
            assertThat(text(card, "set_type")).isEqualTo(set.type());
            assertThat(text(card, "released_at")).isEqualTo(set.released().toString());
        });
    }

    @Test
    void the_fields_are_scryfalls_and_none_is_an_address() {
        assertThat(cards).allSatisfy(card -> {
            assertThat(FIELDS).containsAll(fieldNames(card));
            card.path("card_faces").forEach(face -> assertThat(FACE_FIELDS).containsAll(fieldNames(face)));
            assertThat(card.toString()).doesNotContain("http", "_uri");
        });
    }

    @Test
    void printings_of_a_card_agree_on_its_rules_and_no_two_cards_share_a_name() {
        Map<String, String> rules = new HashMap<>();
        Map<String, String> ids = new HashMap<>();
        assertThat(cards).allSatisfy(card -> {
            String id = text(card, "oracle_id");
            String text =
                    card.get("type_line") + " " + card.get("oracle_text") + card.get("cmc") + card.get("legalities");
            assertThat(rules.merge(id, text, (first, second) -> first)).isEqualTo(text);
            for (String name : WrittenCatalogue.names(card)) {
                if (!text(card, "layout").contains("token")) {
                    assertThat(ids.merge(name, id, (first, second) -> first))
                            .as(name)
                            .isEqualTo(id);
                }
            }
        });
    }

    @Test
    void colour_identity_holds_the_colours_and_every_symbol() {
        assertThat(cards).allSatisfy(card -> {
            Set<String> found = new TreeSet<>(strings(card, "colors"));
            for (JsonNode face : faces(card)) {
                found.addAll(strings(face, "colors"));
                found.addAll(strings(face, "color_indicator"));
                String text = face.path("mana_cost").asText()
                        + face.path("oracle_text").asText().replaceAll("\\([^)]*\\)", "");
                SYMBOL.matcher(text)
                        .results()
                        .forEach(
                                symbol -> found.addAll(Stream.of(symbol.group(1).split(""))
                                        .filter("WUBRG"::contains)
                                        .collect(toSet())));
                Map.of("Plains", "W", "Island", "U", "Swamp", "B", "Mountain", "R", "Forest", "G")
                        .forEach((type, letter) -> {
                            if (face.path("type_line").asText().contains(type)) {
                                found.add(letter);
                            }
                        });
            }
            assertThat(strings(card, "color_identity")).as(text(card, "name")).containsExactlyElementsOf(found);
        });
    }

    @Test
    void mana_costs_are_well_formed_and_add_up_to_the_mana_value() {
        assertThat(cards).allSatisfy(card -> {
            List<String> costs = new ArrayList<>();
            faces(card).forEach(face -> costs.add(face.path("mana_cost").asText()));
            assertThat(costs).allSatisfy(cost -> assertThat(cost).matches(COST));
            BigDecimal value = worth(costs.get(0));
            if (text(card, "layout").equals("split")) {
                value = value.add(worth(costs.get(1)));
            }
            assertThat(card.get("cmc").decimalValue()).as(text(card, "name")).isEqualByComparingTo(value);
        });
        assertThat(cards.stream().filter(card -> card.get("cmc").doubleValue() == 0.5))
                .hasSize(1);
    }

    @Test
    void creatures_have_power_and_toughness_and_planeswalkers_loyalty() {
        assertThat(cards).allSatisfy(card -> faces(card).forEach(face -> {
            String type = face.get("type_line").textValue();
            boolean fights = type.contains("Creature") || type.contains("Vehicle");
            assertThat(face.has("power")).as(type).isEqualTo(fights);
            assertThat(face.has("toughness")).as(type).isEqualTo(fights);
            assertThat(face.has("loyalty")).as(type).isEqualTo(type.contains("Planeswalker"));
        }));
    }

    @Test
    void faces_are_where_the_layout_puts_them() {
        Set<String> twoSided = Set.of("transform", "modal_dfc", "double_faced_token");
        Set<String> twoParts = Set.of("split", "adventure", "flip");
        assertThat(cards).allSatisfy(card -> {
            String layout = text(card, "layout");
            boolean sides = twoSided.contains(layout);
            assertThat(card.path("card_faces").size()).as(layout).isEqualTo(sides || twoParts.contains(layout) ? 2 : 0);
            assertThat(card.has("mana_cost")).as(layout).isEqualTo(!sides);
            assertThat(card.has("colors")).as(layout).isEqualTo(!sides);
            assertThat(card.has("illustration_id")).as(layout).isEqualTo(!sides);
            assertThat(card.has("oracle_text"))
                    .as(layout)
                    .isEqualTo(card.path("card_faces").isEmpty());
            card.path("card_faces")
                    .forEach(face -> assertThat(face.has("colors")).isEqualTo(sides));
            if (card.has("card_faces")) {
                assertThat(text(card, "name")).isEqualTo(joined(card, "name"));
                assertThat(text(card, "type_line")).isEqualTo(joined(card, "type_line"));
            }
        });
    }

    @Test
    void there_is_something_of_everything() {
        assertThat(values("rarity"))
                .containsExactlyInAnyOrder("common", "uncommon", "rare", "mythic", "special", "bonus");
        assertThat(values("layout"))
                .contains("normal", "transform", "modal_dfc", "adventure", "split", "flip", "saga", "token", "emblem");
        assertThat(values("frame")).containsExactlyInAnyOrder("1997", "2003", "2015");
        assertThat(values("border_color")).contains("black", "silver", "borderless");
        assertThat(all("frame_effects")).contains("showcase", "extendedart", "etched", "legendary");
        assertThat(all("finishes")).containsExactlyInAnyOrder("nonfoil", "foil", "etched");
        assertThat(all("games")).containsExactlyInAnyOrder("paper", "mtgo", "arena");
        for (String type :
                List.of("Planeswalker", "Vehicle", "Saga", "Aura", "Equipment", "Instant", "Sorcery", "Basic Land")) {
            assertThat(values("type_line")).as(type).anyMatch(line -> line.contains(type));
        }
        for (String symbol : List.of("{W/U}", "/P}", "{2/", "{X}", "{HW}")) {
            assertThat(values("mana_cost")).as(symbol).anyMatch(cost -> cost.contains(symbol));
        }
        assertThat(cards.stream().filter(card -> card.get("full_art").booleanValue()))
                .isNotEmpty();
        assertThat(cards.stream().filter(card -> !card.get("booster").booleanValue()))
                .hasSizeGreaterThan(100);
        assertThat(cards.stream().filter(card -> card.get("digital").booleanValue()))
                .hasSizeGreaterThan(50);
    }

    @Test
    void no_placeholder_is_left_in_a_text() {
        assertThat(cards).allSatisfy(card -> assertThat(card.toString()).doesNotContain("<", ">", "|"));
        assertThat(cards).allSatisfy(card -> faces(card).forEach(face -> {
            for (String line : face.path("oracle_text").asText().split("\n")) {
                assertThat(line).matches("(?s)|[A-Z+{(\u2212].*");
            }
        }));
    }

    @Test
    void tokens_and_jokes_are_legal_nowhere_and_every_format_has_legal_cards_or_none_at_all() {
        Set<String> used = new HashSet<>();
        assertThat(cards).allSatisfy(card -> {
            boolean extra = Set.of("token", "funny").contains(text(card, "set_type"));
            assertThat(card.get("legalities").size()).isEqualTo(21);
            card.get("legalities").properties().forEach(format -> {
                assertThat(format.getValue().textValue()).isIn("legal", "not_legal", "banned", "restricted");
                if (extra) {
                    assertThat(format.getValue().textValue()).isEqualTo("not_legal");
                }
                if (format.getValue().textValue().equals("legal")) {
                    used.add(format.getKey());
                }
            });
        });
        assertThat(used).hasSize(20).doesNotContain("oldschool");
    }

    private static BigDecimal worth(String cost) {
        return SYMBOL.matcher(cost)
                .results()
                .map(symbol -> symbol.group(1))
                .map(symbol -> switch (symbol) {
                    case "X" -> "0";
                    case "HW" -> "0.5";
                    default -> symbol.matches("\\d.*") ? symbol.replaceAll("/.*", "") : "1";
                })
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The faces of a card, or the card itself when it has only one. */
    private static List<JsonNode> faces(JsonNode card) {
        List<JsonNode> faces = new ArrayList<>();
        card.path("card_faces").forEach(faces::add);
        return faces.isEmpty() ? List.of(card) : faces;
    }

    private static String joined(JsonNode card, String field) {
        return String.join(
                " // ", faces(card).stream().map(face -> text(face, field)).toList());
    }

    private static String text(JsonNode card, String field) {
        return card.get(field).textValue();
    }

    private static Set<String> values(String field) {
        return cards.stream()
                .filter(card -> card.has(field))
                .map(card -> text(card, field))
                .collect(toSet());
    }

    private static Set<String> all(String field) {
        return cards.stream().flatMap(card -> strings(card, field).stream()).collect(toSet());
    }

    private static List<String> fieldNames(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
