package org.mtgtracker.server.demo;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The five colours of mana, in the order in which the wheel goes round. */
enum Colour {
    WHITE("W", "white", "Plains"),
    BLUE("U", "blue", "Island"),
    BLACK("B", "black", "Swamp"),
    RED("R", "red", "Mountain"),
    GREEN("G", "green", "Forest");

    /** What stands in word lists for a card without colour. */
    static final String NONE = "C";

    private final String letter;
    private final String word;
    private final String landType;

    Colour(String letter, String word, String landType) {
        this.letter = letter;
        this.word = word;
        this.landType = landType;
    }

    String letter() {
        return letter;
    }

    String word() {
        return word;
    }

    /** The basic land type that makes this mana. */
    String landType() {
        return landType;
    }

    static Set<Colour> of(String letters) {
        Set<Colour> colours = EnumSet.noneOf(Colour.class);
        for (Colour colour : values()) {
            if (letters.contains(colour.letter)) {
                colours.add(colour);
            }
        }
        return colours;
    }

    /** The letters as Scryfall lists them: by the alphabet. */
    static List<String> letters(Collection<Colour> colours) {
        return colours.stream().map(Colour::letter).sorted().toList();
    }

    /** How many steps round the wheel it is to another colour, 0 to 4. */
    int stepsTo(Colour other) {
        return Math.floorMod(other.ordinal() - ordinal(), values().length);
    }

    Colour after(int steps) {
        return values()[Math.floorMod(ordinal() + steps, values().length)];
    }
}
