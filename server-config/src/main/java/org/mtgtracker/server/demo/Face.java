package org.mtgtracker.server.demo;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One side or half of a card; a card of the usual kind has one.
 *
 * @param manaCost empty where there is none, as for lands and for the back of a card that turns over
 * @param indicator the colours of a face that has them without a mana cost
 * @param power empty where the face is not a creature or vehicle; toughness likewise
 * @param loyalty empty where the face is not a planeswalker
 * @param keywords the abilities named in the text
 */
record Face(
        String name,
        String manaCost,
        String typeLine,
        String oracleText,
        Set<Colour> indicator,
        String power,
        String toughness,
        String loyalty,
        List<String> keywords) {

    Face {
        requireNonNull(name, "name is null");
        requireNonNull(manaCost, "manaCost is null");
        requireNonNull(typeLine, "typeLine is null");
        requireNonNull(oracleText, "oracleText is null");
        keywords = List.copyOf(keywords);
    }

    static Face of(String name, String manaCost, String typeLine, Abilities abilities) {
        return new Face(name, manaCost, typeLine, abilities.text(), Set.of(), "", "", "", abilities.keywords());
    }

    Face withStats(String newPower, String newToughness) {
        return new Face(name, manaCost, typeLine, oracleText, indicator, newPower, newToughness, loyalty, keywords);
    }

    Face withLoyalty(int newLoyalty) {
        return new Face(
                name,
                manaCost,
                typeLine,
                oracleText,
                indicator,
                power,
                toughness,
                Integer.toString(newLoyalty),
                keywords);
    }

    /** The same face without a mana cost: its colours are shown by an indicator. */
    Face asBack() {
        return new Face(
                name, "", typeLine, oracleText, ManaCost.colours(manaCost), power, toughness, loyalty, keywords);
    }

    /** The same face as the lower half of a card that is flipped: its colours are those of the upper half. */
    Face asFlipped() {
        return new Face(name, "", typeLine, oracleText, Set.of(), power, toughness, loyalty, keywords);
    }

    /** The same face with one more ability. */
    Face withLine(String line, List<String> moreKeywords) {
        List<String> all = new ArrayList<>(keywords);
        all.addAll(moreKeywords);
        return new Face(name, manaCost, typeLine, oracleText + "\n" + line, indicator, power, toughness, loyalty, all);
    }

    Set<Colour> colours() {
        Set<Colour> colours = EnumSet.noneOf(Colour.class);
        colours.addAll(ManaCost.colours(manaCost));
        colours.addAll(indicator);
        return colours;
    }

    boolean is(String type) {
        return typeLine.contains(type);
    }
}
