package org.mtgtracker.search.language;

import static java.util.Objects.requireNonNull;

/**
 * A part of a query that was left out, or finds nothing since what it names is not known.
 *
 * @param typed as the query has it
 * @param reason a sentence
 * @param findsNothing true when it was not left out
 */
public record Dropped(String typed, String reason, Span span, boolean findsNothing) {
    private static final int LONGEST = 80;
    private static final String CHOICE = "Unknown ";

    public Dropped {
        requireNonNull(typed, "typed is null");
        requireNonNull(reason, "reason is null");
        requireNonNull(span, "span is null");
    }

    /** A way of showing results that there is not; Scryfall has a sentence of its own for it. */
    static Dropped choice(String typed, String what, String value, Span span) {
        return ignored(typed, CHOICE + what + " “" + shortened(value) + "” was ignored", span);
    }

    /** What was left out. */
    public static Dropped ignored(String typed, String reason, Span span) {
        return new Dropped(typed, reason, span, false);
    }

    /** In Scryfall's manner of saying it. */
    public String warning() {
        if (findsNothing) {
            return "“" + shortened(typed) + "” finds nothing. " + reason;
        }
        return reason.startsWith(CHOICE) && reason.endsWith(" was ignored")
                ? reason
                : "Invalid expression “" + shortened(typed) + "” was ignored. " + reason;
    }

    /** What was typed, cut to what a sentence may repeat. */
    public static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
