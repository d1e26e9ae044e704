package org.mtgtracker.trending;

import java.util.List;
import org.mtgtracker.DatabaseUnderTest;
import org.mtgtracker.jobs.boundary.Permit;
import org.mtgtracker.persistence.boundary.Rows;
import org.mtgtracker.pricing.PricingTracker;
import org.mtgtracker.pricing.boundary.PriceType;
import org.mtgtracker.trending.boundary.Direction;
import org.mtgtracker.trending.boundary.Mover;
import org.mtgtracker.trending.boundary.Ranking;
import org.mtgtracker.trending.boundary.Timeframe;
import org.mtgtracker.trending.boundary.Trend;
import org.mtgtracker.trending.boundary.TrendQuery;
import org.mtgtracker.trending.boundary.Trending;
import org.mtgtracker.trending.control.MatchingCards;
import org.mtgtracker.trending.control.TrendKeeper;
import org.mtgtracker.trending.control.TrendRules;
import org.mtgtracker.trending.control.TrendWork;

/** Prices and what is reckoned from them, over a test database, without a container. */
public final class TrendingTracker {
    private static final int ALL = 1_000_000;

    private final PricingTracker prices;
    private final TrendKeeper keeper;
    private final TrendWork work;

    public TrendingTracker(DatabaseUnderTest database, String schema) {
        prices = new PricingTracker(database, schema);
        keeper = new TrendKeeper(rows());
        work = new TrendWork(rows(), TrendRules.usual(), keeper);
    }

    public PricingTracker prices() {
        return prices;
    }

    public Rows rows() {
        return prices.catalogue().rows();
    }

    public TrendKeeper keeper() {
        return keeper;
    }

    public TrendWork work() {
        return work;
    }

    public void forget() {
        prices.catalogue().execute("UPDATE trending_state SET generation = NULL");
        prices.catalogue().execute("DELETE FROM trending_list");
        prices.catalogue().execute("DELETE FROM trending_generation");
    }

    /** Reckons and answers. */
    public Trending reckoned() {
        work.run(0, Permit.FREE);
        return trending(query -> {
            throw new IllegalStateException("Nobody searches for " + query);
        });
    }

    public Trending trending(MatchingCards matching) {
        return new Trending(keeper, matching, TrendRules.usual());
    }

    /** All movers by percent. */
    public static Trend<Mover> all(Trending trending, Timeframe timeframe, PriceType type, Direction direction) {
        return trending.movers(new TrendQuery(timeframe, type, direction, Ranking.PERCENT, ALL, ""));
    }

    /** The numbers of the tests' cards. */
    public static List<Integer> numbers(Trend<Mover> trend) {
        return trend.movers().stream()
                .map(mover -> (int) mover.card().getLeastSignificantBits())
                .toList();
    }
}
