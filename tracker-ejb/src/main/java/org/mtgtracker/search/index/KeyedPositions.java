package org.mtgtracker.search.index;

import java.util.Arrays;
import org.roaringbitmap.RoaringBitmap;

/** The positions that have a number, as pairs in order, one long for each: for numbers that few positions share. */
final class KeyedPositions {
    private static final int POSITION_BITS = 28;
    private static final int LEAST = 1 << 6;

    private long[] pairs;
    private int size;

    /** @param expected how many pairs come; more may */
    KeyedPositions(int expected) {
        pairs = new long[Math.max(LEAST, expected)];
    }

    /** @param key below 2 to the power of 35 */
    void add(long key, int position) {
        if (size == pairs.length) {
            pairs = Arrays.copyOf(pairs, 2 * size);
        }
        pairs[size++] = key << POSITION_BITS | position;
    }

    /** Nothing may be added afterwards, and nothing asked before. */
    void close() {
        pairs = Arrays.copyOf(pairs, size);
        Arrays.sort(pairs);
    }

    /** All positions with a key. */
    RoaringBitmap of(long key) {
        RoaringBitmap positions = new RoaringBitmap();
        for (int at = from(key); at < size && pairs[at] >> POSITION_BITS == key; at++) {
            positions.add(position(at));
        }
        return positions;
    }

    /** The first position with a key; -1 when none has it. */
    int first(long key) {
        int at = from(key);
        return at < size && pairs[at] >> POSITION_BITS == key ? position(at) : -1;
    }

    long bytes() {
        return 8L * pairs.length;
    }

    private int from(long key) {
        int at = Arrays.binarySearch(pairs, 0, size, key << POSITION_BITS);
        return at < 0 ? -at - 1 : at;
    }

    private int position(int at) {
        return (int) (pairs[at] & (1 << POSITION_BITS) - 1);
    }
}
