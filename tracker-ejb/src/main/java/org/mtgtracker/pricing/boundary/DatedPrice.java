package org.mtgtracker.pricing.boundary;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * A price, and when it was one.
 *
 * @param day UTC
 * @param cents hundredths of the currency
 */
public record DatedPrice(LocalDate day, int cents) {
    public DatedPrice {
        requireNonNull(day, "day is null");
    }
}
