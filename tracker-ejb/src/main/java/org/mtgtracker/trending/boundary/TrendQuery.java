package org.mtgtracker.trending.boundary;

import static java.util.Objects.requireNonNull;

import org.mtgtracker.pricing.boundary.PriceType;

/**
 * Which movers are wanted.
 *
 * @param limit how many at most
 * @param cards a search for the cards that count; empty for all. It is applied to all movers, not to the first ones only
 */
public record TrendQuery(
        Timeframe timeframe, PriceType type, Direction direction, Ranking by, int limit, String cards) {
    public TrendQuery {
        requireNonNull(timeframe, "timeframe is null");
        requireNonNull(type, "type is null");
        requireNonNull(direction, "direction is null");
        requireNonNull(by, "by is null");
        requireNonNull(cards, "cards is null");
        if (limit < 1) {
            throw new IllegalArgumentException("limit is " + limit + "; it must be at least 1");
        }
    }
}
