package org.mtgtracker.search.index;

import java.util.List;
import org.roaringbitmap.RoaringBitmap;

/** The printings by their ids in other shops and games, of which there are several for every printing. */
final class ForeignIds {
    /** The kinds of ids, as a caller names them. */
    private static final List<String> KINDS = List.of("mtgo", "multiverse", "arena", "tcgplayer", "cardmarket");

    private static final int KIND_SHIFT = 32;
    private static final int OF_EACH = 5;

    private final KeyedPositions positions;

    ForeignIds(int printings) {
        positions = new KeyedPositions(OF_EACH * printings);
    }

    /**
     * Kind and id in one number.
     *
     * @param kind one of mtgo, multiverse, arena, tcgplayer, cardmarket
     */
    static long key(String kind, int id) {
        return (long) KINDS.indexOf(kind) << KIND_SHIFT | id & 0xFFFFFFFFL;
    }

    /** The kind of a {@link #key}. */
    static String kind(long key) {
        return KINDS.get((int) (key >> KIND_SHIFT));
    }

    void add(long key, int position) {
        positions.add(key, position);
    }

    /** Nothing may be added afterwards, and nothing asked before. */
    void close() {
        positions.close();
    }

    RoaringBitmap of(String kind, int id) {
        return KINDS.contains(kind) ? positions.of(key(kind, id)) : new RoaringBitmap();
    }

    long bytes() {
        return positions.bytes();
    }
}
