package org.mtgtracker.trending.boundary;

import static java.util.Objects.requireNonNull;

/**
 * A set whose cards together have become dearer or cheaper.
 *
 * @param code of the set
 * @param cards how many of its cards are priced at both ends; only these count
 * @param oldCents the sum of their old prices
 * @param nowCents the sum of their newest prices
 */
public record SetMover(String code, int cards, long oldCents, long nowCents) {
    public SetMover {
        requireNonNull(code, "code is null");
    }
}
