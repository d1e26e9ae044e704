package org.mtgtracker.search.index;

import static java.util.Map.entry;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;

/** The members that a card and its faces have alike, while they are read. */
final class FaceDraft {
    /** The members that are texts. */
    private static final Map<String, BiConsumer<FaceDraft, String>> TEXTS = Map.ofEntries(
            entry("name", (face, text) -> face.name = text),
            entry("mana_cost", (face, text) -> face.manaCost = text),
            entry("type_line", (face, text) -> face.typeLine = text),
            entry("oracle_text", (face, text) -> face.oracleText = text),
            entry("power", (face, text) -> face.power = text),
            entry("toughness", (face, text) -> face.toughness = text),
            entry("loyalty", (face, text) -> face.loyalty = text),
            entry("defense", (face, text) -> face.defense = text),
            entry("artist", (face, text) -> face.artist = text),
            entry("flavor_text", (face, text) -> face.flavorText = text),
            entry("flavor_name", (face, text) -> face.flavorName = text),
            entry("printed_name", (face, text) -> face.printedName = text),
            entry("watermark", (face, text) -> face.watermark = text));

    private final Members members;

    String name = "";
    String manaCost = "";
    String typeLine = "";
    String oracleText = "";
    String power = "";
    String toughness = "";
    String loyalty = "";
    String defense = "";
    int colours = -1;
    boolean indicator;
    String artist = "";
    UUID illustration;
    String flavorText = "";
    String flavorName = "";
    String printedName = "";
    boolean printedText;
    String watermark = "";
    UUID oracle;
    float manaValue = Float.NaN;

    FaceDraft(Members members) {
        this.members = members;
    }

    /** Takes a member in, if it is one of a face. */
    void take(String field, JsonParser json) throws IOException {
        BiConsumer<FaceDraft, String> text = TEXTS.get(field);
        if (text != null) {
            text.accept(this, members.text(json));
            return;
        }
        switch (field) {
            case "colors" -> colours = Members.colours(json);
            case "color_indicator" -> indicator = true;
            case "printed_text" -> printedText = true;
            case "illustration_id" -> illustration = Members.uuid(json);
            case "oracle_id" -> oracle = Members.uuid(json);
            case "cmc" -> manaValue = Members.number(json);
            default -> {}
        }
    }

    FaceFacts facts() {
        return new FaceFacts(
                name, manaCost, typeLine, oracleText, power, toughness, loyalty, defense, colours, indicator);
    }
}
