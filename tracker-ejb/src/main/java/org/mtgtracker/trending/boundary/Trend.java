package org.mtgtracker.trending.boundary;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What moves, the most moving first.
 *
 * @param <T> {@link Mover} or {@link SetMover}
 * @param movers the first of them
 * @param total how many there are
 * @param stale how many cards were left out because their old price is too old to say anything
 * @param reckoned what all of this was reckoned from; empty while there are no prices
 * @param warnings sentences about parts of the search that were left out
 */
public record Trend<T>(List<T> movers, int total, int stale, Optional<Reckoned> reckoned, List<String> warnings) {
    public Trend {
        movers = List.copyOf(requireNonNull(movers, "movers is null"));
        requireNonNull(reckoned, "reckoned is null");
        warnings = List.copyOf(requireNonNull(warnings, "warnings is null"));
    }

    /**
     * Where trends come from.
     *
     * @param generation rises with every reckoning
     * @param newestDay the newest day that any card is priced on
     * @param targetDay the day that the timeframe looks back to from there
     */
    public record Reckoned(long generation, LocalDate newestDay, LocalDate targetDay, Instant at) {}
}
