package org.mtgtracker.pricing.control;

import static java.util.Objects.requireNonNull;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.ZipException;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;
import org.mtgtracker.persistence.boundary.Rows;
import org.mtgtracker.pricing.boundary.PriceLoad;
import org.mtgtracker.pricing.boundary.PriceLoad.Outcome;
import org.mtgtracker.pricing.boundary.PriceProblem;
import org.mtgtracker.pricing.boundary.PriceType;
import org.mtgtracker.pricing.boundary.UnusablePriceFile;
import org.mtgtracker.values.boundary.Sha256;

/**
 * One price file on its way in: lines are read one by one and written in committed batches, so memory is bounded
 * whatever the file's size, and a file that ends badly has brought what came before.
 */
public final class PriceLoading {
    private static final Logger LOG = Logger.getLogger(PriceLoading.class.getName());
    private static final int BATCH = 100_000;

    private final Rows rows;
    private final PriceLoads loads;
    private final PricePartitions partitions;
    private final long longest;
    private final Clock clock;
    private final PriceLoad load;
    private final LoadCounts counts = new LoadCounts();
    private final SaidPrices said = new SaidPrices();
    private final List<PriceRow> batch = new ArrayList<>();
    private final List<PriceProblem> problems = new ArrayList<>();
    private Map<UUID, Integer> cards = Map.of();
    private long noted;
    private long unknownNoted;

    /**
     * @param longest how many bytes the file may have, unpacked
     * @param load as it was recorded at its beginning
     */
    public PriceLoading(
            Rows rows, PriceLoads loads, PricePartitions partitions, long longest, Clock clock, PriceLoad load) {
        this.rows = requireNonNull(rows, "rows is null");
        this.loads = requireNonNull(loads, "loads is null");
        this.partitions = requireNonNull(partitions, "partitions is null");
        this.longest = longest;
        this.clock = requireNonNull(clock, "clock is null");
        this.load = requireNonNull(load, "load is null");
    }

    /** A file, or what was sent, when it is opened. */
    @FunctionalInterface
    public interface Opening {
        InputStream open() throws IOException;
    }

    /** Loads the whole file. How it ended is in the record, also when it failed; says whether prices were written. */
    public boolean run(Opening opening) {
        try (InputStream stream = opening.open()) {
            String fingerprint = bringIn(stream);
            end(Outcome.SUCCEEDED, null, fingerprint);
        } catch (UnusablePriceFile e) {
            failed(e.getMessage());
        } catch (DatabaseUnavailable | Superseded e) {
            failed(e.getMessage() + kept());
        } catch (EndlessPriceFile e) {
            failed(e.getMessage() + kept());
        } catch (ZipException e) {
            failed("The price file " + load.source() + " is damaged: " + e.getMessage() + "." + kept()
                    + " Damage may have reached them as well; sending the whole file replaces them.");
        } catch (EOFException e) {
            failed("The price file " + load.source() + " ends in the middle of what is packed in it." + kept());
        } catch (IOException e) {
            failed("The price file " + load.source() + " cannot be read to its end: " + e.getMessage() + "." + kept());
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "The price load " + load.id() + " met an error of the program.", e);
            failed("An error of the program ended the load: " + e + "." + kept());
        }
        return counts.taken > 0;
    }

    private String bringIn(InputStream stream) throws IOException {
        DigestInputStream digested =
                new DigestInputStream(new BoundedStream(stream, load.source(), longest), Sha256.digest());
        cards = rows.write(CardNumbers::read);
        try (PriceLines lines = PriceLines.in(digested, load.source(), longest, clock)) {
            while (next(lines)) {
                counts.read++;
                try {
                    take(lines.number(), lines.line());
                } catch (BrokenPriceLine e) {
                    counts.broken++;
                    problem(lines.number(), PriceProblem.Kind.BROKEN, e.getMessage());
                }
                if (batch.size() == BATCH) {
                    flush();
                }
            }
            flush();
            // a gzip'd file is told by all its bytes, also those after its end
            digested.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digested.getMessageDigest().digest());
        }
    }

    /** Where a file ends before its end, what it has said by then is brought in. */
    private boolean next(PriceLines lines) throws IOException {
        try {
            return lines.next();
        } catch (IOException e) {
            flush();
            throw e;
        }
    }

    /** What is in the batch still was read, but not taken. */
    private String kept() {
        return counts.read == 0
                ? " Nothing was loaded."
                : " Of the %,d lines before, %,d were taken and stay."
                        .formatted(counts.read, counts.taken - batch.size());
    }

    private void take(long number, PriceLine line) {
        Integer card = cards.get(line.card());
        if (card == null) {
            counts.unknownCards++;
            problem(number, PriceProblem.Kind.UNKNOWN_CARD, "the catalogue never had a card " + line.card());
            return;
        }
        PriceRow row = line.of(card);
        if (said.repeated(row)) {
            counts.repeated++;
            problem(
                    number,
                    PriceProblem.Kind.REPEATED,
                    "it says again what an earlier line says of the card " + line.card() + " on " + line.day());
            return;
        }
        PriceType contradicted = said.contradicted(row);
        if (contradicted != null) {
            counts.contradicting++;
            problem(
                    number,
                    PriceProblem.Kind.CONTRADICTING,
                    "it says another " + contradicted.key() + " of the card " + line.card() + " on " + line.day()
                            + " than an earlier line, which holds");
            return;
        }
        counts.taken++;
        batch.add(row);
    }

    private void problem(long number, PriceProblem.Kind kind, String reason) {
        boolean unknown = kind == PriceProblem.Kind.UNKNOWN_CARD;
        if (noted < PriceProblem.MOST_KEPT && !(unknown && unknownNoted == PriceProblem.MOST_UNKNOWN)) {
            noted++;
            unknownNoted += unknown ? 1 : 0;
            problems.add(new PriceProblem(number, kind, reason));
        }
    }

    private void flush() {
        Set<YearMonth> months = new TreeSet<>();
        batch.forEach(row -> months.add(YearMonth.from(row.day())));
        partitions.open(months);
        rows.write(connection -> {
            PriceStore.write(connection, PriceSource.of(load.kind()), batch);
            noteProgress(connection);
            return null;
        });
        batch.clear();
        problems.clear();
    }

    private void noteProgress(Connection connection) throws SQLException {
        loads.progress(connection, load.id(), counts);
        loads.note(connection, load.id(), problems);
    }

    private void failed(String message) {
        LOG.warning(() -> "Price load " + load.id() + " from " + load.source() + " failed: " + message);
        counts.taken -= batch.size();
        try {
            end(Outcome.FAILED, message, null);
        } catch (DatabaseUnavailable | Superseded e) {
            LOG.warning(() -> "The end of price load " + load.id() + " could not be recorded: " + e.getMessage());
        }
    }

    private void end(Outcome outcome, String message, String fingerprint) {
        rows.write(connection -> {
            noteProgress(connection);
            loads.end(connection, load.id(), outcome, message, fingerprint);
            return null;
        });
        LOG.info(() -> ("Price load %d from %s: %s, %,d lines, %,d taken, %,d of unknown cards, %,d contradicting,"
                        + " %,d repeated, %,d broken.")
                .formatted(
                        load.id(),
                        load.source(),
                        outcome,
                        counts.read,
                        counts.taken,
                        counts.unknownCards,
                        counts.contradicting,
                        counts.repeated,
                        counts.broken));
    }
}
