package org.mtgtracker.search.index;

import java.util.Arrays;

/**
 * An order of all printings.
 *
 * @param rank the place of each position
 * @param at the position at each place
 */
public record Ranking(int[] rank, int[] at) {
    /** Stands for “no value”: it comes last from either end. */
    static final long LAST = Long.MAX_VALUE;

    /**
     * Orders by a value, and equal values by another order.
     *
     * @param values of each position; {@link #LAST} where there is none
     * @param ties the place of each position in the other order
     */
    static Ranking of(long[] values, boolean descending, int[] ties) {
        return new Places(values).ranking(descending, inverse(ties));
    }

    /** The order by a value from either end. */
    static Ranking[] both(long[] values, int[] ties) {
        Places places = new Places(values);
        int[] byTie = inverse(ties);
        return new Ranking[] {places.ranking(false, byTie), places.ranking(true, byTie)};
    }

    /** The values' places among each other; behind them all, in one place, those without a value. */
    private static final class Places {
        /** Values that spread over so many times their number get their places from a table. */
        private static final int SPARSE = 4;

        private final int[] place;
        private int distinct;

        Places(long[] values) {
            long least = Long.MAX_VALUE;
            long most = Long.MIN_VALUE;
            for (long value : values) {
                if (value != LAST) {
                    least = Math.min(least, value);
                    most = Math.max(most, value);
                }
            }
            place = new int[values.length];
            // halved, since the difference of two longs may be none
            if (most / 2 - least / 2 < values.length * (SPARSE / 2L)) {
                byTable(values, least, Math.max(least, most));
            } else {
                bySearch(values);
            }
        }

        private void byTable(long[] values, long least, long most) {
            int[] places = new int[(int) (most - least) + 1];
            for (long value : values) {
                if (value != LAST) {
                    places[(int) (value - least)] = 1;
                }
            }
            for (int value = 0; value < places.length; value++) {
                distinct += places[value];
                places[value] = distinct - 1;
            }
            for (int position = 0; position < place.length; position++) {
                place[position] = values[position] == LAST ? distinct : places[(int) (values[position] - least)];
            }
        }

        private void bySearch(long[] values) {
            long[] sorted = Arrays.stream(values)
                    .filter(value -> value != LAST)
                    .sorted()
                    .distinct()
                    .toArray();
            distinct = sorted.length;
            for (int position = 0; position < place.length; position++) {
                place[position] = values[position] == LAST ? distinct : Arrays.binarySearch(sorted, values[position]);
            }
        }

        /** Positions are dealt out by place, in the order of ties, so that nothing need be compared. */
        Ranking ranking(boolean descending, int[] byTie) {
            int[] next = new int[distinct + 2];
            for (int own : place) {
                next[turned(own, descending) + 1]++;
            }
            for (int at = 1; at < next.length; at++) {
                next[at] += next[at - 1];
            }
            int[] at = new int[place.length];
            for (int position : byTie) {
                at[next[turned(place[position], descending)]++] = position;
            }
            return new Ranking(inverse(at), at);
        }

        private int turned(int own, boolean descending) {
            return descending && own < distinct ? distinct - 1 - own : own;
        }
    }

    /** The same from the other end; only for an order without places for “no value”. */
    Ranking reversed() {
        int[] reversed = new int[at.length];
        for (int place = 0; place < at.length; place++) {
            reversed[place] = at[at.length - 1 - place];
        }
        return new Ranking(inverse(reversed), reversed);
    }

    static int[] inverse(int[] at) {
        int[] rank = new int[at.length];
        for (int place = 0; place < at.length; place++) {
            rank[at[place]] = place;
        }
        return rank;
    }

    long bytes() {
        return 8L * rank.length;
    }
}
