package org.mtgtracker.search.engine;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.mtgtracker.search.index.Budget;
import org.mtgtracker.search.index.Clue;
import org.mtgtracker.search.index.Folded;
import org.mtgtracker.search.index.Positions;
import org.mtgtracker.search.index.TextColumn;
import org.mtgtracker.search.index.TextMatcher;
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

    /**
     * Asked of the rules that printings tell, of which there are fewer.
     *
     * @param start the first position of each of the rules, and behind the last the number of positions
     * @param of the rules of each position
     */
    record OfRules(int[] start, int[] of, IntPredicate test) implements Condition {
        @Override
        public int cost() {
            return 10;
        }

        @Override
        public RoaringBitmap fitting(RoaringBitmap candidates, Budget budget) {
            Positions fitting = new Positions(of.length);
            if (candidates == null) {
                budget.spend(start.length);
                for (int rules = 0; rules < start.length - 1; rules++) {
                    if (test.test(rules)) {
                        fitting.add(start[rules], start[rules + 1]);
                    }
                }
                return fitting.bitmap();
            }
            budget.spend(candidates.getCardinality());
            int last = -1;
            boolean fits = false;
            for (PeekableIntIterator at = candidates.getIntIterator(); at.hasNext(); ) {
                int position = at.next();
                if (of[position] != last) {
                    last = of[position];
                    fits = test.test(last);
                }
                if (fits) {
                    fitting.add(position);
                }
            }
            return fitting.bitmap();
        }
    }

    /** A phrase within texts. */
    record Phrase(TextColumn texts, String phrase) implements Condition {
        @Override
        public int cost() {
            return texts.isShort() ? 5 : 100;
        }

        @Override
        public RoaringBitmap fitting(RoaringBitmap candidates, Budget budget) {
            return texts.containing(phrase, candidates, budget);
        }
    }

    /**
     * A pattern within texts.
     *
     * @param matcher used by one query alone
     * @param clues each match contains one of them; none when nothing is known
     * @param withinLine true when no match is in two lines
     */
    record Matching(TextColumn texts, TextMatcher matcher, List<Clue> clues, boolean withinLine) implements Condition {
        public Matching {
            clues = List.copyOf(clues);
        }

        @Override
        public int cost() {
            return 1000;
        }

        @Override
        public RoaringBitmap fitting(RoaringBitmap candidates, Budget budget) {
            return texts.matching(matcher, clues, withinLine, candidates, budget);
        }
    }

    /**
     * Values of a facet as they are printed, against a pattern.
     *
     * @param matcher used by one query alone
     */
    record Printed(Map<String, RoaringBitmap> values, TextMatcher matcher) implements Condition {
        @Override
        public int cost() {
            return 1000;
        }

        @Override
        public RoaringBitmap fitting(RoaringBitmap candidates, Budget budget) {
            RoaringBitmap fitting = Bitmaps.union(values, value -> {
                String text = Folded.text(value);
                return matcher.matches(text, 0, text.length(), budget);
            });
            return candidates == null ? fitting : RoaringBitmap.and(fitting, candidates);
        }
    }

    /** What fits one of them at least. */
    record AnyOf(List<Condition> conditions) implements Condition {
        public AnyOf {
            conditions = List.copyOf(conditions);
        }

        @Override
        public int cost() {
            return conditions.stream().mapToInt(Condition::cost).sum();
        }

        @Override
        public RoaringBitmap fitting(RoaringBitmap candidates, Budget budget) {
            RoaringBitmap fitting = new RoaringBitmap();
            conditions.forEach(condition -> fitting.or(condition.fitting(candidates, budget)));
            return fitting;
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
