package org.mtgtracker.search.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Characters that no set of the expression tells apart are one class. */
final class CharClasses {
    /** Characters below this have their classes in an array. */
    static final int NARROW = 0x100;

    /** Stands for all characters that no set names. */
    private static final char OTHER = '\uFFFE';

    private final List<CharSet> sets;
    private final Map<List<Boolean>, Integer> known = new HashMap<>();
    private final List<Character> samples = new ArrayList<>();
    final int rest;

    CharClasses(List<CharSet> sets) {
        this.sets = sets;
        rest = of(OTHER);
    }

    private int of(char c) {
        List<Boolean> in = new ArrayList<>(sets.size());
        sets.forEach(set -> in.add(set.has(c)));
        Integer found = known.get(in);
        if (found == null) {
            found = samples.size();
            known.put(in, found);
            samples.add(c);
        }
        return found;
    }

    void fill(int[] narrow, Map<Character, Integer> further) {
        Arrays.fill(narrow, rest);
        for (char c = 0; c < CharSet.ASCII; c++) {
            narrow[c] = of(c);
        }
        for (CharSet set : sets) {
            for (char c : set.exceptions()) {
                if (c < narrow.length) {
                    narrow[c] = of(c);
                } else {
                    further.put(c, of(c));
                }
            }
        }
    }

    char[] samples() {
        fill(new int[NARROW], new HashMap<>());
        char[] all = new char[samples.size()];
        for (int at = 0; at < all.length; at++) {
            all[at] = samples.get(at);
        }
        return all;
    }
}
