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
     */
    static Ranking of(long[] values, boolean descending, int[] ties) {
        long[] distinct = Arrays.stream(values)
                .filter(value -> value != LAST)
                .sorted()
                .distinct()
                .toArray();
        long[] keys = new long[values.length];
        int[] byTie = new int[values.length];
        for (int position = 0; position < values.length; position++) {
            int place = values[position] == LAST ? distinct.length : Arrays.binarySearch(distinct, values[position]);
            if (descending && values[position] != LAST) {
                place = distinct.length - 1 - place;
            }
            keys[position] = (long) place << 32 | ties[position];
            byTie[ties[position]] = position;
        }
        Arrays.sort(keys);
        int[] at = new int[values.length];
        for (int place = 0; place < at.length; place++) {
            at[place] = byTie[(int) keys[place]];
        }
        return new Ranking(inverse(at), at);
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
