package org.mtgtracker.search.engine;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mtgtracker.search.index.Folded;
import org.mtgtracker.search.index.NameTable;

/**
 * Names that what was typed may become. All names that are shown stand in one text, a line each, so that finding those
 * with some letters in them is one search through it.
 */
final class Suggester {
    private final List<NameTable.Entry> entries;
    private final Lines folded;
    private final Lines exact;

    /** @param entries hidden ones last; they are not suggested */
    Suggester(List<NameTable.Entry> entries) {
        this.entries = entries.stream().takeWhile(entry -> !entry.hidden()).toList();
        folded = new Lines(this.entries, NameTable.Entry::folded);
        exact = new Lines(this.entries, entry -> entry.exact().get(0));
    }

    /** Lines of one text, each begun by a {@link Folded#BREAK}. */
    private static final class Lines {
        private final String text;
        private final int[] starts;

        Lines(List<NameTable.Entry> entries, Function<NameTable.Entry, String> line) {
            StringBuilder all = new StringBuilder();
            starts = new int[entries.size() + 1];
            for (int at = 0; at < entries.size(); at++) {
                starts[at] = all.length();
                all.append(Folded.BREAK).append(line.apply(entries.get(at)));
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
     * Names that begin with what was typed, then those with a word that does, then those that have it in them.
     *
     * @param wanted as {@link Folded#phrase} has it
     */
    List<String> suggestions(String wanted, int most) {
        BitSet beginning = folded.with(Folded.BREAK + wanted);
        BitSet words = folded.with(' ' + wanted);
        BitSet inside = folded.with(wanted);
        BitSet joined = exact.with(Folded.BREAK + wanted.replace(" ", ""));
        joined.andNot(inside);
        words.andNot(beginning);
        inside.andNot(words);
        inside.andNot(beginning);
        words.or(joined);
        return Stream.of(beginning, words, inside)
                .flatMapToInt(BitSet::stream)
                .limit(most)
                .mapToObj(line -> entries.get(line).name())
                .toList();
    }
}
