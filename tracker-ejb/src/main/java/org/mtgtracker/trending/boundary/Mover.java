package org.mtgtracker.trending.boundary;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import org.mtgtracker.pricing.boundary.DatedPrice;

/**
 * A card whose price moves.
 *
 * @param card the Scryfall id
 * @param old the newest price on or before the day that the timeframe looks back to
 * @param now the newest price of all; its day tells when it is not of today
 */
public record Mover(UUID card, DatedPrice old, DatedPrice now) {
    public Mover {
        requireNonNull(card, "card is null");
        requireNonNull(old, "old is null");
        requireNonNull(now, "now is null");
    }
}
