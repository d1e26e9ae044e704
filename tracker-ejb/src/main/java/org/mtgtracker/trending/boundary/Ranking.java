package org.mtgtracker.trending.boundary;

import java.util.Locale;

/**
 * What puts one mover before another. Movers that are equal in it are ordered by the other one, and movers that are
 * equal in both by their Scryfall ids (sets by their codes).
 */
public enum Ranking {
    /** The change in relation to the old price; compared exactly, without rounding. */
    PERCENT,
    /** The change itself, in cents. */
    AMOUNT;

    /** As the API names it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
