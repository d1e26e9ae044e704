package org.mtgtracker.pricing.boundary;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one price of a card has done in all the time that is known.
 *
 * @param newest the newest price
 * @param high the highest price; of several days with it the first
 * @param low the lowest price; of several days with it the first
 * @param days how many days were priced
 * @param changes against earlier days, the shortest time first; a time that the history does not reach back is left out
 * @param volatility how much the price moves in a day, as a fraction of itself: the sample standard deviation of
 *     ln(p/q)/√d over each price p and the one before it, q, d days earlier, within the last 365 days; empty with fewer
 *     than three prices
 */
public record PriceStatistics(
        DatedPrice newest, DatedPrice high, DatedPrice low, int days, List<Change> changes, OptionalDouble volatility) {
    /** How many days back changes are told. */
    public static final List<Integer> TIMES = List.of(1, 7, 30, 90, 365);

    private static final int VOLATILITY_DAYS = 365;
    private static final int FEWEST_RETURNS = 2;

    public PriceStatistics {
        requireNonNull(newest, "newest is null");
        requireNonNull(high, "high is null");
        requireNonNull(low, "low is null");
        changes = List.copyOf(requireNonNull(changes, "changes is null"));
        requireNonNull(volatility, "volatility is null");
    }

    /**
     * The newest price against an older one.
     *
     * @param days how far back it was looked, from the newest day that any card is priced on
     * @param old the newest price on or before that day; its own day says how old it really is
     * @param cents new less old
     */
    public record Change(int days, DatedPrice old, int cents) {}

    /**
     * The statistics of one type.
     *
     * @param newestDay the newest day that any card is priced on
     * @param history all its prices, at least one, the oldest first
     */
    static PriceStatistics of(LocalDate newestDay, List<DatedPrice> history) {
        DatedPrice newest = history.get(history.size() - 1);
        DatedPrice high = newest;
        DatedPrice low = newest;
        for (int i = history.size() - 1; i >= 0; i--) {
            high = history.get(i).cents() >= high.cents() ? history.get(i) : high;
            low = history.get(i).cents() <= low.cents() ? history.get(i) : low;
        }
        List<Change> changes = new ArrayList<>();
        for (int days : TIMES) {
            before(history, newestDay.minusDays(days))
                    .ifPresent(old -> changes.add(new Change(days, old, newest.cents() - old.cents())));
        }
        return new PriceStatistics(
                newest, high, low, history.size(), changes, volatility(history, newestDay.minusDays(VOLATILITY_DAYS)));
    }

    private static Optional<DatedPrice> before(List<DatedPrice> history, LocalDate day) {
        for (int i = history.size() - 1; i >= 0; i--) {
            if (!history.get(i).day().isAfter(day)) {
                return Optional.of(history.get(i));
            }
        }
        return Optional.empty();
    }

    private static OptionalDouble volatility(List<DatedPrice> history, LocalDate from) {
        List<Double> returns = new ArrayList<>();
        for (int i = 1; i < history.size(); i++) {
            DatedPrice before = history.get(i - 1);
            DatedPrice price = history.get(i);
            if (!before.day().isBefore(from)) {
                double change = Math.log(price.cents() / (double) before.cents());
                returns.add(change / Math.sqrt(ChronoUnit.DAYS.between(before.day(), price.day())));
            }
        }
        if (returns.size() < FEWEST_RETURNS) {
            return OptionalDouble.empty();
        }
        double mean = returns.stream().mapToDouble(r -> r).average().orElseThrow();
        double squares =
                returns.stream().mapToDouble(r -> (r - mean) * (r - mean)).sum();
        return OptionalDouble.of(Math.sqrt(squares / (returns.size() - 1)));
    }
}
