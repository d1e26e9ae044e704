package org.mtgtracker.search.engine;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mtgtracker.search.boundary.BadQuery;
import org.mtgtracker.search.boundary.Explanation;
import org.mtgtracker.search.boundary.SearchOptions;
import org.mtgtracker.search.index.Budget;
import org.mtgtracker.search.index.CardIndex;
import org.mtgtracker.search.language.Display;
import org.mtgtracker.search.language.Dropped;
import org.mtgtracker.search.language.Parsed;
import org.mtgtracker.search.language.Parser;
import org.roaringbitmap.RoaringBitmap;

/** Answers queries from one index. Made for that index once; it keeps nothing of a query. */
public final class Searcher {
    private static final String ALL_IGNORED = "All of your terms were ignored.";

    private final CardIndex index;
    private final Terms terms;

    public Searcher(CardIndex index, Clock clock) {
        this.index = requireNonNull(index, "index is null");
        terms = new Terms(index, clock);
    }

    /** A query that was read and made ready. */
    private record Ready(Parsed parsed, Optional<Plan> plan, List<Dropped> dropped) {
        List<String> warnings() {
            return dropped.stream().map(Dropped::warning).toList();
        }
    }

    /**
     * Finds a page of cards.
     *
     * @throws BadQuery when the query cannot be understood, or nothing of it was
     * @throws org.mtgtracker.search.boundary.QueryTooLong when it is too long
     * @throws org.mtgtracker.search.boundary.BadCursor when the cursor is not one of this search
     */
    public Results find(SearchOptions options) {
        long start = System.nanoTime();
        Ready ready = ready(options.query());
        Display display = ready.parsed().display();
        SearchOptions wanted = merged(options, display);
        Budget budget = new Budget();
        RoaringBitmap fitting = new Visibility(index, wanted.extras(), display.variations(), display.languages())
                .shown(ready.plan(), budget);
        Page page = new Page(index, wanted);
        Results results = page.of(fitting, ready.warnings());
        if (!options.explain()) {
            return results;
        }
        Explanation explanation = new Explaining(index, budget)
                .explanation(ready.plan(), ready.warnings(), wanted, (System.nanoTime() - start) / 1000);
        return new Results(
                results.positions(), results.total(), results.next(), results.warnings(), Optional.of(explanation));
    }

    /**
     * Every printing that a query shows, of each card as many as fit.
     *
     * @param positions of the index
     * @param warnings sentences about parts of the query that were left out
     */
    public record Fitting(RoaringBitmap positions, List<String> warnings) {}

    /**
     * Finds all that fits, without order and pages.
     *
     * @throws BadQuery and QueryTooLong, as {@link #find}
     */
    public Fitting fitting(String query) {
        Ready ready = ready(query);
        Display display = ready.parsed().display();
        Visibility visibility = new Visibility(index, display.extras(), display.variations(), display.languages());
        return new Fitting(visibility.shown(ready.plan(), new Budget()), ready.warnings());
    }

    private Ready ready(String query) {
        Parsed parsed = Parser.parse(query);
        boolean languages = parsed.display().languages()
                || parsed.tree().filter(Visibility::asksForLanguages).isPresent();
        Planner planner = new Planner(terms, languages);
        Optional<Plan> plan = parsed.tree().flatMap(planner::plan);
        List<Dropped> dropped = new ArrayList<>(parsed.dropped());
        dropped.addAll(planner.dropped());
        Ready ready = new Ready(parsed, plan, dropped);
        if (plan.isEmpty() && !dropped.isEmpty()) {
            throw new BadQuery(ALL_IGNORED, ready.warnings());
        }
        return ready;
    }

    /** What the query says goes before what was said beside it. */
    private static SearchOptions merged(SearchOptions options, Display display) {
        return new SearchOptions(
                options.query(),
                display.unique().orElse(options.unique()),
                display.order().orElse(options.order()),
                display.direction().orElse(options.direction()),
                display.prefer().orElse(options.prefer()),
                options.extras() || display.extras(),
                options.limit(),
                options.cursor(),
                options.page(),
                options.explain());
    }
}
