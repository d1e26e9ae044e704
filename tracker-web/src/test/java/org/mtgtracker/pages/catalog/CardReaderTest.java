package org.mtgtracker.pages.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtgtracker.catalog.boundary.CardJson;

class CardReaderTest {
    private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");

    @Test
    void a_card_that_is_legal_nowhere_is_not_playable_and_one_that_is_restricted_is() {
        String card = """
                {"name":"A Thing","legalities":{"modern":"not_legal","vintage":"%s"}}
                """;

        assertThat(read(card.formatted("not_legal")).playable()).isFalse();
        assertThat(read(card.formatted("restricted")).playable()).isTrue();
    }

    @Test
    void the_cards_that_belong_to_it_are_told_without_itself() {
        CardView card = read("""
                {"name":"Maker","all_parts":[
                 {"id":"%s","component":"combo_piece","name":"Maker","type_line":"Creature"},
                 {"id":"00000000-0000-4000-8000-0000000000ff","component":"token","name":"Made","type_line":"Token Artifact"},
                 {"id":"00000000-0000-4000-8000-0000000000fe","component":"something_new","name":"Other"},
                 {"id":"1-1-1-1-1","component":"token","name":"Broken"}]}
                """.formatted(ID));

        assertThat(card.parts())
                .containsExactly(
                        new CardView.Part(
                                UUID.fromString("00000000-0000-4000-8000-0000000000ff"),
                                "Made",
                                "Token",
                                "Token Artifact"),
                        new CardView.Part(UUID.fromString("00000000-0000-4000-8000-0000000000fe"), "Other", "", ""));
    }

    @Test
    void a_card_of_todays_schema_shows_all_that_a_page_needs() {
        CardView card = read("""
                {"name":"Mossback Turtle","lang":"en","released_at":"2026-01-02","layout":"normal","set":"abc",
                 "set_name":"A Set","collector_number":"12a","rarity":"rare","mana_cost":"{1}{G}",
                 "type_line":"Creature — Turtle","oracle_text":"Vigilance\\n{T}: Add {G}.","power":"2","toughness":"*",
                 "flavor_text":"Slow.\\n— A proverb","artist":"A. Painter","colors":["G"],
                 "finishes":["nonfoil","foil","etched"],
                 "prices":{"usd":"1234.5","usd_foil":"0.05","usd_etched":null,"eur":"2.00","tix":"0.02"},
                 "legalities":{"standard":"legal","predh":"not_legal","vintage":"restricted","modern":"banned"},
                 "image_uris":{"normal":"https://cards.scryfall.io/normal/front/0/0/x.jpg?1"},
                 "scryfall_uri":"https://scryfall.com/card/abc/12a"}
                """);

        assertThat(card.id()).isEqualTo(ID);
        assertThat(card.setCode()).isEqualTo("ABC");
        assertThat(card.collectorNumber()).isEqualTo("12a");
        assertThat(card.released()).isEqualTo("2026-01-02");
        assertThat(card.faces()).singleElement().satisfies(face -> {
            assertThat(face.manaCost()).extracting(Piece::text).containsExactly("1", "G");
            assertThat(face.typeLine()).isEqualTo("Creature — Turtle");
            assertThat(face.oracleText()).hasSize(2);
            assertThat(face.stats()).isEqualTo("2/*");
            assertThat(face.flavor()).containsExactly("Slow.", "— A proverb");
            assertThat(face.artist()).isEqualTo("A. Painter");
            assertThat(face.frame()).isEqualTo("frame-green");
        });
        assertThat(card.prices())
                .extracting(CardView.Price::kind, CardView.Price::amount)
                .containsExactly(
                        tuple("US dollars", "$1,234.50"),
                        tuple("US dollars, foil", "$0.05"),
                        tuple("Euro", "€2.00"),
                        tuple("Magic Online tickets", "0.02 tix"));
        assertThat(card.dollars()).isEqualTo("$1,234.50");
        assertThat(card.legalities())
                .extracting(CardView.Legality::format, CardView.Legality::word, CardView.Legality::style)
                .containsExactly(
                        tuple("Standard", "legal", "legality-legal"),
                        tuple("Modern", "banned", "legality-banned"),
                        tuple("Vintage", "restricted", "legality-restricted"),
                        tuple("PreDH", "not legal", "legality-not-legal"));
        assertThat(card.images())
                .containsExactly(new CardView.Image(
                        "https://cards.scryfall.io/normal/front/0/0/x.jpg?1", "The card Mossback Turtle"));
        assertThat(card.scryfallUri()).isEqualTo("https://scryfall.com/card/abc/12a");
    }

    @Test
    void a_card_of_2019_without_prices_and_with_pictures_of_a_gone_host_is_shown() {
        CardView card = read("""
                {"name":"Old Land","lang":"en","released_at":"1996-01-01","set":"old","set_name":"Old",
                 "collector_number":"101†","rarity":"common","mana_cost":"","type_line":"Land",
                 "oracle_text":"{T}: Add {U} or {B}.","colors":[],"color_identity":["B","U"],"artist":"B. Painter",
                 "legalities":{"frontier":"legal"},"foil":false,"nonfoil":true,
                 "image_uris":{"normal":"https://img.scryfall.com/cards/normal/en/old/101.jpg?1"}}
                """);

        assertThat(card.prices()).isEmpty();
        assertThat(card.dollars()).isEmpty();
        assertThat(card.images()).isEmpty();
        assertThat(card.scryfallUri()).isEmpty();
        assertThat(card.manaCosts()).isEmpty();
        assertThat(card.faces().get(0).stats()).isEmpty();
        assertThat(card.faces().get(0).frame()).isEqualTo("frame-gold");
    }

