package org.mtgtracker.pricing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.mtgtracker.catalog.CardText.id;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.mtgtracker.DatabaseUnderTest;
import org.mtgtracker.catalog.CardText;
import org.mtgtracker.catalog.control.ImportingTracker;
import org.mtgtracker.pricing.boundary.LatestPrices;
import org.mtgtracker.pricing.boundary.PriceFiles;
import org.mtgtracker.pricing.boundary.PriceHistory;
import org.mtgtracker.pricing.boundary.PriceLoad;
import org.mtgtracker.pricing.boundary.PriceLoad.Kind;
import org.mtgtracker.pricing.boundary.PricesChanged;
import org.mtgtracker.pricing.control.PriceInbox;
import org.mtgtracker.pricing.control.PricePartitions;

/** The prices put together over a test database, without a container; files are loaded in the calling thread. */
public final class PricingTracker {
    /** A header with all types. */
    public static final String ALL = "date,scryfall_id,usd,usd_foil,usd_etched,eur,eur_foil,tix\n";

    /** A header as collectors of Scryfall's prices have it. */
    public static final String BY_FINISH = "date,scryfall_id,finish,usd\n";

    /** The last day that may have prices. */
    public static final Clock TODAY = Clock.fixed(Instant.parse("2026-06-30T12:00:00Z"), ZoneOffset.UTC);

    private static final long LARGEST = 4 << 20;
    private static final long LARGEST_UNPACKED = 64 << 20;

    private final ImportingTracker tracker;
    private final List<PricesChanged> events = new ArrayList<>();
    private final PriceFiles files;

    public PricingTracker(DatabaseUnderTest database, String schema) {
        tracker = new ImportingTracker(database.schema(schema));
        files = new PriceFiles(
                tracker.rows(),
                new PricePartitions(tracker.rows(), TODAY),
                new PriceInbox(LARGEST, LARGEST_UNPACKED),
                TODAY,
                Runnable::run,
                events::add);
    }

    /** Forgets all prices and cards, and has cards with the numbers from 1. */
    public void reset(Path folder, int cards) {
        tracker.reset();
        forget();
        tracker.importText(
                folder,
                CardText.lines(
                        IntStream.rangeClosed(1, cards).mapToObj(CardText::card).toArray()));
    }

    public void forget() {
        for (String table : List.of("card_price", "price_day", "latest_price", "price_problem", "price_load")) {
            tracker.execute("DELETE FROM " + table);
        }
        tracker.execute("UPDATE price_state SET version = 0, thinned_to = NULL");
        events.clear();
    }

    public ImportingTracker catalogue() {
        return tracker;
    }

    public PriceFiles files() {
        return files;
    }

    public PriceHistory history() {
        return new PriceHistory(tracker.rows());
    }

    public LatestPrices latest() {
        return new LatestPrices(tracker.rows());
    }

    public List<PricesChanged> events() {
        return events;
    }

    /** Loads lines under a header; says how it ended. */
    public PriceLoad load(Kind kind, String header, String... lines) {
        return load(kind, (header + String.join("", lines)).getBytes(UTF_8));
    }

    public PriceLoad load(Kind kind, byte[] file) {
        return files.find(files.start(kind, "test.csv", new ByteArrayInputStream(file))
                        .id())
                .orElseThrow();
    }

    /** A line about the card with this number. */
    public static String line(String day, int card, String rest) {
        return day + "," + id(card) + "," + rest + "\n";
    }

    /** The catalogue's own number of a card of the tests. */
    public int number(int card) {
        return Integer.parseInt(
                tracker.query("SELECT id FROM card WHERE scryfall_id = UNHEX(REPLACE('" + id(card) + "', '-', ''))")
                        .get(0));
    }
}
