package org.mtgtracker.search.boundary;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * How a query was understood.
 *
 * @param root what cards had to fit; null when the query asked for nothing
 * @param dropped what was left out, and why
 * @param unique what counted as one result, and likewise the order, its direction and the preference, as applied
 * @param microseconds how long the answer took
 */
public record Explanation(
        Step root,
        List<String> dropped,
        String unique,
        String order,
        String direction,
        String prefer,
        boolean extras,
        long microseconds) {
    public Explanation {
        dropped = List.copyOf(requireNonNull(dropped, "dropped is null"));
    }

    /**
     * A part of the query.
     *
     * @param kind {@code and}, {@code or}, {@code not} or {@code term}
     * @param query as it was typed
     * @param from the first of its characters, counted from 0
     * @param to the one behind its last
     * @param cards how many cards fit it by itself
     * @param printings how many printings do
     */
    public record Step(String kind, String query, int from, int to, int cards, int printings, List<Step> parts) {
        public Step {
            requireNonNull(kind, "kind is null");
            parts = List.copyOf(requireNonNull(parts, "parts is null"));
        }
    }
}
