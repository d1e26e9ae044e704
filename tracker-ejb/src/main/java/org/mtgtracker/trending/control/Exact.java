package org.mtgtracker.trending.control;

/** Compares changes without rounding. */
final class Exact {
    private Exact() {}

    /**
     * Compares a/b with c/d, all of them positive; by 128 bits, since sums of a set's prices go beyond 31.
     */
    static int compareRatios(long a, long b, long c, long d) {
        int high = Long.compare(Math.multiplyHigh(a, d), Math.multiplyHigh(c, b));
        return high == 0 ? Long.compareUnsigned(a * d, c * b) : high;
    }
}
