package org.mtgtracker.search.engine;

import java.util.BitSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Characters that a pattern takes at one place. Texts are folded before they are searched, so that none of them has a
 * capital of ASCII: here a capital is its small letter.
 */
final class CharSet {
    static final int ASCII = 0x80;
    static final CharSet NEWLINE = of('\n');
    static final CharSet DIGITS = new CharSet().with('0', '9');
    static final CharSet WORD = new CharSet().with('0', '9').with('a', 'z').with('_', '_');
    static final CharSet BLANKS =
            new CharSet().with('\t', '\n').with('\f', '\r').with(' ', ' ');

    private final BitSet ascii = new BitSet(ASCII);
    /** Whether other characters are in it, but for the exceptions. */
    private boolean others;

    private final Set<Character> exceptions = new TreeSet<>();

    /** None. */
    CharSet() {}

    static CharSet of(char only) {
        return new CharSet().with(only, only);
    }

    /** This and a range; one beyond ASCII has to be a single character. */
    CharSet with(char from, char to) {
        CharSet more = copy();
        if (from >= ASCII) {
            more.put(from);
            return more;
        }
        for (char c = from; c <= to; c++) {
            more.ascii.set(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
        }
        // a range that goes over small letters takes their capitals along, and those are not there
        return more;
    }

    private void put(char c) {
        if (others) {
            exceptions.remove(c);
        } else {
            exceptions.add(c);
        }
    }

    CharSet union(CharSet more) {
        CharSet union = copy();
        union.ascii.or(more.ascii);
        Set<Character> special = new TreeSet<>(exceptions);
        special.addAll(more.exceptions);
        union.others = others || more.others;
        union.exceptions.clear();
        for (char c : special) {
            if ((has(c) || more.has(c)) != union.others) {
                union.exceptions.add(c);
            }
        }
        return union;
    }

    CharSet negated() {
        CharSet rest = copy();
        rest.ascii.flip(0, ASCII);
        rest.others = !others;
        return rest;
    }

    private CharSet copy() {
        CharSet copy = new CharSet();
        copy.ascii.or(ascii);
        copy.others = others;
        copy.exceptions.addAll(exceptions);
        return copy;
    }

    boolean has(char c) {
        return c < ASCII ? ascii.get(c) : exceptions.contains(c) != others;
    }

    /** The characters beyond ASCII that are not treated as the others of them are. */
    Set<Character> exceptions() {
        return Set.copyOf(exceptions);
    }

    /** The only character in it; -1 when there are none or several. */
    int single() {
        if (others || ascii.cardinality() + exceptions.size() != 1) {
            return -1;
        }
        return exceptions.isEmpty()
                ? ascii.nextSetBit(0)
                : exceptions.iterator().next();
    }
}
