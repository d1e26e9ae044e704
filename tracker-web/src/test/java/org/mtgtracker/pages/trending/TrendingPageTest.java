package org.mtgtracker.pages.trending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.mtgtracker.pages.catalog.CardTile;
import org.mtgtracker.pages.catalog.SetShelf;
import org.mtgtracker.pages.catalog.SomeTiles;
import org.mtgtracker.pages.catalog.Tiles;
import org.mtgtracker.pages.site.Answers;
import org.mtgtracker.pages.site.Choice;
import org.mtgtracker.pricing.boundary.DatedPrice;
import org.mtgtracker.pricing.boundary.PriceType;
import org.mtgtracker.search.boundary.BadQuery;
import org.mtgtracker.trending.boundary.Direction;
import org.mtgtracker.trending.boundary.Mover;
import org.mtgtracker.trending.boundary.Ranking;
import org.mtgtracker.trending.boundary.Timeframe;
import org.mtgtracker.trending.boundary.Trend;
import org.mtgtracker.trending.boundary.TrendQuery;
import org.mtgtracker.trending.boundary.Trending;

class TrendingPageTest {
    private static final LocalDate DAY = LocalDate.of(2026, 2, 14);
    private final Answers answers = new Answers();

    @Test
    void an_address_that_asks_for_nothing_shows_what_goes_up_in_a_day() {
        TrendingPage page = page(query -> {
            assertThat(query)
                    .isEqualTo(
                            new TrendQuery(Timeframe.DAY, PriceType.USD, Direction.INCREASE, Ranking.PERCENT, 50, ""));
            return trend(new Mover(SomeTiles.id(1), new DatedPrice(DAY.minusDays(1), 100), new DatedPrice(DAY, 150)));
        });

        assertThat(page.getMovers()).singleElement().satisfies(mover -> {
            assertThat(mover.getCard().getName()).isEqualTo("Card");
            assertThat(mover.getOld()).isEqualTo("$1.00");
            assertThat(mover.getNow()).isEqualTo("$1.50");
            assertThat(mover.getChange()).isEqualTo("+$0.50");
            assertThat(mover.getPercent()).isEqualTo("+50.0 %");
            assertThat(mover.getWay()).isEqualTo("up");
        });
        assertThat(page.getSummary())
                .isEqualTo("1 card went up between 13 February 2026 and 14 February 2026."
                        + " 3 were left out, because their old price is too old.");
    }

    @Test
    void everything_that_was_chosen_stays_when_something_else_is() {
        answers.asked("timeframe", "7d")
                .asked("type", "eur")
                .asked("direction", "decrease")
                .asked("by", "amount")
                .asked("q", "r:mythic");

        TrendingPage page = page(query -> {
            assertThat(query)
                    .isEqualTo(new TrendQuery(
                            Timeframe.WEEK, PriceType.EUR, Direction.DECREASE, Ranking.AMOUNT, 50, "r:mythic"));
            return trend();
        });

        assertThat(page.getTimeframes())
                .extracting(Choice::getAddress)
                .contains("/trending?timeframe=30d&type=eur&direction=decrease&by=amount&q=r%3Amythic");
    }

    @Test
    void a_card_that_has_left_the_catalogue_is_not_shown() {
        Mover gone = new Mover(SomeTiles.id(2), new DatedPrice(DAY, 100), new DatedPrice(DAY, 150));

        assertThat(page(query -> trend(gone)).getMovers()).isEmpty();
    }

    @Test
    void a_filter_that_is_not_understood_is_kept_and_said() {
        answers.asked("q", "(");

        TrendingPage page = page(query -> {
            throw new BadQuery("The “(” at character 1 is not closed.");
        });

        assertThat(answers.status()).isEqualTo(400);
        assertThat(page.getProblem()).contains("character 1");
        assertThat(page.getWords()).isEqualTo("(");
    }

    @Test
    void without_any_price_it_says_so() {
        TrendingPage page = page(query -> new Trend<>(List.of(), 0, 0, Optional.empty(), List.of()));

        assertThat(page.isWithoutPrices()).isTrue();
        assertThat(page.getSummary()).isEmpty();
    }

    private static Trend<Mover> trend(Mover... movers) {
        return new Trend<>(
                List.of(movers),
                movers.length,
                3,
                Optional.of(new Trend.Reckoned(1, DAY, DAY.minusDays(1), Instant.EPOCH)),
                List.of());
    }

    private TrendingPage page(Function<TrendQuery, Trend<Mover>> trends) {
        TrendingPage page = new TrendingPage(
                new Trending() {
                    @Override
                    public int most() {
                        return 100;
                    }

                    @Override
                    public Trend<Mover> movers(TrendQuery query) {
                        return trends.apply(query);
                    }
                },
                new Tiles() {
                    @Override
                    public Map<UUID, CardTile> of(List<UUID> ids) {
                        Map<UUID, CardTile> known = new HashMap<>();
                        ids.stream()
                                .filter(SomeTiles.id(1)::equals)
                                .forEach(id ->
                                        known.put(id, SomeTiles.named("Card").get(0)));
                        return known;
                    }
                },
                new SetShelf() {},
                answers);
        page.load();
        return page;
    }
}
