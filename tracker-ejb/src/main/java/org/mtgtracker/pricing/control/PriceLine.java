package org.mtgtracker.pricing.control;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A line of a price file.
 *
 * @param card the Scryfall id
 * @param cents as in {@link PriceRow}
 * @param spoken as in {@link PriceRow}
 */
record PriceLine(LocalDate day, UUID card, int[] cents, int spoken) {
    PriceLine {
        requireNonNull(day, "day is null");
        requireNonNull(card, "card is null");
    }

    /** The same about the card with this number. */
    PriceRow of(int number) {
        return new PriceRow(day, number, cents, spoken);
    }
}
