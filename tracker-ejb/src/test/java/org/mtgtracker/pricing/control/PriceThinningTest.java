package org.mtgtracker.pricing.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mtgtracker.catalog.CardText.id;
import static org.mtgtracker.pricing.PricingTracker.line;
import static org.mtgtracker.pricing.boundary.PriceLoad.Kind.PRICES;
import static org.mtgtracker.pricing.boundary.PriceType.EUR;
import static org.mtgtracker.pricing.boundary.PriceType.USD;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtgtracker.DatabaseUnderTest;
import org.mtgtracker.OnEachDatabase;
import org.mtgtracker.jobs.boundary.Permit;
import org.mtgtracker.pricing.PricingTracker;
import org.mtgtracker.pricing.boundary.DatedPrice;
import org.mtgtracker.pricing.boundary.DayPrices;
import org.mtgtracker.pricing.boundary.PricePeriod;
import org.mtgtracker.pricing.boundary.PriceStatistics;
import org.mtgtracker.pricing.boundary.PricesChanged;
import org.mtgtracker.pricing.boundary.Resolution;

/** Today is Tuesday, 2026-06-30; what is older than 30 days is older than Sunday, 2026-05-31. */
@OnEachDatabase
class PriceThinningTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 5, 18);

    private final PricingTracker tracker;
    private final List<PricesChanged> events = new ArrayList<>();

    @TempDir
    Path folder;

    PriceThinningTest(DatabaseUnderTest database) {
        tracker = new PricingTracker(database, "price_thinning");
    }

    @BeforeEach
    void twoCards() {
        tracker.reset(folder, 2);
    }

    @Test
    void of_an_old_week_each_card_keeps_its_last_price_of_every_type() {
        extremesBefore(1, 2);
        load(
                line(MONDAY.toString(), 1, "1,9"),
                line(MONDAY.plusDays(1).toString(), 1, "2,"),
                line(MONDAY.plusDays(5).toString(), 1, "3,"),
                line(MONDAY.plusDays(2).toString(), 2, "4,4"),
                line(MONDAY.plusDays(6).toString(), 2, "5,5"));

        thin(30);

        assertThat(history(1))
                .containsExactly(
                        new DayPrices(MONDAY, Map.of(USD, 100, EUR, 900)),
                        new DayPrices(MONDAY.plusDays(5), Map.of(USD, 300)));
        assertThat(history(2)).containsExactly(new DayPrices(MONDAY.plusDays(6), Map.of(USD, 500, EUR, 500)));
        assertThat(tracker.catalogue().query("SELECT day FROM price_day WHERE day >= '2026-01-01' ORDER BY day"))
                .containsExactly("2026-05-18", "2026-05-23", "2026-05-24");
        assertThat(tracker.latest().of(id(1)).orElseThrow().prices())
                .isEqualTo(Map.of(USD, new DatedPrice(MONDAY.plusDays(5), 300), EUR, new DatedPrice(MONDAY, 900)));
        assertThat(events).hasSize(1);
    }

    @Test
    void the_extremes_of_all_time_stay_on_their_days() {
        String[] prices = {"5", "6", "9", "9", "2", "2", "4", "7", "8", "10", "1", "3", "3", "3"};
        List<String> lines = new ArrayList<>();
        for (int day = 0; day < prices.length; day++) {
            lines.add(line(MONDAY.minusDays(7).plusDays(day).toString(), 1, prices[day] + ","));
        }
        load(lines.toArray(String[]::new));
        PriceStatistics before = tracker.history().statistics(id(1)).get(USD);

        thin(30);

        assertThat(history(1))
                .extracting(day -> day.of(USD).orElseThrow())
                .containsExactly(900, 200, 400, 1000, 100, 300);
        PriceStatistics after = tracker.history().statistics(id(1)).get(USD);
        assertThat(after.high()).isEqualTo(before.high()).isEqualTo(new DatedPrice(MONDAY.plusDays(2), 1000));
        assertThat(after.low()).isEqualTo(before.low()).isEqualTo(new DatedPrice(MONDAY.plusDays(3), 100));
        assertThat(thin(30)).contains("0 rows");
    }

    @Test
    void a_later_run_knows_the_extremes_of_what_earlier_ones_have_left() {
        load(line("2026-05-04", 1, "5,"), line("2026-05-06", 1, "3,"), line("2026-05-10", 1, "4,"));
        thin(45);
        load(line("2026-05-11", 1, "5,"), line("2026-05-12", 1, "3,"), line("2026-05-17", 1, "4,"));
        assertThat(thin(30)).startsWith("2 rows");
        assertThat(history(1)).extracting(day -> day.of(USD).orElseThrow()).containsExactly(500, 300, 400, 400);
    }

    @Test
    void a_week_that_a_month_ends_in_keeps_the_last_price_of_both_months() {
        extremesBefore(1);
        load(line("2026-04-27", 1, "5,"), line("2026-04-30", 1, "6,"), line("2026-05-01", 1, "7,"));
        load(line("2026-05-03", 1, "8,"));
        thin(30);
        List<PricePeriod> months = PricePeriod.of(history(1), Resolution.MONTH);
        assertThat(months).extracting(month -> month.courses().get(USD).close()).containsExactly(600, 800);
        assertThat(history(1)).hasSize(2);
    }

    @Test
    void a_week_that_is_not_old_enough_to_its_end_stays_whole() {
        extremesBefore(1);
        load(line("2026-05-25", 1, "1,"), line("2026-05-26", 1, "2,"), line("2026-05-31", 1, "3,"));
        assertThat(thin(30)).contains("0 rows of days before 2026-05-25");
        assertThat(history(1)).hasSize(3);
        assertThat(thin(29)).contains("2 rows of days before 2026-06-01");
        assertThat(history(1)).hasSize(1);
    }

    @Test
    void without_a_setting_everything_is_kept() {
        load(line("2020-01-01", 1, "1,"), line("2020-01-02", 1, "2,"));
        assertThat(thin(0)).startsWith("All prices are kept");
        assertThat(history(1)).hasSize(2);
    }

    @Test
    void days_that_are_filled_in_later_are_thinned_out_in_their_turn() {
        extremesBefore(1);
        load(line(MONDAY.toString(), 1, "1,"), line(MONDAY.plusDays(1).toString(), 1, "2,"));
        thin(30);
        load(line("2026-01-05", 1, "1,"), line("2026-01-06", 1, "2,"));
        assertThat(thin(30)).contains("1 rows");
        assertThat(history(1)).extracting(DayPrices::day).containsExactly(LocalDate.of(2026, 1, 6), MONDAY.plusDays(1));
        assertThat(thin(30)).contains("0 rows");
    }

    @Test
    void a_run_that_may_not_write_any_more_changes_nothing() {
        load(line(MONDAY.toString(), 1, "1,"), line(MONDAY.plusDays(1).toString(), 1, "2,"));
        assertThatThrownBy(() -> thinning(30).run(connection -> {
                    throw new IllegalStateException("the lease is lost");
                }))
                .hasMessage("the lease is lost");
        assertThat(history(1)).hasSize(2);
    }

    /** Prices that later ones lie between, on a day before the history that the tests look at. */
    private void extremesBefore(int... cards) {
        for (int card : cards) {
            load(line("2019-01-01", card, "0.01,0.01"), line("2019-01-06", card, "1000,1000"));
        }
    }

    private String thin(int afterDays) {
        return thinning(afterDays).run(Permit.FREE);
    }

    private PriceThinning thinning(int afterDays) {
        return new PriceThinning(tracker.catalogue().rows(), PricingTracker.TODAY, afterDays, events::add);
    }

    private void load(String... lines) {
        assertThat(tracker.load(PRICES, "date,scryfall_id,usd,eur\n", lines).taken())
                .isEqualTo(lines.length);
    }

    private List<DayPrices> history(int card) {
        return tracker.history().of(id(card), LocalDate.of(2020, 1, 1), LocalDate.of(2026, 12, 31));
    }
}
