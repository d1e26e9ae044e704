package org.mtgtracker.pages.trending;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.mtgtracker.pages.catalog.SetShelf;
import org.mtgtracker.pages.catalog.SetView;
import org.mtgtracker.pages.catalog.Tiles;
import org.mtgtracker.pages.site.Days;
import org.mtgtracker.pages.site.Exchange;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;
import org.mtgtracker.pricing.boundary.PriceType;
import org.mtgtracker.search.boundary.CardSearch;
import org.mtgtracker.search.boundary.IndexNotReady;
import org.mtgtracker.trending.boundary.Direction;
import org.mtgtracker.trending.boundary.Mover;
import org.mtgtracker.trending.boundary.Ranking;
import org.mtgtracker.trending.boundary.Timeframe;
import org.mtgtracker.trending.boundary.Trend;
import org.mtgtracker.trending.boundary.TrendQuery;
import org.mtgtracker.trending.boundary.Trending;

/** The first page: a search, what moves today, the newest sets and how old the prices are. Whatever fails is left out. */
@Named
@RequestScoped
public class HomePage {
    private static final int MOVERS = 6;
    private static final int SETS = 8;

    private final Trending trending;
    private final Tiles tiles;
    private final SetShelf shelf;
    private final Exchange exchange;
    private final Clock clock;
    private List<MoverView> up = List.of();
    private List<MoverView> down = List.of();
    private List<SetView> sets = List.of();
    private Optional<LocalDate> newestDay = Optional.empty();

    @Inject
    public HomePage(Trending trending, Tiles tiles, SetShelf shelf, Exchange exchange) {
        this(trending, tiles, shelf, exchange, Clock.systemUTC());
    }

    HomePage(Trending trending, Tiles tiles, SetShelf shelf, Exchange exchange, Clock clock) {
        this.trending = requireNonNull(trending, "trending is null");
        this.tiles = requireNonNull(tiles, "tiles is null");
        this.shelf = requireNonNull(shelf, "shelf is null");
        this.exchange = requireNonNull(exchange, "exchange is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** For the container's proxy. */
    protected HomePage() {
        trending = null;
        tiles = null;
        shelf = null;
        exchange = null;
        clock = null;
    }

    /** Gathers what is shown; an address of the search's old kind goes on to its page. */
    public void load() {
        Optional<String> words = exchange.parameter("q");
        if (words.isPresent()) {
            exchange.redirect("/search?q=" + URLEncoder.encode(words.get(), UTF_8));
            return;
        }
        try {
            up = movers(Direction.INCREASE);
            down = movers(Direction.DECREASE);
            List<SetView> all = shelf.sets();
            sets = all.subList(0, Math.min(SETS, all.size()));
        } catch (IndexNotReady | DatabaseUnavailable e) {
            // what is not there yet is there in a few seconds; the search field is there already
            sets = List.of();
        }
    }

    private List<MoverView> movers(Direction direction) {
        Trend<Mover> trend =
                trending.movers(new TrendQuery(Timeframe.DAY, PriceType.USD, direction, Ranking.PERCENT, MOVERS, ""));
        newestDay = trend.reckoned().map(Trend.Reckoned::newestDay);
        return TrendingPage.views(trend, PriceType.USD, tiles);
    }

    public List<MoverView> getUp() {
        return up;
    }

    public List<MoverView> getDown() {
        return down;
    }

    public List<SetView> getSets() {
        return sets;
    }

    /** How many characters can be typed. */
    public int getLongest() {
        return CardSearch.LONGEST_QUERY;
    }

    /** Since when the prices have not changed: {@code Prices of 14 February 2026, yesterday}. */
    public String getPrices() {
        return newestDay
                .map(day -> "Prices of " + Days.full(day) + ", "
                        + Days.ago(day, LocalDate.now(clock.withZone(ZoneOffset.UTC))))
                .orElse("No prices are known yet");
    }
}
