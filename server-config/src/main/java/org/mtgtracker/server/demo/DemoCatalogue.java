package org.mtgtracker.server.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * The demo catalogue: some 2,000 invented printings in Scryfall's own format, with 90 days of prices, for a tracker that
 * has no other data yet.
 *
 * <p>The seed decides everything: the same seed always makes the same cards, and a price depends on the seed, the
 * printing and the day alone, so that a later last day adds days and rewrites none. What is in the files is the same,
 * byte for byte, on any machine; how it is compressed is left to the machine's zlib.
 */
public final class DemoCatalogue {
    /** The seed of the catalogue that a tracker without data shows. */
    public static final long SEED = 20260101;

    /** How many days of prices are written. */
    static final int DAYS = 90;

    private final LocalDate lastPricedDay;
    private final List<Printing> printings;
    private final DemoPrices prices;

    private DemoCatalogue(long seed, LocalDate lastPricedDay) {
        this.lastPricedDay = requireNonNull(lastPricedDay, "lastPricedDay is null");
        this.printings = DemoPrintings.of(seed);
        this.prices = new DemoPrices(seed, printings);
    }

    /** The catalogue of the usual seed, with prices up to and including this day. */
    public static DemoCatalogue upTo(LocalDate lastPricedDay) {
        return seeded(SEED, lastPricedDay);
    }

    /** The catalogue of another seed: other cards in the same sets. */
    public static DemoCatalogue seeded(long seed, LocalDate lastPricedDay) {
        return new DemoCatalogue(seed, lastPricedDay);
    }

    /**
     * Writes the cards, one Scryfall card object a line, with the last day's prices in them. The file is there as a
     * whole or not at all; one that is there already is replaced.
     *
     * @throws UncheckedIOException when the file cannot be written
     */
    public void writeCards(Path jsonlGz) {
        Map<UUID, Standing> standings = Standing.of(printings);
        DemoPrices.Day day = prices.on(lastPricedDay.toEpochDay());
        write(jsonlGz, out -> {
            try (JsonGenerator json = new JsonFactory().createGenerator(out, JsonEncoding.UTF8)) {
                json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
                CardWriter writer = new CardWriter(json);
                for (int i = 0; i < printings.size(); i++) {
                    Printing printing = printings.get(i);
                    writer.write(printing, standings.get(printing.card().id()), day.of(i));
                }
                json.writeRaw('\n');
            }
        });
    }

    /**
     * Writes the prices of the 90 days as CSV, ordered by day:
     * {@code date,scryfall_id,usd,usd_foil,usd_etched,eur,eur_foil,tix}. A price that there was not is empty; a printing
     * without any price that day has no row. The file is there as a whole or not at all.
     *
     * @throws UncheckedIOException when the file cannot be written
     */
    public void writePrices(Path csvGz) {
        write(csvGz, out -> {
            try (Writer csv = new BufferedWriter(new OutputStreamWriter(out, UTF_8), 1 << 16)) {
                csv.write("date,scryfall_id");
                for (PriceKind kind : PriceKind.values()) {
                    csv.write("," + kind.key());
                }
                csv.write('\n');
                List<String> ids =
                        printings.stream().map(printing -> "," + printing.id()).toList();
                for (int i = DAYS - 1; i >= 0; i--) {
                    writeDay(csv, ids, lastPricedDay.minusDays(i));
                }
            }
        });
    }

    private void writeDay(Writer csv, List<String> ids, LocalDate date) throws IOException {
        DemoPrices.Day day = prices.on(date.toEpochDay());
        String written = date.toString();
        for (int i = 0; i < ids.size(); i++) {
            int[] cents = day.of(i);
            if (!DemoPrices.isEmpty(cents)) {
                csv.write(written);
                csv.write(ids.get(i));
                for (int price : cents) {
                    csv.write(',');
                    if (price > 0) {
                        csv.write(PriceKind.decimal(price));
                    }
                }
                csv.write('\n');
            }
        }
    }

    /** What is written into a file. */
    @FunctionalInterface
    private interface Content {
        void to(OutputStream out) throws IOException;
    }

    /** These files are read once and thrown away: time counts more than size. */
    private static final class QuickGzip extends GZIPOutputStream {
        QuickGzip(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    private static void write(Path wanted, Content content) {
        Path target = wanted.toAbsolutePath();
        Path folder = requireNonNull(target.getParent(), () -> target + " is a folder");
        Path part = folder.resolve(target.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            try {
                Files.createDirectories(folder);
                try (OutputStream file =
                                Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                        OutputStream out = new QuickGzip(file)) {
                    content.to(out);
                }
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            String reason = e.getClass().getSimpleName() + " " + e.getMessage();
            throw new UncheckedIOException("Cannot write the demo catalogue to " + target + ": " + reason, e);
        }
    }

    /**
     * Writes both files for people who want to look at them.
     *
     * @param arguments the folder (default: the current one) and the last priced day (default: today, UTC)
     */
    public static void main(String[] arguments) {
        try {
            Path folder = Path.of(arguments.length > 0 ? arguments[0] : "");
            LocalDate day = arguments.length > 1 ? LocalDate.parse(arguments[1]) : LocalDate.now(Clock.systemUTC());
            DemoCatalogue catalogue = upTo(day);
            Path cards = folder.resolve("demo-cards.jsonl.gz").toAbsolutePath();
            Path prices = folder.resolve("demo-prices.csv.gz").toAbsolutePath();
            catalogue.writeCards(cards);
            catalogue.writePrices(prices);
            System.out.println(catalogue.printings.size() + " invented cards: " + cards);
            System.out.println(DAYS + " days of prices up to " + day + ": " + prices);
        } catch (DateTimeParseException e) {
            System.err.println("The last day is not a date like 2026-01-31: " + e.getParsedString());
            System.exit(2);
        } catch (UncheckedIOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
