package org.mtgtracker.search.engine;

import java.util.List;
import java.util.Optional;
import org.mtgtracker.search.boundary.Explanation;
import org.mtgtracker.search.boundary.SearchOptions;
import org.mtgtracker.search.index.Budget;
import org.mtgtracker.search.index.CardIndex;
import org.mtgtracker.search.language.Query;
import org.mtgtracker.search.language.Span;
import org.roaringbitmap.RoaringBitmap;

/** Tells how a query was understood, and how many cards each part of it fits by itself. */
final class Explaining {
    private final CardIndex index;
    private final Budget budget;

    Explaining(CardIndex index, Budget budget) {
        this.index = index;
        this.budget = budget;
    }

    Explanation explanation(Optional<Plan> plan, List<String> dropped, SearchOptions wanted, long microseconds) {
        return new Explanation(
                plan.map(root -> step(root, wanted.query())).orElse(null),
                dropped,
                wanted.unique().word(),
                wanted.order().word(),
                wanted.direction().word(),
                wanted.prefer().word(),
                wanted.extras(),
                microseconds);
    }

    private Explanation.Step step(Plan plan, String query) {
        if (plan instanceof Plan.Both both) {
            return step("and", plan, query, both.parts());
        }
        if (plan instanceof Plan.Either either) {
            return step("or", plan, query, either.parts());
        }
        if (plan instanceof Plan.Without without) {
            return step("not", plan, query, List.of(without.part()));
        }
        return step("term", plan, query, List.of());
    }

    private Explanation.Step step(String kind, Plan plan, String query, List<Plan> parts) {
        RoaringBitmap fitting = plan.fitting(index, null, budget);
        Span span = plan.query().span();
        String typed = plan.query() instanceof Query.Term term
                ? term.typed()
                : query.substring(span.from(), span.to()).strip();
        return new Explanation.Step(
                kind,
                typed,
                span.from(),
                span.to(),
                Bitmaps.countCards(index, fitting),
                fitting.getCardinality(),
                parts.stream().map(part -> step(part, query)).toList());
    }
}
