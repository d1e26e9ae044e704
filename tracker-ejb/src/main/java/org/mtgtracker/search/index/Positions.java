package org.mtgtracker.search.index;

import org.roaringbitmap.BitSetUtil;
import org.roaringbitmap.RoaringBitmap;

/** Gathers positions in any order, and makes a bitmap of them: a bit in an array costs less than any search for it. */
public final class Positions {
    private final long[] words;

    /** For positions below a size. */
    public Positions(int size) {
        words = new long[(size + Long.SIZE - 1) / Long.SIZE];
    }

    public void add(int position) {
        words[position >> 6] |= 1L << position;
    }

    /** Adds all positions of a range. */
    public void add(int from, int to) {
        for (int position = from; position < to; position++) {
            add(position);
        }
    }

    public boolean has(int position) {
        return (words[position >> 6] & 1L << position) != 0;
    }

    /** The bits, the first position's lowest. */
    public long[] words() {
        return words;
    }

    public RoaringBitmap bitmap() {
        return BitSetUtil.bitmapOf(words);
    }
}
