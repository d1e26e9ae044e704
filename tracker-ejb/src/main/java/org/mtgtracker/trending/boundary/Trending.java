package org.mtgtracker.trending.boundary;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.mtgtracker.pricing.boundary.PriceType;
import org.mtgtracker.trending.control.MatchingCards;
import org.mtgtracker.trending.control.Movers;
import org.mtgtracker.trending.control.SetMovers;
import org.mtgtracker.trending.control.TrendKeeper;
import org.mtgtracker.trending.control.TrendRules;
import org.mtgtracker.trending.control.Trends;

/**
 * Tells what is moving. Answers from memory; what it knows is as new as the last reckoning that this pod has seen, a few
 * seconds after the prices changed.
 */
@ApplicationScoped
public class Trending {
    private final TrendKeeper keeper;
    private final MatchingCards matching;
    private final TrendRules rules;

    @Inject
    public Trending(TrendKeeper keeper, MatchingCards matching, TrendRules rules) {
        this.keeper = requireNonNull(keeper, "keeper is null");
        this.matching = requireNonNull(matching, "matching is null");
        this.rules = requireNonNull(rules, "rules is null");
    }

    /** For the container's proxy. */
    protected Trending() {
        keeper = null;
        matching = null;
        rules = null;
    }

    /** How many movers are told at most. */
    public int most() {
        return rules.top();
    }

    /** Rises whenever what this pod answers from was reckoned anew; 0 before the first time. */
    public long generation() {
        return keeper.current().generation();
    }

    /** The cards that move that way, the first of them. */
    public Trend<Mover> movers(TrendQuery query) {
        Trends trends = keeper.current();
        MatchingCards.Matches matches = query.cards().isBlank()
                ? new MatchingCards.Matches(card -> true, List.of())
                : matching.of(query.cards());
        Movers movers = trends.movers(query.timeframe(), query.type());
        Movers.First first = movers.first(query.direction(), query.by(), query.limit(), trends.cards(), matches);
        return new Trend<>(
                first.movers(), first.total(), movers.stale(), reckoned(trends, query.timeframe()), matches.warnings());
    }

    /** The sets that move that way, the first of them. */
    public Trend<SetMover> sets(Timeframe timeframe, PriceType type, Direction direction, Ranking by, int limit) {
        Trends trends = keeper.current();
        List<SetMover> sets = SetMovers.ordered(trends.sets(timeframe, type), direction, by);
        return new Trend<>(
                sets.subList(0, Math.min(limit, sets.size())),
                sets.size(),
                trends.movers(timeframe, type).stale(),
                reckoned(trends, timeframe),
                List.of());
    }

    private static Optional<Trend.Reckoned> reckoned(Trends trends, Timeframe timeframe) {
        return trends.newestDay()
                .map(day -> new Trend.Reckoned(trends.generation(), day, timeframe.target(day), trends.reckonedAt()));
    }
}
