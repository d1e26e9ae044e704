package org.mtgtracker.pages.trending;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mtgtracker.pages.catalog.CardTile;
import org.mtgtracker.pages.catalog.SetShelf;
import org.mtgtracker.pages.catalog.SetView;
import org.mtgtracker.pages.catalog.Tiles;
import org.mtgtracker.pages.site.Address;
import org.mtgtracker.pages.site.Amounts;
import org.mtgtracker.pages.site.Choice;
import org.mtgtracker.pages.site.Days;
import org.mtgtracker.pages.site.Exchange;
import org.mtgtracker.pages.site.Marked;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;
import org.mtgtracker.pricing.boundary.PriceType;
import org.mtgtracker.search.boundary.BadQuery;
import org.mtgtracker.search.boundary.IndexNotReady;
import org.mtgtracker.search.boundary.QueryTooLong;
import org.mtgtracker.trending.boundary.Direction;
import org.mtgtracker.trending.boundary.Mover;
import org.mtgtracker.trending.boundary.Ranking;
import org.mtgtracker.trending.boundary.SetMover;
import org.mtgtracker.trending.boundary.Timeframe;
import org.mtgtracker.trending.boundary.Trend;
import org.mtgtracker.trending.boundary.TrendQuery;
import org.mtgtracker.trending.boundary.Trending;

/** What is moving, as the address asks for it: {@code /trending?timeframe=7d&type=usd&direction=increase}. */
@Named
@RequestScoped
public class TrendingPage {
    private static final int SHOWN = 50;

    private final Trending trending;
    private final Tiles tiles;
    private final SetShelf shelf;
    private final Exchange exchange;

    private Wish wish = new Wish(false, Timeframe.DAY, PriceType.USD, Direction.INCREASE, Ranking.PERCENT, "");
    private String problem = "";
    private Marked marked = Marked.NOTHING;
    private List<MoverView> movers = List.of();
    private List<SetMoverView> sets = List.of();
    private Optional<Trend<?>> trend = Optional.empty();

    private record Wish(
            boolean sets, Timeframe timeframe, PriceType type, Direction direction, Ranking by, String words) {
        Wish sets(boolean other) {
            return new Wish(other, timeframe, type, direction, by, words);
        }

        Wish timeframe(Timeframe other) {
            return new Wish(sets, other, type, direction, by, words);
        }

        Wish direction(Direction other) {
            return new Wish(sets, timeframe, type, other, by, words);
        }

        Wish by(Ranking other) {
            return new Wish(sets, timeframe, type, direction, other, words);
        }

        String address() {
            return Address.of("/trending")
                    .with("what", sets ? "sets" : "cards", "cards")
                    .with("timeframe", timeframe.key(), Timeframe.DAY.key())
                    .with("type", type.key(), PriceType.USD.key())
                    .with("direction", direction.key(), Direction.INCREASE.key())
                    .with("by", by.key(), Ranking.PERCENT.key())
                    .with("q", words, "")
                    .toString();
        }
    }

    @Inject
    public TrendingPage(Trending trending, Tiles tiles, SetShelf shelf, Exchange exchange) {
        this.trending = requireNonNull(trending, "trending is null");
        this.tiles = requireNonNull(tiles, "tiles is null");
        this.shelf = requireNonNull(shelf, "shelf is null");
        this.exchange = requireNonNull(exchange, "exchange is null");
    }

    /** For the container's proxy. */
    protected TrendingPage() {
        trending = null;
        tiles = null;
        shelf = null;
        exchange = null;
    }

    /** Asks for what the address names; what it names wrongly is taken as not said. */
    public void load() {
        wish = new Wish(
                exchange.parameter("what").filter("sets"::equals).isPresent(),
                exchange.parameter("timeframe").flatMap(Timeframe::of).orElse(Timeframe.DAY),
                exchange.parameter("type").flatMap(PriceType::of).orElse(PriceType.USD),
                one("direction", Direction.values(), Direction::key),
                one("by", Ranking.values(), Ranking::key),
                exchange.parameter("q").orElse("").strip());
        try {
            if (wish.sets()) {
                loadSets();
            } else {
                loadCards();
            }
        } catch (QueryTooLong e) {
            problem(400, e.getMessage() + " Shorten it and try again.");
        } catch (BadQuery e) {
            problem(400, (e.getMessage() + " " + String.join(" ", e.warnings())).strip());
            marked = Marked.of(wish.words(), e.getMessage());
        } catch (IndexNotReady | DatabaseUnavailable e) {
            problem(503, "What is moving cannot be told at the moment. Please try again in a few seconds.");
        }
    }

