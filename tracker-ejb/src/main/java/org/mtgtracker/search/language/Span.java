package org.mtgtracker.search.language;

/**
 * Where something stands in the query, in characters.
 *
 * @param from the first character, counted from 0
 * @param to the one behind the last
 */
public record Span(int from, int to) {
    public Span {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("No span: " + from + " to " + to);
        }
    }
}
