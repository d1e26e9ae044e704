package org.mtgtracker.search.index;

import java.util.List;
import org.roaringbitmap.PeekableIntIterator;
import org.roaringbitmap.RoaringBitmap;

/**
 * Distinct texts behind one another in one string, each shown by the printings of its row. A phrase is looked for with
 * {@link String#indexOf(String, int)}, which the JVM does with vector instructions: 3 MB take about 1 ms. Where the
 * terms before it left few printings, only their texts are looked at.
 */
public final class TextColumn {
    /** Below this share of the rows, looking at one after the other is cheaper than at the whole string. */
    private static final int FEW = 16;
    /** The whole string is looked at 16 characters at a time. */
    private static final int CHARACTERS_A_STEP = 16;

    private final String text;
    private final int[] starts;
    /** The row of each position; -1 where it has none. */
    private final int[] rowOf;

    private final boolean plain;

    private TextColumn(String text, int[] starts, int[] rowOf, boolean plain) {
        this.text = text;
        this.starts = starts;
        this.rowOf = rowOf;
        this.plain = plain;
    }

    /**
     * Lays texts behind one another.
     *
     * @param rowOf the text of each position; -1 where it has none
     */
    public static TextColumn of(List<String> rows, int[] rowOf) {
        StringBuilder text = new StringBuilder();
        int[] starts = new int[rows.size() + 1];
        boolean plain = true;
        for (int row = 0; row < rows.size(); row++) {
            String own = rows.get(row);
            starts[row] = text.length();
            text.append(own).append(Folded.BREAK);
            plain &= own.codePointCount(0, own.length()) == own.length();
        }
        starts[rows.size()] = text.length();
        return new TextColumn(text.toString(), starts, rowOf, plain);
    }

    /** The text of a position; empty where it has none. */
    public String at(int position) {
        int row = rowOf[position];
        return row < 0 ? "" : text.substring(starts[row], starts[row + 1] - 1);
    }

    long bytes() {
        boolean narrow = text.chars().allMatch(c -> c < 0x100);
        return (narrow ? 1L : 2L) * text.length() + 4L * starts.length;
    }

    /**
     * The positions whose texts contain a phrase.
     *
     * @param candidates the only positions that matter; null for all
     */
    public RoaringBitmap containing(String phrase, RoaringBitmap candidates, Budget budget) {
        Positions rows = new Positions(starts.length);
        if (candidates != null && candidates.getCardinality() < rowOf.length / FEW) {
            ofCandidates(
                    candidates,
                    row -> {
                        budget.spend(1 + (starts[row + 1] - starts[row]) / CHARACTERS_A_STEP);
                        return contains(phrase, row);
                    },
                    rows);
        } else {
            budget.spend(text.length() / CHARACTERS_A_STEP);
            scan(phrase, rows);
        }
        return positions(rows, candidates);
    }

    /**
     * The positions in whose texts something is found.
     *
     * @param certain each text in which it is found has one of these; none when nothing is known of them
     * @param withinLine true when what is found is never in two lines
     * @param candidates the only positions that matter; null for all
     */
    public RoaringBitmap matching(
            TextMatcher matcher, List<Certain> certain, boolean withinLine, RoaringBitmap candidates, Budget budget) {
        Positions rows = new Positions(starts.length);
        RowTest found = row -> matcher.matches(text, starts[row], starts[row + 1] - 1, budget);
        if (candidates != null && candidates.getCardinality() < rowOf.length / FEW) {
            ofCandidates(candidates, found, rows);
        } else if (certain.isEmpty()) {
            for (int row = 0; row < starts.length - 1; row++) {
                if (found.fits(row)) {
                    rows.add(row);
                }
            }
        } else {
            budget.spend((long) certain.size() * text.length() / CHARACTERS_A_STEP);
            for (Certain letters : certain) {
                scan(letters, withinLine, matcher, rows, budget);
            }
        }
        return positions(rows, candidates);
    }

    /** Looks at the letters' places, and only there, or around there in the same row, for a match. */
    private void scan(Certain certain, boolean withinLine, TextMatcher matcher, Positions rows, Budget budget) {
        String letters = certain.letters();
        int row = 0;
        int next;
        for (int at = text.indexOf(letters); at >= 0; at = text.indexOf(letters, next)) {
            while (starts[row + 1] <= at) {
                row++;
            }
            int from = starts[row];
            int to = starts[row + 1] - 1;
            if (rows.has(row)) {
                next = to;
            } else if (!certain.fits(text, at, from, to)) {
                budget.spend(1);
                next = at + 1;
            } else {
                int lineFrom = withinLine ? Math.max(from, text.lastIndexOf(Folded.BREAK, at) + 1) : from;
                int lineTo = withinLine ? Math.min(to, text.indexOf(Folded.BREAK, at)) : to;
                if (matcher.matches(text, lineFrom, lineTo, budget)) {
                    rows.add(row);
                    lineTo = to;
                }
                next = lineTo;
            }
        }
    }

    /** True when every character stands for itself, so that it can be read without its neighbour. */
    public boolean isPlain() {
        return plain;
    }

    @FunctionalInterface
    private interface RowTest {
        boolean fits(int row);
    }

    private void scan(String phrase, Positions rows) {
        int row = 0;
        for (int at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, starts[row])) {
            while (starts[row + 1] <= at) {
                row++;
            }
            rows.add(row);
            row++;
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

    private boolean contains(String phrase, int row) {
        int last = starts[row + 1] - phrase.length();
        char first = phrase.charAt(0);
        for (int at = starts[row]; at < last; at++) {
            if (text.charAt(at) == first && text.startsWith(phrase, at)) {
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
