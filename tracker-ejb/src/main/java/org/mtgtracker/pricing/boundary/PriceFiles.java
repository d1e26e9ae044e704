package org.mtgtracker.pricing.boundary;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.mtgtracker.persistence.boundary.On;
import org.mtgtracker.persistence.boundary.Rows;
import org.mtgtracker.persistence.boundary.Workload;
import org.mtgtracker.pricing.control.BrokenPriceLine;
import org.mtgtracker.pricing.control.PriceLine;
import org.mtgtracker.pricing.control.PriceLines;
import org.mtgtracker.pricing.control.PriceRows;

/**
 * Brings price files into the history. A price file is CSV in UTF-8, gzip'd or not, with the header
 * {@code date,scryfall_id,usd,usd_foil,usd_etched,eur,eur_foil,tix}; a line holds all prices of a card on a day, with up
 * to two decimals, and nothing where there is none. A line replaces what the history has for that card and day, so
 * sending a file again is safe; within a file the last line of a card and day holds.
 */
@ApplicationScoped
public class PriceFiles {
    private static final int BATCH = 5000;

    private final Rows rows;
    private final Clock clock;

    @Inject
    public PriceFiles(@On(Workload.BULK) Rows rows) {
        this(rows, Clock.systemUTC());
    }

    /** @param clock says what today is: a later day is refused */
    public PriceFiles(Rows rows, Clock clock) {
        this.rows = requireNonNull(rows, "rows is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    protected PriceFiles() {
        this.rows = null;
        this.clock = null;
    }

    /**
     * Loads a file, line by line, in committed batches: broken lines and unknown cards are left out and reported.
     *
     * @throws UnusablePriceFile when it cannot be read or has another header; batches before that are loaded
     */
    public PriceLoad load(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            return load(stream, file.toString());
        } catch (IOException e) {
            throw new UnusablePriceFile("The price file " + file + " cannot be read: " + e, e);
        }
    }

    /**
     * Loads a stream as {@link #load(Path)} loads a file; closes it.
     *
     * @param name for messages
     */
    public PriceLoad load(InputStream stream, String name) {
        Loading loading = new Loading();
        try (PriceLines lines = PriceLines.in(stream, name, clock)) {
            while (lines.next()) {
                try {
                    loading.take(lines.line());
                } catch (BrokenPriceLine e) {
                    loading.broken(lines.number(), e.getMessage());
                }
            }
        } catch (IOException e) {
            throw new UnusablePriceFile("The price file " + name + " cannot be read to its end: " + e.getMessage(), e);
        }
        loading.flush();
        return loading.result();
    }

    /** One file on its way in. */
    private final class Loading {
        private final Map<UUID, Integer> cards = new HashMap<>();
        private final PriceRows target = new PriceRows();
        private final List<PriceRows.Row> batch = new ArrayList<>();
        private final List<PriceLoad.BrokenLine> brokenLines = new ArrayList<>();
        private long loaded;
        private long unknown;
        private long broken;

        Loading() {
            cards.putAll(rows.write(PriceRows::cards));
        }

        void take(PriceLine line) {
            Integer card = cards.get(line.card());
            if (card == null) {
                unknown++;
                return;
            }
            batch.add(new PriceRows.Row(card, line));
            if (batch.size() == BATCH) {
                flush();
            }
        }

        void broken(long number, String reason) {
            broken++;
            if (brokenLines.size() < PriceLoad.MOST_REPORTED) {
                brokenLines.add(new PriceLoad.BrokenLine(number, reason));
            }
        }

        void flush() {
            if (!batch.isEmpty()) {
                rows.write(connection -> target.upsert(connection, batch));
                loaded += batch.size();
                batch.clear();
            }
        }

        PriceLoad result() {
            return new PriceLoad(loaded, unknown, broken, brokenLines);
        }
    }
}
