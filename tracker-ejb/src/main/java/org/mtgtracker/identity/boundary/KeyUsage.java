package org.mtgtracker.identity.boundary;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/** How many requests a key made on a day (UTC). */
public record KeyUsage(LocalDate day, long requests) {
    public KeyUsage {
        requireNonNull(day, "day is null");
    }
}
