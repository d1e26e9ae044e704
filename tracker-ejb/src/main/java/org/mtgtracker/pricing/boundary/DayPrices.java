package org.mtgtracker.pricing.boundary;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What a card cost on one day.
 *
 * @param day UTC
 * @param cents by type, in the order of {@link PriceType}; a type without a price on that day is not in the map
 */
public record DayPrices(LocalDate day, Map<PriceType, Integer> cents) {
    public DayPrices {
        requireNonNull(day, "day is null");
        Map<PriceType, Integer> ordered = new EnumMap<>(PriceType.class);
        ordered.putAll(requireNonNull(cents, "cents is null"));
        cents = Collections.unmodifiableMap(ordered);
    }

    /** The price of this type in cents; empty when there was none on that day. */
    public OptionalInt of(PriceType type) {
        Integer price = cents.get(type);
        return price == null ? OptionalInt.empty() : OptionalInt.of(price);
    }
}
