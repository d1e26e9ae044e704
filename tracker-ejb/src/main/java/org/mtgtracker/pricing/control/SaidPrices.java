package org.mtgtracker.pricing.control;

import java.time.LocalDate;
import java.util.OptionalInt;
import org.mtgtracker.pricing.boundary.PriceType;

/**
 * What a file has said so far, to find where it contradicts itself. It remembers at least the last million prices and at
 * most twice as many, in up to 50 MB; a file without so many is known completely.
 */
final class SaidPrices {
    private static final int MOST = 1 << 20;
    private static final int CARD_BITS = 32;
    private static final int TYPE_BITS = 3;
    private static final int FIRST_SIZE = 1 << 12;

    private final int most;
    private Table now = new Table();
    private Table before = new Table();

    SaidPrices() {
        this(MOST);
    }

    SaidPrices(int most) {
        this.most = most;
    }

    /** The type of which the row says another price than an earlier one; null when it contradicts none, and is noted. */
    PriceType contradicted(PriceRow row) {
        for (PriceType type : PriceType.ALL) {
            if (speaksOf(row, type)) {
                OptionalInt said = said(row.day(), row.card(), type);
                if (said.isPresent() && said.getAsInt() != row.cents()[type.ordinal()]) {
                    return type;
                }
            }
        }
        for (PriceType type : PriceType.ALL) {
            if (speaksOf(row, type)) {
                note(key(row.day(), row.card(), type), row.cents()[type.ordinal()]);
            }
        }
        return null;
    }

    /** Whether all that the row says has been said before. */
    boolean repeated(PriceRow row) {
        for (PriceType type : PriceType.ALL) {
            if (speaksOf(row, type)) {
                OptionalInt said = said(row.day(), row.card(), type);
                if (said.isEmpty() || said.getAsInt() != row.cents()[type.ordinal()]) {
                    return false;
                }
            }
        }
        return row.spoken() != 0;
    }

    /** What was said of a card, day and type; {@link PriceRow#NONE} when it was that there is no price. */
    OptionalInt said(LocalDate day, int card, PriceType type) {
        long key = key(day, card, type);
        int place = now.place(key);
        if (now.keys[place] == key) {
            return OptionalInt.of(now.cents[place]);
        }
        place = before.place(key);
        return before.keys[place] == key ? OptionalInt.of(before.cents[place]) : OptionalInt.empty();
    }

    private void note(long key, int cents) {
        if (now.size == most) {
            before = now;
            now = new Table();
        }
        now.put(key, cents);
    }

    private static boolean speaksOf(PriceRow row, PriceType type) {
        return (row.spoken() & 1 << type.ordinal()) != 0;
    }

    /** Never 0, since no day is 1970-01-01. */
    private static long key(LocalDate day, int card, PriceType type) {
        return day.toEpochDay() << CARD_BITS + TYPE_BITS | Integer.toUnsignedLong(card) << TYPE_BITS | type.ordinal();
    }

    /** A hash table with open addressing, at most half full; the key 0 is a free place. */
    private static final class Table {
        private static final long MIXER = 0x9E3779B97F4A7C15L;

        private long[] keys = new long[FIRST_SIZE];
        private int[] cents = new int[FIRST_SIZE];
        private int size;

        int place(long key) {
            int mask = keys.length - 1;
            int place = (int) (key * MIXER >>> CARD_BITS) & mask;
            while (keys[place] != 0 && keys[place] != key) {
                place = place + 1 & mask;
            }
            return place;
        }

        void put(long key, int price) {
            int place = place(key);
            if (keys[place] == 0) {
                size++;
            }
            keys[place] = key;
            cents[place] = price;
            if (size * 2 > keys.length) {
                grow();
            }
        }

        private void grow() {
            long[] oldKeys = keys;
            int[] oldCents = cents;
            keys = new long[2 * oldKeys.length];
            cents = new int[2 * oldKeys.length];
            for (int i = 0; i < oldKeys.length; i++) {
                if (oldKeys[i] != 0) {
                    int place = place(oldKeys[i]);
                    keys[place] = oldKeys[i];
                    cents[place] = oldCents[i];
                }
            }
        }
    }
}
