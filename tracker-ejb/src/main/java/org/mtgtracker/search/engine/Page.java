package org.mtgtracker.search.engine;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.mtgtracker.search.boundary.Direction;
import org.mtgtracker.search.boundary.Prefer;
import org.mtgtracker.search.boundary.SearchOptions;
import org.mtgtracker.search.boundary.Unique;
import org.mtgtracker.search.index.CardIndex;
import org.mtgtracker.search.index.Positions;
import org.mtgtracker.search.index.Ranking;
import org.mtgtracker.search.index.SortKey;
import org.roaringbitmap.BatchIterator;
import org.roaringbitmap.RoaringBitmap;

/**
 * Cuts a page out of the printings that fit: one of each card or illustration is chosen, and the chosen are put in
 * order. Every order is known as a rank of each printing, so sorting is setting a bit for each, and reading the bits.
 */
final class Page {
    /** How many printings are taken out of a bitmap at once. */
    private static final int SOME = 256;

    private final CardIndex index;
    private final SearchOptions options;
    private final Ranking order;

    Page(CardIndex index, SearchOptions options) {
        this.index = requireNonNull(index, "index is null");
        this.options = requireNonNull(options, "options is null");
        order = index.order(options.order(), isDescending(options));
    }

    private static boolean isDescending(SearchOptions options) {
        return options.direction() == Direction.DESC
                || options.direction() == Direction.AUTO && options.order().isGreatestFirst();
    }

    Results of(RoaringBitmap fitting, List<String> warnings) {
        long[] ranks = chosen(fitting).words();
        int total = count(ranks, ranks.length);
        List<String> said = new ArrayList<>(warnings);
        int from = start(ranks, said);
        int[] positions = new int[Math.max(0, Math.min(options.limit(), total - from))];
        read(ranks, from, positions);
        return new Results(positions, total, next(from, positions, total), said, Optional.empty());
    }

    /** The ranks of the printings that are results. */
    private Positions chosen(RoaringBitmap fitting) {
        Positions ranks = new Positions(order.rank().length);
        Chooser chooser =
                switch (options.unique()) {
                    case PRINTS -> position -> ranks.add(order.rank()[position]);
                    case CARDS -> new OneOfEach(index, options.prefer(), fitting.getCardinality());
                    default -> new BestOfArts(index, options.prefer());
                };
        int[] some = new int[SOME];
        for (BatchIterator all = fitting.getBatchIterator(); all.hasNext(); ) {
            int count = all.nextBatch(some);
            for (int at = 0; at < count; at++) {
                chooser.take(some[at]);
            }
        }
        chooser.chosen(position -> ranks.add(order.rank()[position]));
        return ranks;
    }

    /** Takes printings, in the order of their positions, and tells which of them are results. */
    @FunctionalInterface
    private interface Chooser {
        void take(int position);

        /** For those that are not told while they are taken. */
        default void chosen(IntConsumer results) {}
    }

    /** The preferred printing of each card: those of one card come together. */
    private static final class OneOfEach implements Chooser {
        private final int[] preferred;
        private final int[] oracleOf;
        private final int[] best;
        private int cards;
        private int last = -1;

        OneOfEach(CardIndex index, Prefer prefer, int printings) {
            preferred = index.preferred(prefer);
            oracleOf = index.oracleOf();
            best = new int[Math.min(index.cards(), printings)];
        }

        @Override
        public void take(int position) {
            int oracle = oracleOf[position];
            if (oracle != last) {
                last = oracle;
                best[cards++] = position;
            } else if (preferred[position] < preferred[best[cards - 1]]) {
                best[cards - 1] = position;
            }
        }

        @Override
        public void chosen(IntConsumer results) {
            for (int card = 0; card < cards; card++) {
                results.accept(best[card]);
            }
        }
    }

    /** The preferred printing of each illustration. */
    private static final class BestOfArts implements Chooser {
        private final int[] preferred;
        private final int[] artOf;
        private final int[] best;

        BestOfArts(CardIndex index, Prefer prefer) {
            preferred = index.preferred(prefer);
            artOf = index.artOf();
            best = new int[index.arts()];
            Arrays.fill(best, -1);
        }

        @Override
        public void take(int position) {
            int art = artOf[position];
            if (best[art] < 0 || preferred[position] < preferred[best[art]]) {
                best[art] = position;
            }
        }

        @Override
        public void chosen(IntConsumer results) {
            for (int position : best) {
                if (position >= 0) {
                    results.accept(position);
                }
            }
        }
    }

    /** How many results come before the page. */
    private int start(long[] ranks, List<String> warnings) {
        if (options.cursor() == null) {
            return (int) Math.min(Integer.MAX_VALUE, (options.page() - 1L) * options.limit());
        }
        Cursor cursor = Cursor.parse(options.cursor(), search());
        if (cursor.version() != index.version()) {
            warnings.add("The catalogue has changed since the page before: cards may have come or gone.");
        }
        return before(ranks, firstBehind(cursor.last()));
    }

    /** The rank of the first printing behind a place; where a card counts once, behind all of the card there. */
    private int firstBehind(SortKey last) {
        Comparator<SortKey> keys =
                SortKey.comparator(options.order(), isDescending(options), options.unique() == Unique.CARDS);
        int low = 0;
        int high = order.at().length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (keys.compare(index.sortKey(options.order(), order.at()[middle]), last) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private Optional<String> next(int from, int[] positions, int total) {
        if (positions.length == 0 || from + positions.length >= total) {
            return Optional.empty();
        }
        SortKey last = index.sortKey(options.order(), positions[positions.length - 1]);
        Cursor cursor = new Cursor(index.version(), last);
        return Optional.of(cursor.text(search()));
    }

    /** What a cursor is valid for. */
    private String search() {
        return String.join(
                "\n",
                options.query(),
                options.unique().word(),
                options.order().word(),
                options.direction().word(),
                options.prefer().word(),
                String.valueOf(options.extras()));
    }

    private void read(long[] ranks, int from, int[] positions) {
        int skipped = 0;
        int found = 0;
        for (int word = 0; word < ranks.length && found < positions.length; word++) {
            int inWord = Long.bitCount(ranks[word]);
            if (skipped + inWord <= from) {
                skipped += inWord;
                continue;
            }
            for (long bits = ranks[word]; bits != 0 && found < positions.length; bits &= bits - 1) {
                if (skipped++ >= from) {
                    positions[found++] = order.at()[(word << 6) + Long.numberOfTrailingZeros(bits)];
                }
            }
        }
    }

    private static int count(long[] words, int to) {
        int count = 0;
        for (int word = 0; word < to; word++) {
            count += Long.bitCount(words[word]);
        }
        return count;
    }

    /** How many bits are set below one. */
    private static int before(long[] words, int bit) {
        int word = bit >> 6;
        if (word >= words.length) {
            return count(words, words.length);
        }
        return count(words, word) + Long.bitCount(words[word] & (1L << bit) - 1);
    }
}
