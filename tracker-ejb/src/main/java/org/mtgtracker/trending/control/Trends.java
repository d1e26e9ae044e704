package org.mtgtracker.trending.control;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mtgtracker.pricing.boundary.PriceType;
import org.mtgtracker.trending.boundary.SetMover;
import org.mtgtracker.trending.boundary.Timeframe;

/**
 * All that moves, as one reckoning found it.
 *
 * @param generation 0 while it is not written down
 * @param priceVersion of the prices it was reckoned from
 * @param newestDay empty when there are no prices
 * @param millis how long the reckoning took
 */
public record Trends(
        long generation,
        long priceVersion,
        Optional<LocalDate> newestDay,
        Instant reckonedAt,
        int millis,
        CardPlaces cards,
        Map<Timeframe, Map<PriceType, Listed>> lists) {

    /** What moves in a timeframe and price type. */
    public record Listed(Movers movers, List<SetMover> sets) {
        public Listed {
            requireNonNull(movers, "movers is null");
            sets = List.copyOf(requireNonNull(sets, "sets is null"));
        }
    }

    /** What is known before the first reckoning. */
    public static final Trends NONE =
            new Trends(0, 0, Optional.empty(), Instant.EPOCH, 0, new CardPlaces.Builder().build(), Map.of());

    public Trends {
        requireNonNull(newestDay, "newestDay is null");
        requireNonNull(reckonedAt, "reckonedAt is null");
        requireNonNull(cards, "cards is null");
        Map<Timeframe, Map<PriceType, Listed>> copy = new EnumMap<>(Timeframe.class);
        lists.forEach((timeframe, byType) -> copy.put(timeframe, Map.copyOf(byType)));
        lists = copy;
    }

    public Movers movers(Timeframe timeframe, PriceType type) {
        return listed(timeframe, type).movers();
    }

    public List<SetMover> sets(Timeframe timeframe, PriceType type) {
        return listed(timeframe, type).sets();
    }

    private Listed listed(Timeframe timeframe, PriceType type) {
        return lists.getOrDefault(timeframe, Map.of()).getOrDefault(type, new Listed(Movers.NONE, List.of()));
    }

    Trends as(long written) {
        return new Trends(written, priceVersion, newestDay, reckonedAt, millis, cards, lists);
    }
}
