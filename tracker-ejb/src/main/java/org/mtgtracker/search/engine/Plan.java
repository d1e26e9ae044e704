package org.mtgtracker.search.engine;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;
import org.mtgtracker.search.index.Budget;
import org.mtgtracker.search.index.CardIndex;
import org.mtgtracker.search.language.Query;
import org.roaringbitmap.RoaringBitmap;

/** A query made ready for one index. */
sealed interface Plan {
    /** What of the query it answers. */
    Query query();

    int cost();

    /** As {@link Condition#fitting}. */
    RoaringBitmap fitting(CardIndex index, RoaringBitmap candidates, Budget budget);

    /** One question. */
    record Ask(Query.Term query, Condition condition, boolean reveals) implements Plan {
        public Ask {
            requireNonNull(query, "query is null");
            requireNonNull(condition, "condition is null");
        }

        @Override
        public int cost() {
            return condition.cost();
        }

        @Override
        public RoaringBitmap fitting(CardIndex index, RoaringBitmap candidates, Budget budget) {
            return condition.fitting(candidates, budget);
        }
    }

    /** Fits all parts; the cheapest is asked first, and every other only about what is left. */
    record Both(Query query, List<Plan> parts) implements Plan {
        public Both {
            parts = parts.stream().sorted(Comparator.comparingInt(Plan::cost)).toList();
        }

        @Override
        public int cost() {
            return parts.get(parts.size() - 1).cost();
        }

        @Override
        public RoaringBitmap fitting(CardIndex index, RoaringBitmap candidates, Budget budget) {
            RoaringBitmap left = candidates;
            for (Plan part : parts) {
                RoaringBitmap fitting = part.fitting(index, left, budget);
                left = left == null ? fitting : RoaringBitmap.and(left, fitting);
                if (left.isEmpty()) {
                    break;
                }
            }
            return left;
        }
    }

    /** Fits at least one part. */
    record Either(Query query, List<Plan> parts) implements Plan {
        public Either {
            parts = List.copyOf(parts);
        }

        @Override
        public int cost() {
            return parts.stream().mapToInt(Plan::cost).sum();
        }

        @Override
        public RoaringBitmap fitting(CardIndex index, RoaringBitmap candidates, Budget budget) {
            RoaringBitmap all = new RoaringBitmap();
            for (Plan part : parts) {
                all.or(part.fitting(index, candidates, budget));
            }
            return all;
        }
    }

    /** Does not fit its part. */
    record Without(Query query, Plan part) implements Plan {
        public Without {
            requireNonNull(part, "part is null");
        }

        @Override
        public int cost() {
            return part.cost() + 1;
        }

        @Override
        public RoaringBitmap fitting(CardIndex index, RoaringBitmap candidates, Budget budget) {
            RoaringBitmap from = candidates == null ? index.all() : candidates;
            return RoaringBitmap.andNot(from, part.fitting(index, candidates, budget));
        }
    }
}
