package org.mtgtracker.pricing.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mtgtracker.catalog.CardText.id;
import static org.mtgtracker.pricing.PricingTracker.ALL;
import static org.mtgtracker.pricing.PricingTracker.line;
import static org.mtgtracker.pricing.boundary.PriceLoad.Kind.CORRECTION;
import static org.mtgtracker.pricing.boundary.PriceLoad.Kind.PRICES;
import static org.mtgtracker.pricing.boundary.PriceType.EUR;
import static org.mtgtracker.pricing.boundary.PriceType.TIX;
import static org.mtgtracker.pricing.boundary.PriceType.USD;
import static org.mtgtracker.pricing.boundary.PriceType.USD_FOIL;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtgtracker.DatabaseUnderTest;
import org.mtgtracker.OnEachDatabase;
import org.mtgtracker.catalog.boundary.CardMerged;
import org.mtgtracker.catalog.boundary.CardPrices;
import org.mtgtracker.catalog.boundary.CatalogueImported;
import org.mtgtracker.catalog.boundary.PricesRead;
import org.mtgtracker.persistence.boundary.Rows;
import org.mtgtracker.pricing.PricingTracker;
import org.mtgtracker.pricing.boundary.DatedPrice;
import org.mtgtracker.pricing.boundary.DayPrices;
import org.mtgtracker.pricing.boundary.PriceState;
import org.mtgtracker.pricing.boundary.PricesChanged;

