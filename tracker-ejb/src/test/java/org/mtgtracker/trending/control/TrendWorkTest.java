package org.mtgtracker.trending.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mtgtracker.catalog.CardText.id;
import static org.mtgtracker.pricing.PricingTracker.line;
import static org.mtgtracker.pricing.boundary.PriceLoad.Kind.PRICES;
import static org.mtgtracker.pricing.boundary.PriceType.EUR;
import static org.mtgtracker.pricing.boundary.PriceType.USD;
import static org.mtgtracker.trending.TrendingTracker.all;
import static org.mtgtracker.trending.TrendingTracker.numbers;
import static org.mtgtracker.trending.boundary.Direction.DECREASE;
import static org.mtgtracker.trending.boundary.Direction.INCREASE;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtgtracker.DatabaseUnderTest;
import org.mtgtracker.OnEachDatabase;
import org.mtgtracker.catalog.CardText;
import org.mtgtracker.pricing.boundary.DatedPrice;
import org.mtgtracker.trending.TrendingTracker;
import org.mtgtracker.trending.boundary.Mover;
import org.mtgtracker.trending.boundary.Ranking;
import org.mtgtracker.trending.boundary.SetMover;
import org.mtgtracker.trending.boundary.Timeframe;
import org.mtgtracker.trending.boundary.Trend;
import org.mtgtracker.trending.boundary.TrendQuery;
import org.mtgtracker.trending.boundary.Trending;

/** The newest day of every test is 2026-06-30. */
@OnEachDatabase
class TrendWorkTest {
    private static final LocalDate NEWEST = LocalDate.of(2026, 6, 30);

    private final TrendingTracker tracker;

    @TempDir
    Path folder;

    TrendWorkTest(DatabaseUnderTest database) {
        tracker = new TrendingTracker(database, "trend_work");
    }

    @BeforeEach
    void tenCards() {
        tracker.forget();
        tracker.prices().reset(folder, 10);
    }

    @Test
    void a_mover_is_above_the_least_price_at_both_ends_and_moves_by_more_than_the_least_difference() {
        usd(1, -7, "0.50", 0, "5.00");
        usd(2, -7, "5.00", 0, "0.50");
        usd(3, -7, "0.51", 0, "0.52");
        usd(4, -7, "0.51", 0, "0.53");
        usd(5, -7, "0.53", 0, "0.51");

        Trending trending = tracker.reckoned();

        assertThat(numbers(all(trending, Timeframe.WEEK, USD, INCREASE))).containsExactly(4);
        assertThat(numbers(all(trending, Timeframe.WEEK, USD, DECREASE))).containsExactly(5);
    }

    @Test
    void the_time_counts_back_from_the_newest_priced_day_of_all() {
        usd(1, -1, "1", 0, "1");
        usd(2, -10, "1", -3, "2");

        Trend<Mover> week = all(tracker.reckoned(), Timeframe.WEEK, USD, INCREASE);

        assertThat(week.reckoned().orElseThrow().newestDay()).isEqualTo(NEWEST);
        assertThat(week.reckoned().orElseThrow().targetDay()).isEqualTo(NEWEST.minusDays(7));
        assertThat(week.movers())
                .containsExactly(new Mover(
                        id(2), new DatedPrice(NEWEST.minusDays(10), 100), new DatedPrice(NEWEST.minusDays(3), 200)));
    }

    @Test
    void a_day_on_which_there_was_only_no_price_does_not_count() {
        usd(1, -1, "1", 0, "2");
        tracker.prices().load(PRICES, "date,scryfall_id,usd\n", line("2026-06-29", 2, "7"));
        tracker.prices().load(PRICES, "date,scryfall_id,usd,eur\n", line(NEWEST.toString(), 1, ","));

        Trend<Mover> day = all(tracker.reckoned(), Timeframe.DAY, USD, INCREASE);

        assertThat(day.reckoned().orElseThrow().newestDay()).isEqualTo(NEWEST.minusDays(1));
        assertThat(day.reckoned().orElseThrow().targetDay()).isEqualTo(NEWEST.minusDays(2));
    }

