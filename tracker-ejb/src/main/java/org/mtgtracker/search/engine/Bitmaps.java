package org.mtgtracker.search.engine;

import java.util.Map;
import java.util.function.Predicate;
import org.mtgtracker.search.index.CardIndex;
import org.mtgtracker.search.index.Positions;
import org.roaringbitmap.PeekableIntIterator;
import org.roaringbitmap.RoaringBitmap;

/** What is done with bitmaps of printings. None of the given ones is changed. */
final class Bitmaps {
    private Bitmaps() {}

    /** What has one of the wanted values. */
    static RoaringBitmap union(Map<String, RoaringBitmap> byValue, Predicate<String> wanted) {
        RoaringBitmap first = null;
        RoaringBitmap union = null;
        for (Map.Entry<String, RoaringBitmap> entry : byValue.entrySet()) {
            if (!wanted.test(entry.getKey())) {
                continue;
            }
            if (first == null) {
                first = entry.getValue();
            } else {
                union = union == null ? first.clone() : union;
                union.or(entry.getValue());
            }
        }
        if (union != null) {
            return union;
        }
        return first == null ? new RoaringBitmap() : first;
    }

    /** Those that are not among others. The library walks through runs one by one; laid out it is quicker. */
    static RoaringBitmap without(RoaringBitmap printings, RoaringBitmap others) {
        RoaringBitmap left = printings.clone();
        left.removeRunCompression();
        left.andNot(others);
        return left;
    }

    /** All printings of the cards that have one here. */
    static RoaringBitmap cards(CardIndex index, RoaringBitmap printings) {
        int[] oracleOf = index.oracleOf();
        Positions oracles = new Positions(index.cards());
        for (PeekableIntIterator at = printings.getIntIterator(); at.hasNext(); ) {
            oracles.add(oracleOf[at.next()]);
        }
        Positions all = new Positions(oracleOf.length);
        for (int position = 0; position < oracleOf.length; position++) {
            if (oracles.has(oracleOf[position])) {
                all.add(position);
            }
        }
        return all.bitmap();
    }

    /** How many cards have a printing here. */
    static int countCards(CardIndex index, RoaringBitmap printings) {
        int[] oracleOf = index.oracleOf();
        int count = 0;
        int last = -1;
        for (PeekableIntIterator at = printings.getIntIterator(); at.hasNext(); ) {
            int oracle = oracleOf[at.next()];
            count += oracle == last ? 0 : 1;
            last = oracle;
        }
        return count;
    }
}
