package org.mtgtracker.search.index;

import java.util.Arrays;
import java.util.List;
import org.roaringbitmap.RoaringBitmap;

/**
 * The printings by their ids in other shops and games: kind, id and position in one number each, in order, since there
 * are several for every printing.
 */
final class ForeignIds {
    /** The kinds of ids, as a caller names them. */
    private static final List<String> KINDS = List.of("mtgo", "multiverse", "arena", "tcgplayer", "cardmarket");

    private static final int POSITION_BITS = 28;
    private static final int KIND_SHIFT = 60;

    private long[] entries = new long[1 << 10];
    private int size;

    void add(String kind, int id, int position) {
        if (size == entries.length) {
            entries = Arrays.copyOf(entries, 2 * size);
        }
        entries[size++] = key(kind, id) | position;
    }

    /** Nothing may be added afterwards. */
    void close() {
        entries = Arrays.copyOf(entries, size);
        Arrays.sort(entries);
    }

    RoaringBitmap of(String kind, int id) {
        RoaringBitmap positions = new RoaringBitmap();
        if (KINDS.contains(kind)) {
            long key = key(kind, id);
            int at = Arrays.binarySearch(entries, key);
            for (at = at < 0 ? -at - 1 : at; at < size && entries[at] >> POSITION_BITS == key >> POSITION_BITS; at++) {
                positions.add((int) (entries[at] & (1 << POSITION_BITS) - 1));
            }
        }
        return positions;
    }

    private static long key(String kind, int id) {
        return (long) KINDS.indexOf(kind) << KIND_SHIFT | (id & 0xFFFFFFFFL) << POSITION_BITS;
    }

    long bytes() {
        return 8L * entries.length;
    }
}
