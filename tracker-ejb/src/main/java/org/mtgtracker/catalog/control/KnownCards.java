package org.mtgtracker.catalog.control;

import java.util.Arrays;
import java.util.UUID;
import java.util.function.IntConsumer;

/**
 * Every card that the catalogue has or the running import has met, in 45 bytes each: a hundred thousand cards, or half a
 * million printings of all languages, are compared without asking the database. Open addressing over parallel arrays.
 */
final class KnownCards {
    private static final int FIRST_SIZE = 1 << 12;
    private static final byte RETIRED = 1;
    private static final byte MET = 2;
    private static final byte SPARED = 4;

    private long[] idHigh = new long[FIRST_SIZE];
    private long[] idLow = new long[FIRST_SIZE];
    private long[] hashHigh = new long[FIRST_SIZE];
    private long[] hashLow = new long[FIRST_SIZE];
    private int[] cards = new int[FIRST_SIZE];
    private int[] objects = new int[FIRST_SIZE];
    private byte[] states = new byte[FIRST_SIZE];
    private int[] slots = emptySlots(FIRST_SIZE * 2);
    private int size;
    private int lastCard;

    /** What an import finds out about a card by meeting its id and hash in the file. */
    enum Verdict {
        /** Never seen, or seen and retired. */
        ADDED,
        CHANGED,
        UNCHANGED,
        /** Met in the same file before. */
        REPEATED
    }

    /**
     * @param card the card's number; that of a new card was given out just now
     * @param replacedObject the number of its object until now; 0 for a card that never was
     */
    record Met(Verdict verdict, int card, int replacedObject) {}

    /** Takes in a card of the catalogue. */
    void put(UUID id, int card, int object, ContentHash hash, boolean retired) {
        append(id, card, object, hash, retired ? RETIRED : 0);
        lastCard = Math.max(lastCard, card);
    }

    /** Keeps a number for a card that the catalogue does not have yet. */
    void promise(UUID id, int card) {
        put(id, card, 0, new ContentHash(0, 0), true);
    }

    /** The number of the card with this id; 0 when there is none. */
    int number(UUID id) {
        int at = find(id);
        return at < 0 ? 0 : cards[at];
    }

    /** Takes note of a card in the file, and says what that means. */
    Met meet(UUID id, ContentHash hash) {
        int at = find(id);
        if (at < 0) {
            lastCard++;
            append(id, lastCard, 0, hash, MET);
            return new Met(Verdict.ADDED, lastCard, 0);
        }
        Verdict verdict = verdict(at, hash);
        states[at] |= MET;
        return new Met(verdict, cards[at], objects[at]);
    }

    /** Takes note that a card is in the file, whatever it is like there; an unknown id is passed over. */
    void spare(UUID id) {
        int at = find(id);
        if (at >= 0) {
            states[at] |= SPARED;
        }
    }

    /** Tells the numbers of the cards that are not retired and were neither met nor spared. */
    void eachMissing(IntConsumer missing) {
        for (int i = 0; i < size; i++) {
            if ((states[i] & (MET | RETIRED | SPARED)) == 0) {
                missing.accept(cards[i]);
            }
        }
    }

    private Verdict verdict(int at, ContentHash hash) {
        if ((states[at] & MET) != 0) {
            return Verdict.REPEATED;
        }
        if ((states[at] & RETIRED) != 0) {
            return Verdict.ADDED;
        }
        boolean same = hashHigh[at] == hash.high() && hashLow[at] == hash.low();
        return same ? Verdict.UNCHANGED : Verdict.CHANGED;
    }

    private int find(UUID id) {
        long high = id.getMostSignificantBits();
        long low = id.getLeastSignificantBits();
        for (int slot = slot(high, low); slots[slot] >= 0; slot = (slot + 1) & (slots.length - 1)) {
            int at = slots[slot];
            if (idHigh[at] == high && idLow[at] == low) {
                return at;
            }
        }
        return -1;
    }

    private void append(UUID id, int card, int object, ContentHash hash, byte state) {
        if (size == cards.length) {
            grow();
        }
        idHigh[size] = id.getMostSignificantBits();
        idLow[size] = id.getLeastSignificantBits();
        hashHigh[size] = hash.high();
        hashLow[size] = hash.low();
        cards[size] = card;
        objects[size] = object;
        states[size] = state;
        link(size);
        size++;
    }

    private void link(int at) {
        int slot = slot(idHigh[at], idLow[at]);
        while (slots[slot] >= 0) {
            slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = at;
    }

    private void grow() {
        int longer = size * 2;
        idHigh = Arrays.copyOf(idHigh, longer);
        idLow = Arrays.copyOf(idLow, longer);
        hashHigh = Arrays.copyOf(hashHigh, longer);
        hashLow = Arrays.copyOf(hashLow, longer);
        cards = Arrays.copyOf(cards, longer);
        objects = Arrays.copyOf(objects, longer);
        states = Arrays.copyOf(states, longer);
        slots = emptySlots(longer * 2);
        for (int i = 0; i < size; i++) {
            link(i);
        }
    }

    private int slot(long high, long low) {
        long mixed = (high ^ Long.rotateLeft(low, 32)) * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32) & (slots.length - 1);
    }

    private static int[] emptySlots(int count) {
        int[] slots = new int[count];
        Arrays.fill(slots, -1);
        return slots;
    }
}
