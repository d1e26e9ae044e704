package org.mtgtracker.pricing.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mtgtracker.pricing.PricingTracker.line;
import static org.mtgtracker.pricing.boundary.PriceLoad.Kind.PRICES;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtgtracker.DatabaseUnderTest;
import org.mtgtracker.OnEachDatabase;
import org.mtgtracker.pricing.PricingTracker;

@OnEachDatabase
class PriceFiguresTest {
    private final PricingTracker tracker;

    @TempDir
    Path folder;

    PriceFiguresTest(DatabaseUnderTest database) {
        tracker = new PricingTracker(database, "price_figures");
    }

    @Test
    void the_newest_days_cards_are_counted_anew_when_prices_change() {
        tracker.reset(folder, 3);
        PriceFigures figures = new PriceFigures(tracker.catalogue().rows());
        figures.refresh();
        assertThat(figures.known().newestDay()).isEmpty();

        tracker.load(PRICES, "date,scryfall_id,usd\n", line("2026-03-01", 1, "1"), line("2026-03-01", 2, "1"));
        figures.refresh();
        assertThat(figures.known().cards()).isEqualTo(2);

        tracker.load(PRICES, "date,scryfall_id,usd\n", line("2026-03-02", 3, "1"), line("2026-03-02", 2, ""));
        figures.refresh();
        assertThat(figures.known().newestDay()).contains(LocalDate.of(2026, 3, 2));
        assertThat(figures.known().cards()).isEqualTo(1);
    }
}
