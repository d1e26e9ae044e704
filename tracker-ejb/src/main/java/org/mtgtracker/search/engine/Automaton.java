package org.mtgtracker.search.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mtgtracker.search.index.Budget;
import org.mtgtracker.search.index.TextMatcher;

/**
 * Finds matches of a regular expression with one look-up in a table for each character: a set of places in the
 * expression is a state, and states are made when a text first leads to them (Thompson 1968; RE2 does the same in C++,
 * but not in Java). How much is remembered is bounded, and making states is charged to the budget, so the worst
 * expressions cost what a plain simulation costs. For one query and one thread.
 */
final class Automaton implements TextMatcher {
    /** Numbers in the table of states; when they are used up, it begins anew. */
    private static final int MOST_REMEMBERED = 1 << 18;

    private static final int CHARACTERS_A_STEP = 4;
    private static final int NARROW = CharClasses.NARROW;

    private static final int UNKNOWN = -1;
    private static final int FOUND = -2;

    // what stands before a state's next character
    private static final int NOTHING = 0;
    private static final int LINE = 1;
    private static final int WORD = 2;

    private final Places places;
    private final int begin;
    private final int[] classes = new int[NARROW];
    private final Map<Character, Integer> further = new HashMap<>();
    private final char[] samples;
    private final boolean[][] takes;
    private final int rest;
    private final int end;
    private final boolean lines;
    private final boolean words;

    private final Map<State, Integer> rows = new HashMap<>();
    private final List<State> states = new ArrayList<>();
    private final int width;
    private int[] table;
    private char[] letters = new char[0];
    private final int[] stack;
    private final int[] seen;
    private int round;

    private Automaton(Places places, int begin) {
        this.places = places;
        this.begin = begin;
        lines = places.checks.contains(Regex.Place.LINE_START);
        words = places.checks.stream().anyMatch(Regex.Place::asksForWords);
        List<CharSet> asked = new ArrayList<>(places.sets);
        asked.add(CharSet.NEWLINE);
        if (words) {
            asked.add(CharSet.WORD);
        }
        CharClasses made = new CharClasses(asked);
        samples = made.samples();
        rest = made.rest;
        end = samples.length;
        width = samples.length + 1;
        made.fill(classes, further);
        takes = new boolean[places.sets.size()][samples.length];
        for (int set = 0; set < takes.length; set++) {
            for (int number = 0; number < samples.length; number++) {
                takes[set][number] = places.sets.get(set).has(samples[number]);
            }
        }
        stack = new int[3 * places.size + 1];
        seen = new int[places.size];
        forget();
    }

    /** For an expression; empty when it is too large. */
    static Optional<Automaton> of(Regex regex) {
        try {
            Places places = new Places();
            int match = places.add(Places.MATCH, 0, 0);
            return Optional.of(new Automaton(places, places.add(regex, match)));
        } catch (Places.TooLarge e) {
            return Optional.empty();
        }
    }

    /** The places that the characters so far led to, and what the last one was. */
    private record State(int[] at, int before) {
        @Override
        public boolean equals(Object other) {
            return other instanceof State state && before == state.before && Arrays.equals(at, state.at);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(at) + before;
        }

        @Override
        public String toString() {
            return Arrays.toString(at) + before;
        }
    }

    private void forget() {
        rows.clear();
        states.clear();
        table = new int[16 * width];
        row(new State(new int[0], lines ? LINE : NOTHING));
    }

    /** Where a state's row of the table begins. */
    private int row(State state) {
        Integer known = rows.get(state);
        if (known != null) {
            return known;
        }
        int row = states.size() * width;
        if (row + width > table.length) {
            table = Arrays.copyOf(table, 2 * table.length);
        }
        Arrays.fill(table, row, row + width, UNKNOWN);
        states.add(state);
        rows.put(state, row);
        return row;
    }

    @Override
    public boolean matches(String text, int from, int to, Budget budget) {
        int length = to - from;
        budget.spend(1 + length / CHARACTERS_A_STEP);
        if (letters.length < length) {
            letters = new char[2 * length];
        }
        // out of the string at once: reading it character by character checks its coding each time
        text.getChars(from, to, letters, 0);
        char[] read = letters;
        int[] known = table;
        int row = 0;
        for (int at = 0; at < length; at++) {
            char c = read[at];
            int next = known[row + (c < NARROW ? classes[c] : further.getOrDefault(c, rest))];
            // most characters change nothing, and a branch that is foreseen does not wait for the table
            if (next != row) {
                if (next < 0) {
                    next = next == UNKNOWN
                            ? step(row, c < NARROW ? classes[c] : further.getOrDefault(c, rest), budget)
                            : next;
                    if (next == FOUND) {
                        return true;
                    }
                    known = table;
                }
                row = next;
            }
        }
        int last = table[row + end];
        return (last == UNKNOWN ? step(row, end, budget) : last) == FOUND;
    }

    /** Where the state of a row leads to by a class of characters, as that state's row; it is remembered. */
    private int step(int row, int type, Budget budget) {
        budget.spend(places.size + 1L);
        State to = follow(states.get(row / width), type);
        if (to != null && states.size() * width >= MOST_REMEMBERED && !rows.containsKey(to)) {
            forget();
            return row(to);
        }
        int next = to == null ? FOUND : row(to);
        table[row + type] = next;
        return next;
    }

    /** Null when there is a match before the next character. */
    private State follow(State from, int type) {
        round++;
        int depth = 0;
        for (int place : from.at()) {
            stack[depth++] = place;
        }
        // a match may begin anywhere
        stack[depth++] = begin;
        int[] reached = new int[places.size];
        int count = 0;
        while (depth > 0) {
            int place = stack[--depth];
            if (seen[place] == round) {
                continue;
            }
            seen[place] = round;
            switch (places.action[place]) {
                case Places.MATCH -> {
                    return null;
                }
                case Places.FORK -> {
                    depth = push(depth, places.first[place]);
                    depth = push(depth, places.second[place]);
                }
                case Places.TAKE -> {
                    if (type != end && takes[places.second[place]][type]) {
                        reached[count++] = places.first[place];
                    }
                }
                default -> {
                    if (holds(places.second[place], from.before(), type)) {
                        depth = push(depth, places.first[place]);
                    }
                }
            }
        }
        int[] at = Arrays.copyOf(reached, count);
        Arrays.sort(at);
        return new State(distinct(at), type == end ? NOTHING : before(samples[type]));
    }

    private int push(int depth, int place) {
        if (seen[place] == round) {
            return depth;
        }
        stack[depth] = place;
        return depth + 1;
    }

    private static int[] distinct(int[] sorted) {
        int count = 0;
        for (int at = 0; at < sorted.length; at++) {
            if (at == 0 || sorted[at] != sorted[at - 1]) {
                sorted[count++] = sorted[at];
            }
        }
        return Arrays.copyOf(sorted, count);
    }

    /** Only what the expression asks for is told apart. */
    private int before(char c) {
        if (lines && c == '\n') {
            return LINE;
        }
        return words && CharSet.WORD.has(c) ? WORD : NOTHING;
    }

    private boolean holds(int place, int before, int type) {
        boolean wordNext = type != end && CharSet.WORD.has(samples[type]);
        return switch (Regex.Place.values()[place]) {
            case LINE_START -> before == LINE;
            case LINE_END -> type == end || samples[type] == '\n';
            case WORD_EDGE -> (before == WORD) != wordNext;
            case NO_WORD_EDGE -> (before == WORD) == wordNext;
        };
    }
}
