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
import org.mtgtracker.pricing.boundary.PricesChanged;

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
        assertThat(tracker.catalogue().query("SELECT day FROM price_day ORDER BY day"))
                .containsExactly("2026-05-18", "2026-05-23", "2026-05-24");
        assertThat(tracker.latest().of(id(1)).orElseThrow().prices())
                .isEqualTo(Map.of(USD, new DatedPrice(MONDAY.plusDays(5), 300), EUR, new DatedPrice(MONDAY, 900)));
        assertThat(events).hasSize(1);
    }

    @Test
    void a_week_that_is_not_old_enough_to_its_end_stays_whole() {
        load(line("2026-05-25", 1, "1,"), line("2026-05-26", 1, "2,"), line("2026-05-31", 1, "3,"));
        assertThat(thin(30)).contains("0 rows of 0 weeks before 2026-05-25");
        assertThat(history(1)).hasSize(3);
        assertThat(thin(29)).contains("2 rows of 1 weeks before 2026-06-01");
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
