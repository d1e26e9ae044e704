package org.mtgtracker.search.language;

import static java.util.Objects.requireNonNull;

/**
 * A part of a query that was left out.
 *
 * @param typed as the query has it
 * @param reason a sentence
 */
public record Dropped(String typed, String reason, Span span) {
    private static final int LONGEST = 80;

    public Dropped {
        requireNonNull(typed, "typed is null");
        requireNonNull(reason, "reason is null");
        requireNonNull(span, "span is null");
    }

    /** In Scryfall's manner of saying it. */
    public String warning() {
        return "Invalid expression “" + shortened(typed) + "” was ignored. " + reason;
    }

    /** What was typed, cut to what a sentence may repeat. */
    public static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
