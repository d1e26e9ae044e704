package org.mtgtracker.server.demo;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.UUID;

/**
 * Chance that is the same on every machine: SplitMix64, started from a seed and the name of what is diced for. Each
 * card has dice of its own, so that a change to one card leaves all others as they are.
 */
final class Dice {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    /** Dice for one purpose; another purpose or another seed gives unrelated throws. */
    static Dice of(long seed, String purpose) {
        return new Dice(key(seed, purpose));
    }

    /** A number for one purpose, to be used with {@link #noise}. */
    static long key(long seed, String purpose) {
        requireNonNull(purpose, "purpose is null");
        long hash = 0xCBF29CE484222325L; // FNV-1a
        for (int i = 0; i < purpose.length(); i++) {
            hash = (hash ^ purpose.charAt(i)) * 0x100000001B3L;
        }
        return mix(hash ^ mix(seed));
    }

    /** A number in [-1, 1) that depends on nothing but the key and the position. */
    static double noise(long key, long position) {
        return (mix(key + GOLDEN * position) >> 11) * 0x1.0p-52;
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    private long next() {
        state += GOLDEN;
        return mix(state);
    }

    /** A number in [0, 1). */
    double unit() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    /** A number from 0 to bound - 1. */
    int below(int bound) {
        return (int) (unit() * bound);
    }

    /** A number from smallest to largest, both included. */
    int between(int smallest, int largest) {
        return smallest + below(largest - smallest + 1);
    }

    boolean chance(double probability) {
        return unit() < probability;
    }

    <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** An index, each as likely as its weight says. */
    int weighed(int... weights) {
        int sum = 0;
        for (int weight : weights) {
            sum += weight;
        }
        int left = below(sum);
        int index = 0;
        while (left >= weights[index]) {
            left -= weights[index++];
        }
        return index;
    }

    /** An id shaped like a random (version 4) UUID. */
    UUID uuid() {
        return new UUID(next() & ~0xF000L | 0x4000L, next() >>> 2 | 0x8000000000000000L);
    }
}