    private <T> T one(String name, T[] all, java.util.function.Function<T, String> key) {
        String text = exchange.parameter(name).orElse("");
        return Arrays.stream(all)
                .filter(value -> key.apply(value).equals(text))
                .findFirst()
                .orElse(all[0]);
    }

    private void loadCards() {
        Trend<Mover> found = trending.movers(new TrendQuery(
                wish.timeframe(),
                wish.type(),
                wish.direction(),
                wish.by(),
                Math.min(SHOWN, trending.most()),
                wish.words()));
        movers = views(found, wish.type(), tiles);
        trend = Optional.of(found);
    }

    /** The movers whose cards the search knows. */
    static List<MoverView> views(Trend<Mover> trend, PriceType type, Tiles tiles) {
        Map<UUID, CardTile> cards =
                tiles.of(trend.movers().stream().map(Mover::card).toList());
        List<MoverView> views = new ArrayList<>();
        for (Mover mover : trend.movers()) {
            CardTile card = cards.get(mover.card());
            if (card != null) {
                views.add(new MoverView(card, type, mover));
            }
        }
        return views;
    }

    private void loadSets() {
        Trend<SetMover> found = trending.sets(
                wish.timeframe(), wish.type(), wish.direction(), wish.by(), Math.min(SHOWN, trending.most()));
        Map<String, SetView> known =
                shelf.sets().stream().collect(Collectors.toMap(SetView::getCode, set -> set, (one, same) -> one));
        sets = found.movers().stream()
                .filter(mover -> known.containsKey(mover.code()))
                .map(mover -> new SetMoverView(known.get(mover.code()), wish.type(), mover))
                .toList();
        trend = Optional.of(found);
    }

    private void problem(int status, String sentence) {
        exchange.status(status);
        problem = sentence;
    }

    public List<MoverView> getMovers() {
        return movers;
    }

    public List<SetMoverView> getSets() {
        return sets;
    }

    public boolean isOfSets() {
        return wish.sets();
    }

    public String getWords() {
        return wish.words();
    }

    public String getProblem() {
        return problem;
    }

    /** What was typed, with the place marked at which it is wrong. */
    public Marked getMarked() {
        return marked;
    }

    public List<String> getWarnings() {
        return trend.map(Trend::warnings).orElse(List.of());
    }

    /** What was compared: how many, of which days, and what was left out. */
    public String getSummary() {
        return trend.flatMap(found -> found.reckoned().map(reckoned -> {
                    String what =
                            wish.sets() ? found.total() == 1 ? "set" : "sets" : found.total() == 1 ? "card" : "cards";
                    String way = wish.direction() == Direction.INCREASE ? "up" : "down";
                    return String.format(Locale.ENGLISH, "%,d %s went %s", found.total(), what, way)
                            + " between " + Days.full(reckoned.targetDay()) + " and " + Days.full(reckoned.newestDay())
                            + "."
                            + (found.stale() == 0
                                    ? ""
                                    : String.format(
                                            Locale.ENGLISH,
                                            " %,d were left out, because their old price is too old.",
                                            found.stale()));
                }))
                .orElse("");
    }

    /** True while no price is known at all. */
    public boolean isWithoutPrices() {
        return problem.isEmpty() && trend.flatMap(Trend::reckoned).isEmpty();
    }

    public List<Choice> getKinds() {
        return Choice.links(
                List.of(false, true), wish.sets(), sets -> wish.sets(sets).address(), sets -> sets ? "Sets" : "Cards");
    }

    public List<Choice> getDirections() {
        return Choice.links(
                List.of(Direction.values()),
                wish.direction(),
                direction -> wish.direction(direction).address(),
                direction -> direction == Direction.INCREASE ? "Going up" : "Going down");
    }

    public List<Choice> getTimeframes() {
        return Choice.links(
                Timeframe.ALL,
                wish.timeframe(),
                timeframe -> wish.timeframe(timeframe).address(),
                timeframe -> switch (timeframe) {
                    case DAY -> "A day";
                    case WEEK -> "7 days";
                    case MONTH -> "30 days";
                    case QUARTER -> "90 days";
                    case YEAR -> "A year";
                });
    }

    public List<Choice> getRankings() {
        return Choice.links(
                List.of(Ranking.values()),
                wish.by(),
                by -> wish.by(by).address(),
                by -> by == Ranking.PERCENT ? "By percent" : "By amount");
    }

    public List<Choice> getTypes() {
        return Choice.of(PriceType.ALL, wish.type(), PriceType::key, Amounts::name);
    }

    /** What the form sends along beside its own fields. */
    public String getTimeframe() {
        return wish.timeframe().key();
    }

    public String getDirection() {
        return wish.direction().key();
    }

    public String getRanking() {
        return wish.by().key();
    }

    public String getWhat() {
        return wish.sets() ? "sets" : "cards";
    }
}
