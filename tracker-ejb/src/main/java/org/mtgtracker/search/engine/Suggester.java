package org.mtgtracker.search.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.mtgtracker.search.index.Folded;
import org.mtgtracker.search.index.NameTable;

/**
 * Names that what was typed may become, as Scryfall orders them. The letters of all names that are shown stand in one
 * text, a line each, so that finding those with some letters in them is one search through it.
 */
final class Suggester {
    private final List<NameTable.Entry> entries;
    private final Lines letters;

    /** @param entries hidden ones last; they are not suggested */
    Suggester(List<NameTable.Entry> entries) {
        this.entries = entries.stream().takeWhile(entry -> !entry.hidden()).toList();
        letters = new Lines(this.entries);
    }

    /** The letters of names as lines of one text, each begun by a {@link Folded#BREAK}. */
    private static final class Lines {
        private final String text;
        private final int[] starts;

        Lines(List<NameTable.Entry> entries) {
            StringBuilder all = new StringBuilder();
            starts = new int[entries.size() + 1];
            for (int at = 0; at < entries.size(); at++) {
                starts[at] = all.length();
                all.append(Folded.BREAK).append(entries.get(at).exact().get(0));
            }
            starts[entries.size()] = all.length();
            text = all.toString();
        }

        /** The lines that have it in them. */
        BitSet with(String wanted) {
            BitSet lines = new BitSet();
            for (int found = text.indexOf(wanted); found >= 0; ) {
                int line = Arrays.binarySearch(starts, found);
                line = line < 0 ? -line - 2 : line;
                lines.set(line);
                found = text.indexOf(wanted, starts[line + 1]);
            }
            return lines;
        }
    }

    /**
     * Names that begin with what was typed, then those that have it in them; of either the most alike first, which are
     * the shortest.
     *
     * @param wanted as {@link Folded#exact} has it
     */
    List<String> suggestions(String wanted, int most) {
        BitSet beginning = letters.with(Folded.BREAK + wanted);
        List<String> names = new ArrayList<>(mostAlike(beginning, wanted, most));
        if (names.size() < most) {
            BitSet inside = letters.with(wanted);
            inside.andNot(beginning);
            names.addAll(mostAlike(inside, wanted, most - names.size()));
        }
        return names;
    }

    private List<String> mostAlike(BitSet lines, String wanted, int most) {
        Likeness likeness = new Likeness(wanted);
        record Suggestion(String name, double like) {}
        return lines.stream()
                .mapToObj(line -> entries.get(line))
                .map(entry ->
                        new Suggestion(entry.name(), likeness.of(entry.exact().get(0))))
                .sorted(Comparator.comparingDouble((Suggestion suggestion) -> -suggestion.like())
                        .thenComparing(Suggestion::name))
                .limit(most)
                .map(Suggestion::name)
                .toList();
    }
}
