package org.mtgtracker.search.index;

import java.util.UUID;
import org.mtgtracker.persistence.boundary.IdTable;
import org.roaringbitmap.RoaringBitmap;

/** The printings by the ids of their illustrations. */
final class Illustrations {
    private final IdTable ids;
    private final KeyedPositions positions;

    Illustrations(int printings) {
        ids = new IdTable(printings);
        positions = new KeyedPositions(printings);
    }

    void add(UUID illustration, int position) {
        positions.add(ids.add(illustration), position);
    }

    /** Nothing may be added afterwards, and nothing asked before. */
    void close() {
        positions.close();
    }

    RoaringBitmap of(UUID illustration) {
        int number = ids.numberOf(illustration);
        return number < 0 ? new RoaringBitmap() : positions.of(number);
    }

    long bytes() {
        return ids.bytes() + positions.bytes();
    }
}
