package org.mtgtracker.pricing.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mtgtracker.catalog.CardText.card;
import static org.mtgtracker.catalog.CardText.id;
import static org.mtgtracker.catalog.CardText.lines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtgtracker.DatabaseUnderTest;
import org.mtgtracker.OnEachDatabase;
import org.mtgtracker.catalog.boundary.CatalogueImported;
import org.mtgtracker.catalog.control.ImportingTracker;
import org.mtgtracker.persistence.boundary.SchemaReady;
import org.mtgtracker.pricing.boundary.PriceFiles;

@OnEachDatabase
class DemoPricesTest {
    private static final String PRICES = "SELECT COUNT(*) FROM card_price";
    private static final String LOADS = "SELECT taken FROM price_load";

    private final ImportingTracker tracker;

    @TempDir
    Path folder;

    DemoPricesTest(DatabaseUnderTest database) {
        tracker = new ImportingTracker(database.schema("demo_prices"));
    }

    @BeforeEach
    void oneCard() {
        tracker.reset();
        for (String table : new String[] {"card_price", "price_day", "latest_price", "price_problem", "price_load"}) {
            tracker.execute("DELETE FROM " + table);
        }
        tracker.importText(folder, lines(card(1)));
    }

    @Test
    void they_are_loaded_once_behind_the_demo() throws IOException {
        DemoPrices prices = prices("1.00");
        prices.imported(new CatalogueImported(1, "demo"));
        prices.imported(new CatalogueImported(1, "demo"));
        assertThat(tracker.query(PRICES)).containsExactly("1");
        assertThat(tracker.query(LOADS)).containsExactly("1");
    }

    @Test
    void other_prices_are_loaded_anew() throws IOException {
        prices("1.00").imported(new CatalogueImported(1, "demo"));
        prices("2.00").imported(new CatalogueImported(1, "demo"));
        assertThat(tracker.query("SELECT usd FROM card_price")).containsExactly("200");
        assertThat(tracker.query(LOADS)).containsExactly("1", "1");
    }

    @Test
    void another_catalogue_does_not_get_them() throws IOException {
        prices("1.00").imported(new CatalogueImported(1, "scryfall"));
        prices("1.00").started(new SchemaReady("3"));
        assertThat(tracker.query(PRICES)).containsExactly("0");
    }

    @Test
    void a_start_makes_up_for_what_the_last_one_did_not_get_to() throws IOException {
        tracker.execute("UPDATE catalogue SET source = 'demo'");
        prices("1.00").started(new SchemaReady("3"));
        assertThat(tracker.query(PRICES)).containsExactly("1");
    }

    @Test
    void without_a_file_nothing_happens() {
        DemoPrices prices = demo(Optional.empty());
        prices.imported(new CatalogueImported(1, "demo"));
        prices.started(new SchemaReady("3"));
        assertThat(tracker.query(LOADS)).isEmpty();
    }

    private DemoPrices prices(String usd) throws IOException {
        Path file = Files.writeString(
                folder.resolve("prices.csv"),
                "date,scryfall_id,usd,usd_foil,usd_etched,eur,eur_foil,tix\n2026-01-01," + id(1) + "," + usd
                        + ",,,,,\n");
        return demo(Optional.of(file.toString()));
    }

    private DemoPrices demo(Optional<String> file) {
        PriceFiles files = new PriceFiles(
                tracker.rows(),
                new PricePartitions(tracker.rows(), Clock.systemUTC()),
                new PriceInbox(1000, 100_000),
                Clock.systemUTC(),
                Runnable::run,
                changed -> {});
        return new DemoPrices(file, files, new PriceLoads(tracker.rows()), tracker.rows(), Runnable::run);
    }
}
