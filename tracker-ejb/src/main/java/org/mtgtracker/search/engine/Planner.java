package org.mtgtracker.search.engine;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mtgtracker.search.language.Dropped;
import org.mtgtracker.search.language.Operator;
import org.mtgtracker.search.language.Query;

/** Makes a plan of a tree, and leaves out the terms whose values mean nothing in this catalogue. */
final class Planner {
    private final Terms terms;
    private final boolean languages;
    private final List<Dropped> dropped = new ArrayList<>();

    /** @param languages true when printings in all languages are asked for, and with them their names */
    Planner(Terms terms, boolean languages) {
        this.terms = requireNonNull(terms, "terms is null");
        this.languages = languages;
    }

    /** The terms that were left out so far, or find nothing since what they name is not there. */
    List<Dropped> dropped() {
        return dropped;
    }

    /** The plan; empty when no term is left. */
    Optional<Plan> plan(Query query) {
        return plan(query, true);
    }

    private Optional<Plan> plan(Query query, boolean wanted) {
        if (query instanceof Query.All all) {
            List<Plan> parts = parts(all.parts(), wanted);
            return parts.size() < 2 ? parts.stream().findFirst() : Optional.of(new Plan.Both(query, parts));
        }
        if (query instanceof Query.Any any) {
            List<Plan> parts = parts(any.parts(), wanted);
            return parts.size() < 2 ? parts.stream().findFirst() : Optional.of(new Plan.Either(query, parts));
        }
        if (query instanceof Query.Not not) {
            return plan(not.part(), !wanted).map(part -> new Plan.Without(query, part));
        }
        return ask((Query.Term) query, wanted);
    }

    private List<Plan> parts(List<Query> queries, boolean wanted) {
        return queries.stream().flatMap(part -> plan(part, wanted).stream()).toList();
    }

    private Optional<Plan> ask(Query.Term term, boolean wanted) {
        try {
            Condition condition = terms.condition(term, languages);
            return Optional.of(new Plan.Ask(term, condition, wanted && terms.reveals(term)));
        } catch (NotUnderstood e) {
            if (e.findsNothing()) {
                boolean unequal = term.operator() == Operator.UNEQUAL;
                dropped.add(new Dropped(term.typed(), e.getMessage(), term.span(), !unequal));
                return Optional.of(new Plan.Ask(term, unequal ? terms.everything() : terms.nothing(), false));
            }
            dropped.add(Dropped.ignored(term.typed(), e.getMessage(), term.span()));
            return Optional.empty();
        }
    }
}
