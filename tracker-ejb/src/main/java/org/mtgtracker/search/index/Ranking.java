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

    /** The values' places among each other. */
    private static final class Places {
        private final int[] place;
        private final int distinct;

        Places(long[] values) {
            long[] sorted = values.clone();
            Arrays.sort(sorted);
            int count = 0;
            for (int at = 0; at < sorted.length && sorted[at] != LAST; at++) {
                if (at == 0 || sorted[at] != sorted[at - 1]) {
                    sorted[count++] = sorted[at];
                }
            }
            distinct = count;
            place = new int[values.length];
            for (int position = 0; position < place.length; position++) {
                place[position] = values[position] == LAST
                        ? distinct
                        : Arrays.binarySearch(sorted, 0, distinct, values[position]);
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