@OnEachDatabase
class CataloguePricesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final int NONE = CardPrices.NONE;

    private final PricingTracker tracker;
    private final Rows rows;
    private final List<PricesChanged> events = new ArrayList<>();
    private final CataloguePrices prices;

    @TempDir
    Path folder;

    CataloguePricesTest(DatabaseUnderTest database) {
        tracker = new PricingTracker(database, "catalogue_prices");
        rows = tracker.catalogue().rows();
        prices = new CataloguePrices(rows, events::add);
    }

    @BeforeEach
    void threeCards() {
        tracker.reset(folder, 3);
    }

    @Test
    void a_days_prices_are_in_the_history_and_the_newest_ones() {
        read(DAY, 1, 100, NONE, NONE, 50, NONE, 3);
        assertThat(history(1)).containsExactly(new DayPrices(DAY, Map.of(USD, 100, EUR, 50, TIX, 3)));
        assertThat(tracker.latest().of(id(1)).orElseThrow().prices()).containsEntry(USD, new DatedPrice(DAY, 100));
    }

    @Test
    void the_same_day_read_again_is_there_once_and_newer_prices_replace_it() {
        read(DAY, 1, 100, NONE, NONE, 50, NONE, NONE);
        read(DAY, 1, 120, 200, NONE, NONE, NONE, NONE);
        assertThat(history(1)).containsExactly(new DayPrices(DAY, Map.of(USD, 120, USD_FOIL, 200, EUR, 50)));
    }

    @Test
    void a_price_of_a_file_or_a_correction_stays_and_only_gaps_are_filled() {
        tracker.load(PRICES, "date,scryfall_id,usd\n", line(DAY.toString(), 1, "1"));
        tracker.load(CORRECTION, "date,scryfall_id,eur\n", line(DAY.toString(), 1, ""));
        read(DAY, 1, 999, 300, NONE, 888, NONE, NONE);
        assertThat(history(1)).containsExactly(new DayPrices(DAY, Map.of(USD, 100, USD_FOIL, 300)));
    }

    @Test
    void a_file_and_a_correction_replace_what_the_catalogue_said() {
        read(DAY, 1, 999, 300, NONE, 888, NONE, NONE);
        tracker.load(PRICES, "date,scryfall_id,usd\n", line(DAY.toString(), 1, "1"));
        tracker.load(CORRECTION, "date,scryfall_id,eur\n", line(DAY.toString(), 1, ""));
        assertThat(history(1)).containsExactly(new DayPrices(DAY, Map.of(USD, 100, USD_FOIL, 300)));
        assertThat(tracker.latest().of(id(1)).orElseThrow().prices()).doesNotContainKey(EUR);
    }

    @Test
    void a_price_of_nothing_is_none() {
        read(DAY, 1, 0, NONE, NONE, NONE, NONE, NONE);
        assertThat(history(1)).isEmpty();
        assertThat(tracker.catalogue().query("SELECT COUNT(*) FROM card_price")).containsExactly("0");
    }

    @Test
    void what_is_rolled_back_with_the_import_was_never_there() {
        assertThatThrownBy(() -> rows.write(connection -> {
                    prices.read(new PricesRead(connection, DAY, of(1, 100, NONE, NONE, NONE, NONE, NONE)));
                    throw new IllegalStateException("the import fails");
                }))
                .hasMessage("the import fails");
        assertThat(history(1)).isEmpty();
        assertThat(tracker.catalogue().query("SELECT version FROM price_state")).containsExactly("0");
    }

    @Test
    void what_was_committed_since_an_import_began_to_read_is_seen() {
        int cards = 6_000;
        tracker.reset(folder, cards);
        open(DAY);
        CardPrices day = new CardPrices();
        for (String card : tracker.catalogue().query("SELECT id FROM card ORDER BY id")) {
            day.add(Integer.parseInt(card), new int[] {100, NONE, NONE, NONE, NONE, NONE});
        }
        rows.write(connection -> {
            // the snapshot of this transaction is from here
            PriceState.version(connection);
            tracker.load(PRICES, "date,scryfall_id,usd\n", line(DAY.plusDays(1).toString(), 1, "7"));
            prices.read(new PricesRead(connection, DAY, day));
            return null;
        });
        assertThat(tracker.latest().of(id(1)).orElseThrow().prices())
                .containsEntry(USD, new DatedPrice(DAY.plusDays(1), 700));
        assertThat(tracker.latest().of(id(2)).orElseThrow().prices()).containsEntry(USD, new DatedPrice(DAY, 100));
    }

    @Test
    void what_a_merged_card_was_given_since_an_import_began_to_read_is_not_forgotten() {
        open(LocalDate.of(2026, 2, 1));
        rows.write(connection -> {
            PriceState.version(connection);
            tracker.load(PRICES, "date,scryfall_id,usd\n", line("2026-02-01", 1, "1"), line("2026-02-02", 2, "2"));
            prices.merged(new CardMerged(connection, tracker.number(1), tracker.number(2)));
            return null;
        });
        assertThat(history(1)).isEmpty();
        assertThat(history(2)).hasSize(2);
        assertThat(tracker.latest().of(id(2)).orElseThrow().prices())
                .containsEntry(USD, new DatedPrice(LocalDate.of(2026, 2, 2), 200));
    }

    @Test
    void the_prices_of_a_merged_card_go_where_the_other_has_none() {
        tracker.load(
                PRICES,
                ALL,
                line("2026-02-01", 1, "1,,,,,"),
                line("2026-02-02", 1, "2,5,,,,"),
                line("2026-03-02", 1, "3,,,,,"));
        tracker.load(PRICES, "date,scryfall_id,usd\n", line("2026-02-02", 2, "7"), line("2026-02-20", 2, "8"));
        merge(1, 2);
        assertThat(history(1)).isEmpty();
        assertThat(history(2))
                .containsExactly(
                        new DayPrices(LocalDate.of(2026, 2, 1), Map.of(USD, 100)),
                        new DayPrices(LocalDate.of(2026, 2, 2), Map.of(USD, 700, USD_FOIL, 500)),
                        new DayPrices(LocalDate.of(2026, 2, 20), Map.of(USD, 800)),
                        new DayPrices(LocalDate.of(2026, 3, 2), Map.of(USD, 300)));
        assertThat(tracker.latest().of(id(1)).orElseThrow().prices()).isEmpty();
        assertThat(tracker.latest().of(id(2)).orElseThrow().prices())
                .isEqualTo(Map.of(
                        USD, new DatedPrice(LocalDate.of(2026, 3, 2), 300),
                        USD_FOIL, new DatedPrice(LocalDate.of(2026, 2, 2), 500)));
    }

    @Test
    void a_merged_card_without_prices_changes_nothing() {
        merge(1, 2);
        assertThat(tracker.catalogue().query("SELECT version FROM price_state")).containsExactly("0");
    }

    @Test
    void a_change_is_told_after_the_import_and_only_once() {
        prices.imported(new CatalogueImported(1, "demo"));
        read(DAY, 1, 100, NONE, NONE, NONE, NONE, NONE);
        prices.imported(new CatalogueImported(2, "demo"));
        prices.imported(new CatalogueImported(3, "demo"));
        assertThat(events).containsExactly(new PricesChanged(1));
    }

    /** A month that was opened since would be refused to who reads on: "Table definition has changed". */
    private void open(LocalDate day) {
        new PricePartitions(rows).open(Set.of(YearMonth.from(day)));
    }

    private void read(LocalDate day, int card, int... cents) {
        rows.write(connection -> {
            prices.read(new PricesRead(connection, day, of(card, cents)));
            return null;
        });
    }

    private CardPrices of(int card, int... cents) {
        CardPrices all = new CardPrices();
        all.add(tracker.number(card), cents);
        return all;
    }

    private void merge(int from, int into) {
        rows.write(connection -> {
            prices.merged(new CardMerged(connection, tracker.number(from), tracker.number(into)));
            return null;
        });
    }

    private List<DayPrices> history(int card) {
        return tracker.history().of(id(card), LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
    }
}
