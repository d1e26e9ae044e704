package org.mtgtracker.pricing.boundary;

import static java.util.Objects.requireNonNull;

/**
 * A line of a price file that was left out.
 *
 * @param line its number, counted from 1, the header included
 * @param reason what is wrong and what is allowed, ends a sentence that begins with the line
 */
public record PriceProblem(long line, Kind kind, String reason) {
    /** How many are kept of each file; all are counted. */
    public static final int MOST_KEPT = 1000;

    /** How many of those may be unknown cards, so that they cannot hide what else is wrong. */
    public static final int MOST_UNKNOWN = MOST_KEPT / 2;

    public PriceProblem {
        requireNonNull(kind, "kind is null");
        requireNonNull(reason, "reason is null");
    }

    /** What was wrong, in one word. */
    public enum Kind {
        UNKNOWN_CARD,
        CONTRADICTING,
        REPEATED,
        BROKEN
    }
}
