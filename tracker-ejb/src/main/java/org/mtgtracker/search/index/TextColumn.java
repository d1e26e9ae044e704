package org.mtgtracker.search.index;

import java.util.ArrayList;
import java.util.List;
import org.roaringbitmap.PeekableIntIterator;
import org.roaringbitmap.RoaringBitmap;

/**
 * Distinct texts behind one another, each shown by the printings of its row. A phrase is looked for with
 * {@link String#indexOf(String, int)}, which the JVM does with vector instructions: 3 MB take about 1 ms. Where the
 * terms before it left few printings, only their texts are looked at.
 */
public final class TextColumn {
    /** Below this share of the rows, looking at one after the other is cheaper than at the whole string. */
    private static final int FEW = 16;
    /** The whole string is looked at 16 characters at a time. */
    private static final int CHARACTERS_A_STEP = 16;

    private static final int SHORT = 1 << 17;

    private static final char LAST_NARROW = 0xFF;

    /** Texts of Latin letters: the JVM keeps them in a byte each, and would not with one other letter among them. */
    private final Block narrow;

    private final Block wide;
    /** The row of each position; -1 where it has none. */
    private final int[] rowOf;

    private final boolean plain;

    private TextColumn(Block narrow, Block wide, int[] rowOf, boolean plain) {
        this.narrow = narrow;
        this.wide = wide;
        this.rowOf = rowOf;
        this.plain = plain;
    }

    /** Rows from a first one on, in one string. */
    private static final class Block {
        private final int first;
        private final String text;
        private final int[] starts;

        Block(int first, List<String> rows) {
            this.first = first;
            StringBuilder all = new StringBuilder();
            starts = new int[rows.size() + 1];
            for (int row = 0; row < rows.size(); row++) {
                starts[row] = all.length();
                all.append(rows.get(row)).append(Folded.BREAK);
            }
            starts[rows.size()] = all.length();
            text = all.toString();
        }

        int from(int row) {
            return starts[row - first];
        }

        int to(int row) {
            return starts[row - first + 1] - 1;
        }

        int end() {
            return first + starts.length - 1;
        }

        /** The row that a place is in, being this one or a later one. */
        int row(int place, int atLeast) {
            int row = atLeast;
            while (to(row) < place) {
                row++;
            }
            return row;
        }
    }

    /**
     * Lays texts behind one another.
     *
     * @param rowOf the text of each position; -1 where it has none
     */
    public static TextColumn of(List<String> rows, int[] rowOf) {
        List<String> latin = new ArrayList<>(rows.size());
        List<String> others = new ArrayList<>();
        boolean plain = true;
        for (String row : rows) {
            (isNarrow(row) ? latin : others).add(row);
            plain &= row.codePointCount(0, row.length()) == row.length();
        }
        Block narrow = new Block(0, latin);
        return new TextColumn(narrow, new Block(narrow.end(), others), moved(rows, rowOf, latin.size()), plain);
    }

    private static int[] moved(List<String> rows, int[] rowOf, int latin) {
        int[] places = new int[rows.size()];
        int narrow = 0;
        int wide = latin;
        for (int row = 0; row < places.length; row++) {
            places[row] = isNarrow(rows.get(row)) ? narrow++ : wide++;
        }
        int[] moved = new int[rowOf.length];
        for (int position = 0; position < moved.length; position++) {
            moved[position] = rowOf[position] < 0 ? -1 : places[rowOf[position]];
        }
        return moved;
    }

    private static boolean isNarrow(String row) {
        for (int at = 0; at < row.length(); at++) {
            if (row.charAt(at) > LAST_NARROW) {
                return false;
            }
        }
        return true;
    }

    private Block of(int row) {
        return row < wide.first ? narrow : wide;
    }

    private int rows() {
        return wide.end();
    }

    private long length() {
        return (long) narrow.text.length() + wide.text.length();
    }

    /** True when no printing has such a text. */
    public boolean isEmpty() {
        return rows() == 0;
    }

    /** The text of a position; empty where it has none. */
    public String at(int position) {
        int row = rowOf[position];
        return row < 0 ? "" : of(row).text.substring(of(row).from(row), of(row).to(row));
    }

    long bytes() {
        return narrow.text.length() + 2L * wide.text.length() + 4L * rows() + 4L * rowOf.length;
    }

