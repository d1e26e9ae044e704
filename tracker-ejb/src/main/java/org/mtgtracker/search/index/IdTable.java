package org.mtgtracker.search.index;

import java.util.Arrays;
import java.util.UUID;

/**
 * Ids, numbered from 0 in the order in which they came. A hash table of numbers in one array: an entry takes a tenth of what
 * it takes in a map, and none of them is an object.
 */
final class IdTable {
    private static final int LEAST_SLOTS = 16;
    /** The golden ratio's bits (Knuth, The Art of Computer Programming 6.4): they spread ids that are alike, too. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** High and low half of each id. */
    private long[] halves;
    /** Numbers and one more; 0 where a slot is free. At most half of the slots are taken. */
    private int[] slots;

    private int size;

    /** @param expected how many ids come; more may */
    IdTable(int expected) {
        halves = new long[2 * expected];
        slots = new int[Math.max(LEAST_SLOTS, Integer.highestOneBit(Math.max(1, expected)) << 2)];
    }

    /** The number of an id, a new one when it has not come before. */
    int add(UUID id) {
        int slot = slot(id.getMostSignificantBits(), id.getLeastSignificantBits());
        if (slots[slot] != 0) {
            return slots[slot] - 1;
        }
        if (2 * size == halves.length) {
            halves = Arrays.copyOf(halves, Math.max(LEAST_SLOTS, 2 * halves.length));
        }
        halves[2 * size] = id.getMostSignificantBits();
        halves[2 * size + 1] = id.getLeastSignificantBits();
        slots[slot] = ++size;
        if (2 * size > slots.length) {
            grow();
        }
        return size - 1;
    }

    /** The number of an id; -1 when it never came. */
    int numberOf(UUID id) {
        return slots[slot(id.getMostSignificantBits(), id.getLeastSignificantBits())] - 1;
    }

    /** The id with a number. */
    UUID id(int number) {
        return new UUID(halves[2 * number], halves[2 * number + 1]);
    }

    int size() {
        return size;
    }

    long bytes() {
        return 8L * halves.length + 4L * slots.length;
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
