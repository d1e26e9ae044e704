package org.mtgtracker.search.engine;

import static java.util.Objects.requireNonNull;

import com.google.re2j.Pattern;
import java.util.function.IntPredicate;
import org.mtgtracker.search.index.Budget;
import org.mtgtracker.search.index.Positions;
import org.mtgtracker.search.index.TextColumn;
import org.roaringbitmap.PeekableIntIterator;
import org.roaringbitmap.RoaringBitmap;

/** What a term asks of the printings of one index. */
sealed interface Condition {
    /** How much it costs to answer, against others; the cheap ones are asked first. */
    int cost();

    /**
     * The printings that fit.
     *
     * @param candidates the only ones that matter; null for all. Others may be in the answer or not
     * @return not to be changed: it may be the index's own
     */
    RoaringBitmap fitting(RoaringBitmap candidates, Budget budget);

    /** Settled already. */
    record Known(RoaringBitmap printings) implements Condition {
        public Known {
            requireNonNull(printings, "printings is null");
        }

        @Override
        public int cost() {
            return 1;
        }

        @Override
        public RoaringBitmap fitting(RoaringBitmap candidates, Budget budget) {
            budget.spend(1);
            return printings;
        }
    }

    /** Asked of one printing after the other. */
    record Each(int size, IntPredicate test) implements Condition {
        @Override
        public int cost() {
            return 10;
        }

        @Override
        public RoaringBitmap fitting(RoaringBitmap candidates, Budget budget) {
            Positions fitting = new Positions(size);
            if (candidates == null) {
                budget.spend(size);
                for (int position = 0; position < size; position++) {
                    if (test.test(position)) {
                        fitting.add(position);
                    }
                }
            } else {
                budget.spend(candidates.getCardinality());
                for (PeekableIntIterator at = candidates.getIntIterator(); at.hasNext(); ) {
                    int position = at.next();
                    if (test.test(position)) {
                        fitting.add(position);
                    }
                }
            }
            return fitting.bitmap();
        }
    }

    /** A phrase within texts. */
    record Phrase(TextColumn texts, String phrase) implements Condition {
        @Override
        public int cost() {
            return 100;
        }

        @Override
        public RoaringBitmap fitting(RoaringBitmap candidates, Budget budget) {
            return texts.containing(phrase, candidates, budget);
        }
    }

    /**
     * A pattern within texts.
     *
     * @param literal what every match contains; empty when nothing is known of it
     */
    record Matching(TextColumn texts, Pattern pattern, String literal) implements Condition {
        @Override
        public int cost() {
            return 1000;
        }

        @Override
        public RoaringBitmap fitting(RoaringBitmap candidates, Budget budget) {
            RoaringBitmap possible = literal.isEmpty() ? candidates : texts.containing(literal, candidates, budget);
            return texts.matching(pattern, possible, budget);
        }
    }

    /** What another one does not fit. */
    record Inverse(Condition of, RoaringBitmap all) implements Condition {
        @Override
        public int cost() {
            return of.cost() + 1;
        }

        @Override
        public RoaringBitmap fitting(RoaringBitmap candidates, Budget budget) {
            return RoaringBitmap.andNot(candidates == null ? all : candidates, of.fitting(candidates, budget));
        }
    }
}