    @Test
    void an_old_price_that_is_too_old_is_left_out_and_counted_and_a_new_card_is_not() {
        usd(1, -14, "1", 0, "2");
        usd(2, -15, "1", 0, "2");
        usd(3, -100, "1", -20, "2");
        usd(4, -6, "1", 0, "2");

        Trend<Mover> week = all(tracker.reckoned(), Timeframe.WEEK, USD, INCREASE);

        assertThat(numbers(week)).containsExactly(1);
        assertThat(week.stale()).isEqualTo(2);
    }

    @Test
    void every_type_is_reckoned_by_itself() {
        tracker.prices()
                .load(
                        PRICES,
                        "date,scryfall_id,usd,eur\n",
                        line(NEWEST.minusDays(7).toString(), 1, "1,"),
                        line(NEWEST.minusDays(8).toString(), 1, ",4"),
                        line(NEWEST.toString(), 1, "2,3"));

        Trending trending = tracker.reckoned();

        assertThat(numbers(all(trending, Timeframe.WEEK, USD, INCREASE))).containsExactly(1);
        assertThat(all(trending, Timeframe.WEEK, EUR, DECREASE).movers())
                .extracting(mover -> mover.old().day())
                .containsExactly(NEWEST.minusDays(8));
        assertThat(numbers(all(trending, Timeframe.WEEK, EUR, INCREASE))).isEmpty();
    }

    @Test
    void sets_sum_up_their_cards_that_are_priced_at_both_ends() {
        tracker.prices()
                .catalogue()
                .importText(
                        folder,
                        CardText.lines(
                                CardText.card(1),
                                CardText.card(2),
                                CardText.card(3).with("set", "\"oth\""),
                                CardText.card(4)));
        usd(1, -7, "0.10", 0, "0.30");
        usd(2, -7, "1", -7, "1");
        usd(3, -7, "1", 0, "0.99");
        usd(4, -1, "1", 0, "5");

        Trending trending = tracker.reckoned();

        assertThat(trending.sets(Timeframe.WEEK, USD, INCREASE, Ranking.PERCENT, 10)
                        .movers())
                .containsExactly(new SetMover("tst", 2, 110, 130));
        assertThat(trending.sets(Timeframe.WEEK, USD, DECREASE, Ranking.AMOUNT, 10)
                        .movers())
                .containsExactly(new SetMover("oth", 1, 100, 99));
    }

    @Test
    void a_retired_card_moves_no_more() {
        usd(1, -7, "1", 0, "2");
        usd(2, -7, "1", 0, "3");
        tracker.prices().catalogue().importText(folder, CardText.lines(CardText.card(1)));
        assertThat(numbers(all(tracker.reckoned(), Timeframe.WEEK, USD, INCREASE)))
                .containsExactly(1);
    }

    @Test
    void another_pod_reads_what_one_has_reckoned() {
        usd(1, -365, "1", 0, "2");
        tracker.reckoned();
        TrendKeeper other = new TrendKeeper(tracker.rows());

        other.refresh();

        assertThat(other.current().generation())
                .isEqualTo(tracker.keeper().current().generation());
        Trending there = new Trending(other, query -> null, TrendRules.usual());
        assertThat(all(there, Timeframe.YEAR, USD, INCREASE))
                .isEqualTo(all(tracker.trending(query -> null), Timeframe.YEAR, USD, INCREASE));
        assertThat(numbers(all(there, Timeframe.YEAR, USD, INCREASE))).containsExactly(1);
    }

    @Test
    void the_generation_before_stays_readable_and_older_ones_go() {
        for (int i = 0; i < 4; i++) {
            usd(1, -7, "1", 0, String.valueOf(2 + i));
            tracker.reckoned();
        }
        long holding = tracker.keeper().current().generation();
        assertThat(tracker.prices().catalogue().query("SELECT id FROM trending_generation ORDER BY id"))
                .containsExactly(Long.toString(holding - 1), Long.toString(holding));
        assertThat(tracker.prices().catalogue().query("SELECT COUNT(*) FROM trending_list"))
                .containsExactly("60");
    }

    @Test
    void trends_of_older_prices_do_not_take_the_place_of_newer_ones() {
        usd(1, -7, "1", 0, "2");
        Trends old = tracker.rows()
                .read(connection -> new TrendReckoning(connection, TrendRules.usual(), Clock.systemUTC()).reckon());
        usd(1, -7, "1", 0, "3");
        tracker.reckoned();

        Optional<Trends> written =
                tracker.rows().write(connection -> TrendRows.write(connection, old, TrendRules.usual()));
        assertThat(written).isEmpty();
        TrendKeeper other = new TrendKeeper(tracker.rows());
        other.refresh();
        assertThat(other.current().priceVersion()).isGreaterThan(old.priceVersion());
    }

