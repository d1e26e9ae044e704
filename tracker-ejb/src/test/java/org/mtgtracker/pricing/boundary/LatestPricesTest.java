package org.mtgtracker.pricing.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mtgtracker.catalog.CardText.id;
import static org.mtgtracker.pricing.PricingTracker.line;
import static org.mtgtracker.pricing.boundary.PriceLoad.Kind.PRICES;
import static org.mtgtracker.pricing.boundary.PriceType.EUR;
import static org.mtgtracker.pricing.boundary.PriceType.USD;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtgtracker.DatabaseUnderTest;
import org.mtgtracker.OnEachDatabase;
import org.mtgtracker.catalog.boundary.CardPrices;
import org.mtgtracker.pricing.PricingTracker;

@OnEachDatabase
class LatestPricesTest {
    private final PricingTracker tracker;

    @TempDir
    Path folder;

    LatestPricesTest(DatabaseUnderTest database) {
        tracker = new PricingTracker(database, "latest_prices");
    }

    @BeforeEach
    void threeCards() {
        tracker.reset(folder, 3);
    }

    @Test
    void each_type_has_its_own_newest_day() {
        tracker.load(PRICES, "date,scryfall_id,usd,eur\n", line("2026-03-02", 1, "2,"), line("2026-03-01", 1, "1,5"));
        assertThat(tracker.latest().of(id(1)).orElseThrow().prices())
                .isEqualTo(Map.of(
                        USD, new DatedPrice(LocalDate.of(2026, 3, 2), 200),
                        EUR, new DatedPrice(LocalDate.of(2026, 3, 1), 500)));
    }

    @Test
    void cards_come_in_the_order_asked_without_unknown_ones() {
        tracker.load(PRICES, "date,scryfall_id,usd\n", line("2026-03-01", 2, "1"));
        List<LatestPrice> found = tracker.latest().of(List.of(id(3), new UUID(1, 1), id(2), id(3)));
        assertThat(found).extracting(LatestPrice::card).containsExactly(id(3), id(2), id(3));
        assertThat(found.get(0).prices()).isEmpty();
        assertThat(found.get(1).prices()).containsOnlyKeys(USD);
        assertThat(tracker.latest().of(new UUID(1, 1))).isEmpty();
    }

    @Test
    void everything_is_told_with_the_version_that_it_is_of() {
        long before = tracker.latest().version();
        tracker.load(PRICES, "date,scryfall_id,usd,eur\n", line("2026-03-02", 1, "2,"), line("2026-03-02", 3, ",5"));
        LatestPrices.Everything everything = tracker.latest().everything();
        assertThat(everything.version())
                .isGreaterThan(before)
                .isEqualTo(tracker.latest().version());
        assertThat(everything.prices().size()).isEqualTo(2);
        assertThat(everything.prices().cents(0, 0)).isEqualTo(200);
        assertThat(everything.prices().cents(0, 3)).isEqualTo(CardPrices.NONE);
        assertThat(everything.prices().cents(1, 3)).isEqualTo(500);
    }

    @Test
    void more_than_are_allowed_are_refused() {
        assertThatThrownBy(() -> tracker.latest().of(Collections.nCopies(LatestPrices.MOST + 1, id(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1001");
    }

    @Test
    void statistics_are_those_of_each_type_that_was_priced() {
        tracker.load(
                PRICES,
                "date,scryfall_id,usd\n",
                line("2026-03-01", 1, "1"),
                line("2026-03-05", 1, "3"),
                line("2026-03-09", 2, "9"));
        Map<PriceType, PriceStatistics> statistics = tracker.history().statistics(id(1));
        assertThat(statistics).containsOnlyKeys(USD);
        assertThat(statistics.get(USD).changes())
                .containsExactly(
                        new PriceStatistics.Change(1, new DatedPrice(LocalDate.of(2026, 3, 5), 300), 0),
                        new PriceStatistics.Change(7, new DatedPrice(LocalDate.of(2026, 3, 1), 100), 200));
        assertThat(tracker.history().newestDay()).contains(LocalDate.of(2026, 3, 9));
    }
}
