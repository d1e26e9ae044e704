package org.mtgtracker.search.index;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.UUID;

/** The members that a card and its faces have alike, while they are read. */
final class FaceDraft {
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
    String watermark = "";
    UUID oracle;
    float manaValue = Float.NaN;

    FaceDraft(Members members) {
        this.members = members;
    }

    /** Takes a member in, if it is one of a face. */
    void take(String field, JsonParser json) throws IOException {
        switch (field) {
            case "name" -> name = members.text(json);
            case "mana_cost" -> manaCost = members.text(json);
            case "type_line" -> typeLine = members.text(json);
            case "oracle_text" -> oracleText = members.text(json);
            case "power" -> power = members.text(json);
            case "toughness" -> toughness = members.text(json);
            case "loyalty" -> loyalty = members.text(json);
            case "defense" -> defense = members.text(json);
            case "colors" -> colours = Members.colours(json);
            case "color_indicator" -> indicator = true;
            case "artist" -> artist = members.text(json);
            case "illustration_id" -> illustration = Members.uuid(json);
            case "flavor_text" -> flavorText = members.text(json);
            case "watermark" -> watermark = members.text(json);
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
