package org.mtgtracker.search.engine;

import java.util.Arrays;

/**
 * How alike two names are: how many of the threes of neighbouring letters that one of them has both have. Two blanks
 * before a name and one behind it count as letters, so that its beginning weighs most.
 */
final class Likeness {
    /** From here on one name is taken for the other; Scryfall draws the line here. */
    static final double ENOUGH = 0.55;

    private static final int BITS = 21;
    private static final long LAST_TWO = (1L << 2 * BITS) - 1;
    private static final long BLANKS = (long) ' ' << BITS | ' ';

    private final long[] threes;

    /** @param letters letters and digits only */
    Likeness(String letters) {
        threes = threes(letters);
    }

    /** As {@link #of}; where that is not {@link #ENOUGH} it may be 0 instead, which takes less time to find. */
    double ifEnough(String letters) {
        return threes.length * ENOUGH > alike(letters) ? 0 : of(letters);
    }

    /** 1 for the same letters, 0 where nothing is alike. */
    double of(String letters) {
        long[] others = threes(letters);
        int common = 0;
        for (long other : others) {
            common += has(other);
        }
        return (double) common / (threes.length + others.length - common);
    }

    /** How many of the places of a name begin a three that is alike, which most names have few of. */
    private int alike(String letters) {
        int alike = 0;
        long three = BLANKS;
        for (int at = 0; at < letters.length(); at += Character.charCount(letters.codePointAt(at))) {
            three = next(three, letters.codePointAt(at));
            alike += has(three);
        }
        return alike + has(next(three, ' '));
    }

    private int has(long three) {
        return Arrays.binarySearch(threes, three) >= 0 ? 1 : 0;
    }

    private static long next(long three, int letter) {
        return (three & LAST_TWO) << BITS | letter;
    }

    /** The different ones, in order. */
    private static long[] threes(String letters) {
        long[] all = new long[letters.length() + 1];
        int count = 0;
        long three = BLANKS;
        for (int at = 0; at < letters.length(); at += Character.charCount(letters.codePointAt(at))) {
            three = next(three, letters.codePointAt(at));
            all[count++] = three;
        }
        all[count++] = next(three, ' ');
        Arrays.sort(all, 0, count);
        int different = 0;
        for (int at = 0; at < count; at++) {
            if (at == 0 || all[at] != all[at - 1]) {
                all[different++] = all[at];
            }
        }
        return Arrays.copyOf(all, different);
    }
}
