package org.mtgtracker.trending.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which set each card is of, by the card's place. */
final class CardSets {
    private static final int FIRST_SIZE = 1 << 10;

    private final Map<String, Integer> ordinals = new HashMap<>();
    private final List<String> codes = new ArrayList<>();
    private int[] sets = new int[FIRST_SIZE];
    private int size;

    /** Adds the next card's set. */
    void add(String code) {
        if (size == sets.length) {
            sets = Arrays.copyOf(sets, 2 * size);
        }
        sets[size++] = ordinals.computeIfAbsent(code, any -> {
            codes.add(code);
            return codes.size() - 1;
        });
    }

    int count() {
        return codes.size();
    }

    String code(int set) {
        return codes.get(set);
    }

    int of(int place) {
        return sets[place];
    }
}
