package org.mtgtracker.pricing.boundary;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/**
 * A card's newest price of each type.
 *
 * @param card the Scryfall id
 * @param prices each with its day, which need not be the newest; a type that was never priced is not in the map
 */
public record LatestPrice(UUID card, Map<PriceType, DatedPrice> prices) {
    public LatestPrice {
        requireNonNull(card, "card is null");
        Map<PriceType, DatedPrice> ordered = new EnumMap<>(PriceType.class);
        ordered.putAll(requireNonNull(prices, "prices is null"));
        prices = Collections.unmodifiableMap(ordered);
    }
}
