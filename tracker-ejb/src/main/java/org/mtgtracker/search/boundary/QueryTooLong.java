package org.mtgtracker.search.boundary;

/** The words of a search are longer than a search takes. The caller's mistake. */
public class QueryTooLong extends RuntimeException {
    private final int length;
    private final int limit;

    public QueryTooLong(int length, int limit) {
        super("The search is %,d characters long; at most %,d are allowed.".formatted(length, limit));
        this.length = length;
        this.limit = limit;
    }

    /** How long the words were, in characters. */
    public int length() {
        return length;
    }

    /** How long they may be, in characters. */
    public int limit() {
        return limit;
    }
}
