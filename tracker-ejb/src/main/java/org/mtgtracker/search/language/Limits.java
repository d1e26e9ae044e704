package org.mtgtracker.search.language;

/** How large a query may be, so that none can cost more than it should. */
public final class Limits {
    /** Characters of a query. */
    public static final int LENGTH = 1000;

    /** Parentheses within parentheses. */
    public static final int DEPTH = 40;

    /** Questions in one query. */
    public static final int TERMS = 150;

    /** Characters of one regular expression. */
    public static final int PATTERN = 300;

    private Limits() {}
}
