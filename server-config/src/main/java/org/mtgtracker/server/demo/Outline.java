package org.mtgtracker.server.demo;

import java.util.List;

/**
 * What is settled about a face before it has a name and a text.
 *
 * @param colours none for a colourless face
 * @param manaValue what it should cost; three colours cost at least three
 */
record Outline(DemoSet set, Rarity rarity, List<Colour> colours, int manaValue, Dice dice) {
    Outline {
        colours = List.copyOf(colours);
        manaValue = Math.max(manaValue, colours.size());
    }

    /** The letter of one of its colours, or the word lists' letter for none. */
    String letter() {
        return colours.isEmpty() ? Colour.NONE : dice.pick(colours).letter();
    }

    /** A cost in these colours; rarely hybrid, Phyrexian and so on, as the set likes it. */
    String cost() {
        int coloured = dice.weighed(0, 55, manaValue > 2 ? 38 : 15, manaValue > 4 ? 8 : 1);
        return ManaCost.of(manaValue, colours, Math.max(coloured, colours.size()), style());
    }

    private ManaCost.Style style() {
        if (colours.size() == 2 && dice.chance(0.3)) {
            return ManaCost.Style.HYBRID;
        }
        if (colours.size() == 1 && dice.chance(set.phyrexian())) {
            return ManaCost.Style.PHYREXIAN;
        }
        if (colours.size() == 1 && dice.chance(set.twobrid())) {
            return ManaCost.Style.TWOBRID;
        }
        return ManaCost.Style.PLAIN;
    }

    Outline with(int newManaValue) {
        return new Outline(set, rarity, colours, newManaValue, dice);
    }

    Outline with(List<Colour> newColours) {
        return new Outline(set, rarity, newColours, manaValue, dice);
    }
}
