package org.mtgtracker.pages.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtgtracker.catalog.boundary.CardJson;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class CardPictureTest {
    private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");

    @Test
    void a_drawing_shows_what_stands_on_the_card() throws Exception {
        Document svg = parsed(CardPicture.of(card("Creature — Turtle"), 0));

        assertThat(svg.getDocumentElement().getTextContent())
                .contains("Moss & <Back>", "Creature — Turtle", "Vigilance", "2/3", "ABC · 12a · rare");
    }

    @Test
    void a_card_is_always_drawn_the_same() {
        assertThat(CardPicture.of(card("Instant"), 0)).isEqualTo(CardPicture.of(card("Instant"), 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Basic Land — Forest",
                "Artifact",
                "Enchantment — Aura",
                "Legendary Planeswalker — Someone",
                "Sorcery",
                ""
            })
    void every_type_has_a_drawing_that_is_well_formed(String type) throws Exception {
        assertThat(parsed(CardPicture.of(card(type), 0))
                        .getElementsByTagName("rect")
                        .getLength())
                .isGreaterThan(4);
    }

    @Test
    void a_long_text_is_made_smaller_until_it_fits() {
        CardView card = CardReader.read(new CardJson(
                ID,
                "{\"name\":\"Long\",\"oracle_text\":\"%s\"}"
                        .formatted("{T}: Draw a card, then discard a card. ".repeat(20))
                        .getBytes(UTF_8),
                1));

        assertThat(CardPicture.of(card, 0)).contains("font-size=\"1").doesNotContain("font-size=\"23\" ");
    }

    @ParameterizedTest
    @CsvSource({
        "Of, {R}",
        "Akroma Angel of Fury, {5}{R}{R}{R}",
        "A Name That Goes On and On and Does Not End, {W}{U}{B}{R}{G}"
    })
    void a_name_ends_before_the_cost_begins_in_every_font(String name, String mana) throws Exception {
        CardView card = CardReader.read(new CardJson(
                ID,
                "{\"name\":\"%s\",\"mana_cost\":\"%s\"}".formatted(name, mana).getBytes(UTF_8),
                1));
        Document svg = parsed(CardPicture.of(card, 0));

        Element line = elements(svg, "text")
                .filter(text -> text.getTextContent().equals(name))
                .findFirst()
                .orElseThrow();
        double end = Double.parseDouble(line.getAttribute("x")) + Double.parseDouble(line.getAttribute("textLength"));
        double cost = elements(svg, "circle")
                .filter(disc -> disc.getAttribute("cy").equals("52"))
                .mapToDouble(disc ->
                        Double.parseDouble(disc.getAttribute("cx")) - Double.parseDouble(disc.getAttribute("r")))
                .min()
                .orElseThrow();
        assertThat(end).isPositive().isLessThan(cost);
    }

    @ParameterizedTest
    @EnumSource(Glyph.class)
    void the_style_sheet_draws_symbols_as_the_pictures_do(Glyph glyph) throws IOException {
        assertThat(Files.readString(Path.of("src/main/webapp/assets/tracker.css")))
                .contains(".symbol-" + glyph.name().toLowerCase(java.util.Locale.ROOT) + " ")
                .contains(glyph.path());
    }

    private static Stream<Element> elements(Document svg, String name) {
        NodeList found = svg.getElementsByTagName(name);
        return IntStream.range(0, found.getLength()).mapToObj(at -> (Element) found.item(at));
    }

    private static CardView card(String type) {
        return CardReader.read(new CardJson(ID, """
                {"name":"Moss & <Back>","set":"abc","collector_number":"12a","rarity":"rare","mana_cost":"{1}{G/W}{G}",
                 "type_line":"%s","oracle_text":"Vigilance\\n{T}: Add {G}.","power":"2","toughness":"3","colors":["G"]}
                """.formatted(type).getBytes(UTF_8), 1));
    }

    private static Document parsed(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg.getBytes(UTF_8)));
    }
}
