package org.mtgtracker.search.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The expression as places: what is done there, and where it goes on. */
final class Places {
    /** What is done at a place. */
    static final int MATCH = 0;

    static final int FORK = 1;
    static final int TAKE = 2;
    static final int CHECK = 3;

    /** Larger expressions are left to RE2. */
    private static final int MOST = 3000;

    int[] action = new int[64];
    int[] first = new int[64];
    int[] second = new int[64];
    final List<CharSet> sets = new ArrayList<>();
    final Set<Regex.Place> checks = new TreeSet<>();
    int size;

    int add(int does, int to, int other) throws TooLarge {
        if (size == MOST) {
            throw new TooLarge();
        }
        if (size == action.length) {
            action = Arrays.copyOf(action, 2 * size);
            first = Arrays.copyOf(first, 2 * size);
            second = Arrays.copyOf(second, 2 * size);
        }
        action[size] = does;
        first[size] = to;
        second[size] = other;
        return size++;
    }

    /** Adds an expression that goes on at a place; answers where it begins. */
    int add(Regex regex, int next) throws TooLarge {
        if (regex instanceof Regex.Chars chars) {
            sets.add(chars.set());
            return add(TAKE, next, sets.size() - 1);
        }
        if (regex instanceof Regex.At at) {
            checks.add(at.place());
            return add(CHECK, next, at.place().ordinal());
        }
        if (regex instanceof Regex.Sequence sequence) {
            int start = next;
            for (int part = sequence.parts().size() - 1; part >= 0; part--) {
                start = add(sequence.parts().get(part), start);
            }
            return start;
        }
        if (regex instanceof Regex.Choice choice) {
            int start = add(choice.parts().get(0), next);
            for (Regex part : choice.parts().subList(1, choice.parts().size())) {
                start = add(FORK, start, add(part, next));
            }
            return start;
        }
        return addRepeated((Regex.Repeated) regex, next);
    }

    private int addRepeated(Regex.Repeated repeated, int next) throws TooLarge {
        int start = next;
        if (repeated.most() == Regex.ENDLESS) {
            int loop = add(FORK, next, next);
            first[loop] = add(repeated.part(), loop);
            start = loop;
        } else {
            for (int count = repeated.least(); count < repeated.most(); count++) {
                start = add(FORK, add(repeated.part(), start), next);
            }
        }
        for (int count = 0; count < repeated.least(); count++) {
            start = add(repeated.part(), start);
        }
        return start;
    }

    /** An expression with more places than are taken. */
    static final class TooLarge extends Exception {
        TooLarge() {
            super("left to RE2", null, false, false);
        }
    }
}
