package org.mtgtracker.trending.control;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.mtgtracker.pricing.boundary.DatedPrice;
import org.mtgtracker.trending.boundary.Direction;
import org.mtgtracker.trending.boundary.Mover;
import org.mtgtracker.trending.boundary.Ranking;

/**
 * All cards that move in one timeframe and price type, in columns of 20 bytes a card, ordered by Scryfall id. The first
 * of a ranking are found by one pass over them: a millisecond for 100,000, whatever the filter.
 */
public final class Movers {
    static final Movers NONE = new Builder().build(0);

    private final int stale;
    private final int[] places;
    private final int[] olds;
    private final int[] nows;
    private final int[] oldDays;
    private final int[] nowDays;

    private Movers(int stale, int[] places, int[] olds, int[] nows, int[] oldDays, int[] nowDays) {
        this.stale = stale;
        this.places = places;
        this.olds = olds;
        this.nows = nows;
        this.oldDays = oldDays;
        this.nowDays = nowDays;
    }

    /** The first movers of a ranking, and how many there are in all. */
    public record First(List<Mover> movers, int total) {}

    /** How many cards were left out because their old price is too old. */
    public int stale() {
        return stale;
    }

    /** The first movers in a direction among the cards that match. */
    public First first(Direction direction, Ranking by, int limit, CardPlaces cards, MatchingCards.Matches matches) {
        Comparator<Integer> order = order(direction, by);
        // its head is the last of those that are kept
        PriorityQueue<Integer> kept = new PriorityQueue<>(Math.min(limit, places.length) + 1, order.reversed());
        int total = 0;
        for (int i = 0; i < places.length; i++) {
            boolean increase = nows[i] > olds[i];
            if (increase == (direction == Direction.INCREASE)
                    && matches.numbers().test(cards.number(places[i]))) {
                total++;
                if (kept.size() < limit || order.compare(i, kept.peek()) < 0) {
                    kept.add(i);
                    if (kept.size() > limit) {
                        kept.poll();
                    }
                }
            }
        }
        List<Integer> first = new ArrayList<>(kept);
        first.sort(order);
        return new First(first.stream().map(i -> mover(i, cards)).toList(), total);
    }

    private Mover mover(int i, CardPlaces cards) {
        return new Mover(
                cards.id(places[i]),
                new DatedPrice(LocalDate.ofEpochDay(oldDays[i]), olds[i]),
                new DatedPrice(LocalDate.ofEpochDay(nowDays[i]), nows[i]));
    }

    private Comparator<Integer> order(Direction direction, Ranking by) {
        Comparator<Integer> percent = (one, other) -> direction == Direction.INCREASE
                ? Exact.compareRatios(nows[other], olds[other], nows[one], olds[one])
                : Exact.compareRatios(nows[one], olds[one], nows[other], olds[other]);
        Comparator<Integer> amount =
                (one, other) -> Integer.compare(Math.abs(nows[other] - olds[other]), Math.abs(nows[one] - olds[one]));
        Comparator<Integer> ranking =
                by == Ranking.PERCENT ? percent.thenComparing(amount) : amount.thenComparing(percent);
        // columns are in the order of ids
        return ranking.thenComparing(Comparator.naturalOrder());
    }

    int size() {
        return places.length;
    }

    int place(int i) {
        return places[i];
    }

    int old(int i) {
        return olds[i];
    }

    int now(int i) {
        return nows[i];
    }

    int oldDay(int i) {
        return oldDays[i];
    }

    int nowDay(int i) {
        return nowDays[i];
    }

    /** Collects movers, which come in the order of their places. */
    static final class Builder {
        private static final int FIRST_SIZE = 1 << 8;
        private static final int COLUMNS = 5;

        private final int[][] columns = new int[COLUMNS][FIRST_SIZE];
        private int size;

        void add(int place, int old, int now, int oldDay, int nowDay) {
            if (size == columns[0].length) {
                for (int column = 0; column < COLUMNS; column++) {
                    columns[column] = Arrays.copyOf(columns[column], 2 * size);
                }
            }
            int[] row = {place, old, now, oldDay, nowDay};
            for (int column = 0; column < COLUMNS; column++) {
                columns[column][size] = row[column];
            }
            size++;
        }

        Movers build(int stale) {
            int[][] all = new int[COLUMNS][];
            for (int column = 0; column < COLUMNS; column++) {
                all[column] = Arrays.copyOf(requireNonNull(columns[column]), size);
            }
            return new Movers(stale, all[0], all[1], all[2], all[3], all[4]);
        }
    }
}
