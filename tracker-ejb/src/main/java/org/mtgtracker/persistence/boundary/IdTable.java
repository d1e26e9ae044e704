package org.mtgtracker.persistence.boundary;

import java.util.Arrays;
import java.util.UUID;

/**
 * Ids of 128 bits, UUIDs or content hashes, numbered from 0 in the order in which they came: what is known of each can
 * stand in arrays. A hash table of numbers with open addressing, in which nothing is an object: it takes 24 to 32 bytes for
 * each id where the number expected was right, up to 48 where it has grown, and a map takes a hundred. Several threads may
 * read it while nobody adds to it.
 */
public final class IdTable {
    private static final int LEAST_SLOTS = 16;
    /** The golden ratio's bits (Knuth, The Art of Computer Programming 6.4): they spread ids that are alike, too. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** High and low half of each id. */
    private long[] halves;
    /** Numbers and one more; 0 where a slot is free. At most half of the slots are taken. */
    private int[] slots;

    private int size;

    /** @param expected how many ids come; more may */
    public IdTable(int expected) {
        halves = new long[2 * expected];
        slots = new int[Math.max(LEAST_SLOTS, Integer.highestOneBit(Math.max(1, expected)) << 2)];
    }

    /** The number of an id, a new one when it has not come before. */
    public int add(UUID id) {
        return add(id.getMostSignificantBits(), id.getLeastSignificantBits());
    }

    /** The number of an id by its halves, a new one when it has not come before. */
    public int add(long high, long low) {
        int slot = slot(high, low);
        if (slots[slot] != 0) {
            return slots[slot] - 1;
        }
        if (2 * size == halves.length) {
            halves = Arrays.copyOf(halves, Math.max(LEAST_SLOTS, 2 * halves.length));
        }
        halves[2 * size] = high;
        halves[2 * size + 1] = low;
        slots[slot] = ++size;
        if (2 * size > slots.length) {
            grow();
        }
        return size - 1;
    }

    /** The number of an id; -1 when it never came. */
    public int numberOf(UUID id) {
        return numberOf(id.getMostSignificantBits(), id.getLeastSignificantBits());
    }

    /** The number of an id by its halves; -1 when it never came. */
    public int numberOf(long high, long low) {
        return slots[slot(high, low)] - 1;
    }

    /** The id with a number. */
    public UUID id(int number) {
        return new UUID(halves[2 * number], halves[2 * number + 1]);
    }

    /** How many different ids have come. */
    public int size() {
        return size;
    }

    /** How much memory it takes. */
    public long bytes() {
        return (long) Long.BYTES * halves.length + (long) Integer.BYTES * slots.length;
    }

    /** Where an id stands, or may be put. */
    private int slot(long high, long low) {
        int slot = (int) ((high ^ low) * SPREAD >>> Long.numberOfLeadingZeros(slots.length - 1L));
        while (slots[slot] != 0 && (halves[2 * slots[slot] - 2] != high || halves[2 * slots[slot] - 1] != low)) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private void grow() {
        slots = new int[2 * slots.length];
        for (int number = 0; number < size; number++) {
            slots[slot(halves[2 * number], halves[2 * number + 1])] = number + 1;
        }
    }
}