    @Test
    void a_transforming_card_has_a_picture_and_a_text_on_each_face() {
        CardView card = read("""
                {"name":"Pup // Wolf","layout":"transform","artist":"C. Painter","card_faces":[
                  {"name":"Pup","mana_cost":"{R}","type_line":"Creature","oracle_text":"Grows.","power":"1","toughness":"1",
                   "colors":["R"],"image_uris":{"normal":"https://cards.scryfall.io/normal/front/p.jpg"}},
                  {"name":"Wolf","mana_cost":"","type_line":"Creature","oracle_text":"","power":"5","toughness":"5",
                   "colors":["R","G"],"artist":"D. Painter",
                   "image_uris":{"normal":"https://cards.scryfall.io/normal/back/w.jpg"}}]}
                """);

        assertThat(card.faces()).extracting(FaceView::name).containsExactly("Pup", "Wolf");
        assertThat(card.faces()).extracting(FaceView::stats).containsExactly("1/1", "5/5");
        assertThat(card.faces()).extracting(FaceView::artist).containsExactly("C. Painter", "D. Painter");
        assertThat(card.faces()).extracting(FaceView::frame).containsExactly("frame-red", "frame-gold");
        assertThat(card.images()).extracting(CardView.Image::alt).containsExactly("The card Pup", "The card Wolf");
        assertThat(card.manaCosts()).hasSize(1);
        assertThat(card.oneArtist()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"adventure", "split", "flip"})
    void faces_on_one_picture_are_shown_with_that_picture(String layout) {
        CardView card = read("""
                {"name":"Fire // Ice","layout":"%s","artist":"E. Painter","colors":["R","U"],
                 "image_uris":{"normal":"https://cards.scryfall.io/normal/front/f.jpg"},"card_faces":[
                  {"name":"Fire","mana_cost":"{1}{R}","type_line":"Instant","oracle_text":"Burn."},
                  {"name":"Ice","mana_cost":"{1}{U}","type_line":"Instant","oracle_text":"Freeze."}]}
                """.formatted(layout));

        assertThat(card.images()).hasSize(1);
        assertThat(card.faces()).hasSize(2);
        assertThat(card.manaCosts()).hasSize(2);
        assertThat(card.faces()).extracting(FaceView::artist).containsOnly("E. Painter");
        assertThat(card.oneArtist()).isTrue();
    }

    @Test
    void loyalty_and_defense_are_named() {
        assertThat(read("{\"name\":\"P\",\"loyalty\":\"4\"}").faces().get(0).stats())
                .isEqualTo("Loyalty 4");
        assertThat(read("{\"name\":\"B\",\"defense\":\"5\"}").faces().get(0).stats())
                .isEqualTo("Defense 5");
    }

    @Test
    void a_price_of_foils_only_says_so_in_a_list() {
        assertThat(read("{\"name\":\"F\",\"prices\":{\"usd\":null,\"usd_foil\":\"3\"}}")
                        .dollars())
                .isEqualTo("$3.00 foil");
    }

    @Test
    void values_that_are_not_what_they_should_be_are_left_out() {
        CardView card = read("""
                {"name":"Odd","colors":"G","mana_cost":5,"prices":{"usd":"cheap","eur":1,"tix":"1e9999"},
                 "legalities":{"modern":"maybe","legacy":true},"card_faces":[],"image_uris":[],
                 "scryfall_uri":"javascript:alert(1)"}
                """);

        assertThat(card.prices()).isEmpty();
        assertThat(card.legalities()).isEmpty();
        assertThat(card.images()).isEmpty();
        assertThat(card.scryfallUri()).isEmpty();
        assertThat(card.faces()).hasSize(1);
    }

    @Test
    void every_real_card_can_be_shown() throws IOException {
        String data = System.getenv("TRACKER_DATA");
        assumeTrue(data != null, "TRACKER_DATA names no folder of real cards: only the made-up ones are shown.");
        List<CardView> today =
                cards(Files.newInputStream(Path.of(data, "scryfall/scryfall-full-objects-2025-12cards.json")));
        List<CardView> old = cards(new GZIPInputStream(new BufferedInputStream(
                Files.newInputStream(Path.of(data, "scryfall/default-cards-2019-09.json.gz")))));

        assertThat(today).hasSize(12).allSatisfy(card -> {
            assertThat(card.images()).isNotEmpty();
            assertThat(card.legalities()).isNotEmpty();
            assertThat(card.scryfallUri()).isNotEmpty();
        });
        assertThat(old).hasSize(45_851).allSatisfy(card -> {
            assertThat(card.name())
                    .isEqualTo(card.faces().stream().map(FaceView::name).collect(Collectors.joining(" // ")));
            assertThat(card.images()).isEmpty();
            assertThat(card.setName()).isNotEmpty();
        });
    }

    private static List<CardView> cards(InputStream in) {
        try (JsonReader reader = Json.createReader(in)) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(card -> CardReader.read(new CardJson(
                            UUID.fromString(card.getString("id")),
                            card.toString().getBytes(UTF_8),
                            1)))
                    .toList();
        }
    }

    private static CardView read(String json) {
        return CardReader.read(new CardJson(ID, json.getBytes(UTF_8), 1));
    }
}