    @Test
    void a_run_that_may_not_write_any_more_leaves_the_old_trends() {
        usd(1, -7, "1", 0, "2");
        tracker.reckoned();
        usd(1, -7, "1", 0, "9");
        assertThatThrownBy(() -> tracker.work().run(0, connection -> {
                    throw new IllegalStateException("the lease is lost");
                }))
                .hasMessage("the lease is lost");
        assertThat(all(tracker.trending(query -> null), Timeframe.WEEK, USD, INCREASE)
                        .movers())
                .extracting(mover -> mover.now().cents())
                .containsExactly(200);
    }

    @Test
    void catching_up_reckons_only_what_is_not_reckoned_or_was_by_other_rules() {
        usd(1, -7, "1", 0, "2");
        tracker.work().catchUp();
        long first = tracker.keeper().current().generation();
        tracker.work().catchUp();
        assertThat(tracker.keeper().current().generation()).isEqualTo(first);

        TrendRules others = new TrendRules(new BigDecimal("5"), BigDecimal.ZERO, 7, 100);
        new TrendWork(tracker.rows(), others, tracker.keeper()).catchUp();
        assertThat(tracker.keeper().current().generation()).isGreaterThan(first);
        assertThat(numbers(all(tracker.trending(query -> null), Timeframe.WEEK, USD, INCREASE)))
                .isEmpty();
    }

    @Test
    void without_prices_nothing_moves() {
        Trend<Mover> none = all(tracker.reckoned(), Timeframe.DAY, USD, INCREASE);
        assertThat(none.movers()).isEmpty();
        assertThat(none.reckoned()).isEmpty();
    }

    @Test
    void a_search_says_which_cards_count() {
        usd(1, -7, "1", 0, "2");
        usd(2, -7, "1", 0, "3");
        tracker.reckoned();
        int second = tracker.prices().number(2);
        Trending trending = tracker.trending(query -> new MatchingCards.Matches(
                number -> query.equals("two") && number == second, List.of("a part was left out")));

        Trend<Mover> found = trending.movers(new TrendQuery(Timeframe.WEEK, USD, INCREASE, Ranking.PERCENT, 1, "two"));

        assertThat(numbers(found)).containsExactly(2);
        assertThat(found.total()).isEqualTo(1);
        assertThat(found.warnings()).containsExactly("a part was left out");
    }

    @Test
    void a_gap_in_the_prices_of_many_cards_is_filled_from_the_days_before() {
        tracker.prices().reset(folder, 1);
        int cards = 6_000;
        List<Object> texts = new ArrayList<>();
        StringBuilder lines = new StringBuilder("date,scryfall_id,usd\n");
        for (int card = 1; card <= cards; card++) {
            texts.add(CardText.card(card));
            // one in 100 has no price on the day itself, some of them none on the day before
            int days = card % 100 == 0 ? 7 + 1 + card / 100 % 5 : 7;
            lines.append(line(NEWEST.minusDays(days).toString(), card, "1")).append(line(NEWEST.toString(), card, "2"));
        }
        tracker.prices().catalogue().importText(folder, CardText.lines(texts.toArray()));
        tracker.prices().load(PRICES, lines.toString().getBytes(UTF_8));

        Trend<Mover> week = all(tracker.reckoned(), Timeframe.WEEK, USD, INCREASE);

        assertThat(week.total()).isEqualTo(cards);
        assertThat(week.movers()).extracting(Mover::card).isSortedAccordingTo(Comparator.comparing(UUID::toString));
        assertThat(week.movers().stream()
                        .filter(mover -> mover.old().day().isBefore(NEWEST.minusDays(7)))
                        .count())
                .isEqualTo(60);
    }

    private void usd(int card, int oldDay, String old, int newDay, String now) {
        tracker.prices()
                .load(
                        PRICES,
                        "date,scryfall_id,usd\n",
                        line(NEWEST.plusDays(oldDay).toString(), card, old),
                        line(NEWEST.plusDays(newDay).toString(), card, now));
    }
}
