package org.mtgtracker.search.index;

import java.util.List;

/**
 * Characters side by side, each one of a set, that every match of a pattern contains: four vowels, or two digits and a
 * slash. They are looked for from their end, so that most of a text is leapt over unread (BNDM: Navarro and Raffinot,
 * Flexible Pattern Matching in Strings, 2002, 2.4.2 and 4.3.2).
 */
public final class CharacterRun implements Clue {
    /** The longest run that is looked for. */
    public static final int LONGEST = 8;

    private static final int NARROW = 0x100;
    private static final int CHARACTERS_A_STEP = 4;

    private final List<Characters> sets;
    private final boolean enough;
    /** The sets that a character is in, the last one's bit being the lowest. */
    private final int[] masks = new int[NARROW];

    /** @throws IllegalArgumentException when there are none, or more than {@link #LONGEST} */
    public CharacterRun(List<Characters> sets, boolean enough) {
        if (sets.isEmpty() || sets.size() > LONGEST) {
            throw new IllegalArgumentException(sets.size() + " sets; from 1 to " + LONGEST + " are allowed");
        }
        this.sets = List.copyOf(sets);
        this.enough = enough;
        for (char c = 0; c < NARROW; c++) {
            masks[c] = mask(c);
        }
    }

    private int mask(char c) {
        int mask = 0;
        for (Characters set : sets) {
            mask = mask << 1 | (set.has(c) ? 1 : 0);
        }
        return mask;
    }

    @Override
    public int next(String texts, int from, Budget budget) {
        int length = sets.size();
        int end = texts.length();
        int looks = 0;
        int found = -1;
        for (int last = from + length - 1; last < end && found < 0; ) {
            char c = texts.charAt(last);
            int alive = c < NARROW ? masks[c] : mask(c);
            if (alive == 0) {
                looks++;
                last += length;
            } else {
                int leap = leap(texts, last, alive);
                looks += length;
                if (leap == 0) {
                    found = last - length + 1;
                }
                last += leap;
            }
        }
        budget.spend(1 + looks / CHARACTERS_A_STEP);
        return found;
    }

    /** How far the run's end is away at least, from a place where its last characters may stand; 0 when it is there. */
    private int leap(String texts, int last, int ofLast) {
        int length = sets.size();
        int first = 1 << length - 1;
        int alive = ofLast;
        int leap = length;
        // the bits are of the sets that what was read from the end on may begin with
        for (int read = 1; alive != 0 && leap > 0; read++) {
            if ((alive & first) != 0) {
                leap = length - read;
            }
            if (leap > 0) {
                char c = texts.charAt(last - read);
                alive = alive << 1 & (c < NARROW ? masks[c] : mask(c));
            }
        }
        return leap;
    }

    @Override
    public boolean fits(String texts, int at, int from, int to) {
        return at + sets.size() <= to;
    }

    @Override
    public boolean enough() {
        return enough;
    }
}
