package org.mtgtracker.search.index;

/**
 * What every match of a pattern has in it, or every match of a part of them: whoever looks for it first need not match
 * most texts at all.
 */
public sealed interface Clue permits Certain, CharacterRun {
    /**
     * The first place from one on where it is, or -1; texts that lie behind one another are looked at as one.
     *
     * @param budget is charged with the work
     */
    int next(String texts, int from, Budget budget);

    /** Whether a match may have it at a place where it is, of a text from and to these places. */
    boolean fits(String texts, int at, int from, int to);

    /** True when where it fits there is a match. */
    boolean enough();

    /** A set of characters. */
    @FunctionalInterface
    interface Characters {
        boolean has(char c);
    }
}
