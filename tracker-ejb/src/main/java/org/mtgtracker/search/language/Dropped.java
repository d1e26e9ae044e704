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
    private static final String CHOICE = "Unknown ";
    private static final String NOTHING = "There is nothing of it here: ";

    public Dropped {
        requireNonNull(typed, "typed is null");
        requireNonNull(reason, "reason is null");
        requireNonNull(span, "span is null");
    }

    /** A way of showing results that there is not; Scryfall has a sentence of its own for it. */
    static Dropped choice(String typed, String what, String value, Span span) {
        return new Dropped(typed, CHOICE + what + " “" + shortened(value) + "” was ignored", span);
    }

    /** A term that was not left out: what it names is not known, so it finds nothing. */
    public static Dropped nothing(String typed, String reason, Span span) {
        return new Dropped(typed, NOTHING + reason, span);
    }

    /** In Scryfall's manner of saying it. */
    public String warning() {
        if (reason.startsWith(NOTHING)) {
            return "“" + shortened(typed) + "” finds nothing. " + reason.substring(NOTHING.length());
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