    /**
     * The positions whose texts contain a phrase.
     *
     * @param candidates the only positions that matter; null for all
     */
    public RoaringBitmap containing(String phrase, RoaringBitmap candidates, Budget budget) {
        Positions rows = new Positions(rows());
        if (candidates != null && candidates.getCardinality() < rowOf.length / FEW) {
            ofCandidates(
                    candidates,
                    row -> {
                        Block block = of(row);
                        budget.spend(1 + (block.to(row) - block.from(row)) / CHARACTERS_A_STEP);
                        return contains(phrase, block, row);
                    },
                    rows);
        } else {
            budget.spend(length() / CHARACTERS_A_STEP);
            scan(phrase, narrow, rows);
            scan(phrase, wide, rows);
        }
        return positions(rows, candidates);
    }

    /**
     * The positions in whose texts something is found.
     *
     * @param clues each text in which it is found has one of these; none when nothing is known of them
     * @param withinLine true when what is found is never in two lines
     * @param candidates the only positions that matter; null for all
     */
    public RoaringBitmap matching(
            TextMatcher matcher, List<Clue> clues, boolean withinLine, RoaringBitmap candidates, Budget budget) {
        Positions rows = new Positions(rows());
        RowTest found = row -> matcher.matches(of(row).text, of(row).from(row), of(row).to(row), budget);
        if (candidates != null && candidates.getCardinality() < rowOf.length / FEW) {
            ofCandidates(candidates, found, rows);
        } else if (clues.isEmpty()) {
            for (int row = 0; row < rows(); row++) {
                if (found.fits(row)) {
                    rows.add(row);
                }
            }
        } else {
            for (Clue clue : clues) {
                scan(clue, withinLine, matcher, narrow, rows, budget);
                scan(clue, withinLine, matcher, wide, rows, budget);
            }
        }
        return positions(rows, candidates);
    }

    /** Looks at the places of a clue, and only there, or around there in the same row, for a match. */
    private static void scan(
            Clue clue, boolean withinLine, TextMatcher matcher, Block block, Positions rows, Budget budget) {
        String text = block.text;
        int row = block.first;
        int next;
        for (int at = clue.next(text, 0, budget); at >= 0; at = clue.next(text, next, budget)) {
            row = block.row(at, row);
            int from = block.from(row);
            int to = block.to(row);
            if (rows.has(row)) {
                next = to + 1;
            } else if (!clue.fits(text, at, from, to)) {
                next = at + 1;
            } else {
                int lineFrom = withinLine ? Math.max(from, text.lastIndexOf(Folded.BREAK, at) + 1) : from;
                int lineTo = withinLine ? Math.min(to, text.indexOf(Folded.BREAK, at)) : to;
                if (clue.enough() || matcher.matches(text, lineFrom, lineTo, budget)) {
                    rows.add(row);
                    lineTo = to;
                }
                next = lineTo + 1;
            }
        }
    }

    /** True when all of it is looked through in next to no time. */
    public boolean isShort() {
        return length() < SHORT;
    }

    /** True when every character stands for itself, so that it can be read without its neighbour. */
    public boolean isPlain() {
        return plain;
    }

    @FunctionalInterface
    private interface RowTest {
        boolean fits(int row);
    }

    private static void scan(String phrase, Block block, Positions rows) {
        String text = block.text;
        int row = block.first;
        int next;
        for (int at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, next)) {
            row = block.row(at, row);
            boolean within = at + phrase.length() <= block.to(row);
            if (within) {
                rows.add(row);
            }
            next = within ? block.to(row) + 1 : at + 1;
        }
    }

    private void ofCandidates(RoaringBitmap candidates, RowTest test, Positions rows) {
        int last = -1;
        for (PeekableIntIterator at = candidates.getIntIterator(); at.hasNext(); ) {
            int row = rowOf[at.next()];
            if (row >= 0 && row != last && !rows.has(row) && test.fits(row)) {
                rows.add(row);
            }
            last = row;
        }
    }

    private static boolean contains(String phrase, Block block, int row) {
        int last = block.to(row) + 1 - phrase.length();
        char first = phrase.charAt(0);
        for (int at = block.from(row); at < last; at++) {
            if (block.text.charAt(at) == first && block.text.startsWith(phrase, at)) {
                return true;
            }
        }
        return false;
    }

    private RoaringBitmap positions(Positions rows, RoaringBitmap candidates) {
        Positions positions = new Positions(rowOf.length);
        if (candidates != null) {
            for (PeekableIntIterator at = candidates.getIntIterator(); at.hasNext(); ) {
                int position = at.next();
                if (rowOf[position] >= 0 && rows.has(rowOf[position])) {
                    positions.add(position);
                }
            }
        } else {
            for (int position = 0; position < rowOf.length; position++) {
                if (rowOf[position] >= 0 && rows.has(rowOf[position])) {
                    positions.add(position);
                }
            }
        }
        return positions.bitmap();
    }
}
