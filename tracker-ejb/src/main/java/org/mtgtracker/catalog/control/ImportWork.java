package org.mtgtracker.catalog.control;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.logging.Logger;
import org.mtgtracker.catalog.boundary.CardPrices;
import org.mtgtracker.catalog.boundary.CountedStream;
import org.mtgtracker.catalog.boundary.ImportProblem;
import org.mtgtracker.catalog.boundary.ImportRun;
import org.mtgtracker.values.boundary.Uuids;

/** The work of one run: reads the source object by object, stages what differs from the catalogue, and merges it. */
final class ImportWork {
    private static final Logger LOG = Logger.getLogger(ImportWork.class.getName());
    private static final long SECOND = 1_000_000_000L;
    private static final long LOG_SECONDS = 5;
    private static final int LOOK_AT_CLOCK = 0xff;
    private static final int MOST_ATTEMPTS = 3;

    /**
     * What both servers say to a transaction that met another one, and can be tried again as a whole: ER_LOCK_WAIT_TIMEOUT,
     * ER_LOCK_DEADLOCK, and ER_TABLE_DEF_CHANGED, when a table's definition is younger than the transaction.
     */
    private static final Set<Integer> TRY_AGAIN = Set.of(1205, 1213, 1412);

    private final LeasedRows rows;
    private final ImportRuns runs;
    private final Counts counts;
    private final Problems problems;
    private final Consumer<Object> events;
    private final Executor threads;
    private final SeenSets sets = new SeenSets();
    private final CardPrices prices = new CardPrices();
    private final long started = System.nanoTime();
    private long recorded = started;
    private long logged = started;

    /**
     * @param events takes what is told inside the transaction
     * @param threads in which objects are read and batches are written
     */
    ImportWork(
            LeasedRows rows,
            ImportRuns runs,
            Counts counts,
            Problems problems,
            Consumer<Object> events,
            Executor threads) {
        this.rows = requireNonNull(rows, "rows is null");
        this.runs = requireNonNull(runs, "runs is null");
        this.counts = requireNonNull(counts, "counts is null");
        this.problems = requireNonNull(problems, "problems is null");
        this.events = requireNonNull(events, "events is null");
        this.threads = requireNonNull(threads, "threads is null");
    }

    /**
     * Brings the source's cards in; says which version the catalogue has then.
     *
     * @param name of the source
     * @param priceDay of the prices in it; null when that is not known
     * @throws BrokenCatalogue when the source is not a catalogue, or has too many broken objects
     * @throws IOException when it stops answering
     */
    long bringIn(String name, Source.Opened opened, LocalDate priceDay) throws IOException {
        rows.write(connection -> {
            runs.opened(connection, rows.run(), opened.size(), priceDay);
            return rows.run();
        });
        StoredCards stored = rows.read(StoredCards::in);
        if (stored.leftovers().size() > 0) {
            LOG.info(() -> String.format(
                    Locale.ROOT,
                    "Import %d takes up %,d cards that an interrupted one has staged.",
                    rows.run(),
                    stored.leftovers().size()));
        }
        Staging staging = new Staging(rows, runs, counts, stored.lastObject(), threads);
        try {
            stage(name, opened, stored, staging, priceDay != null);
            stored.leftovers().rest().forEach(staging::discard);
            staging.finish();
        } finally {
            // whoever takes a failed run back must find all that it has staged
            staging.settle();
        }
        retire(stored.known(), staging);
        Merge merge = new Merge(runs, counts, sets, new IdMigrations(stored.known()), events);
        Merge.Content content = new Merge.Content(name, opened.fingerprint(), priceDay, prices, problems);
        return merged(merge, content);
    }

    /** Clears away what the import has staged, and what is told of the oldest runs; the catalogue has its new version already. */
    void tidy() {
        Staging.sweep(rows);
        while (rows.write(runs::forgetOne)) {
            // until only the newest are left
        }
    }

    /**
     * Again when the server asks for that, having changed nothing: somebody has opened a month of prices meanwhile, or
     * held cards or prices for long.
     */
    private long merged(Merge merge, Merge.Content content) {
        for (int attempt = 1; ; attempt++) {
            try {
                return rows.write(connection -> merge.bringIn(connection, rows.run(), content, message()));
            } catch (IllegalStateException e) {
                if (attempt == MOST_ATTEMPTS
                        || !(e.getCause() instanceof SQLException refused)
                        || !TRY_AGAIN.contains(refused.getErrorCode())) {
                    throw e;
                }
                LOG.info(() -> "Import " + rows.run() + " brings its cards in once more: " + e.getMessage());
            }
        }
    }

    private void stage(String name, Source.Opened opened, StoredCards stored, Staging staging, boolean withPrices)
            throws IOException {
        CountedStream packed = new CountedStream(opened.stream());
        try (JsonObjects objects = JsonObjects.in(packed, name)) {
            // a card's prices are told each day, changed or not, and for that it has to be read
            CardObjects read = new CardObjects(objects, threads, withPrices ? any -> -1 : stored.known()::withContent);
            for (Optional<ReadObject> next = read.next(); next.isPresent(); next = read.next()) {
                taken(next.get(), stored, staging, withPrices);
                counts.bytesRead = packed.count();
                tellProgress(opened.size(), staging.isWriting());
            }
        } catch (IOException e) {
            throw new IOException(
                    String.format(
                            Locale.ROOT,
                            "%s could not be read further after card object %,d: %s",
                            name,
                            counts.read,
                            Problem.of(e)),
                    e);
        }
        counts.bytesRead = packed.count();
        problems.refuseTooMany(counts.read);
        if (counts.read == 0) {
            throw BrokenCatalogue.whole(name, "holds no card object; bringing it in would retire every card");
        }
    }

    /** Takes an object in, or notes why it cannot be taken. */
    private void taken(ReadObject read, StoredCards stored, Staging staging, boolean withPrices) {
        if (read instanceof ReadObject.Broken broken) {
            leaveOut(broken.problem(), stored.known());
        } else if (read instanceof ReadObject.Same same) {
            UUID id = stored.known().id(same.place());
            KnownCards.Met met = stored.known().meet(id, same.hash());
            if (isFirst(met, id, same.object(), stored.known())) {
                leftover(id, false, same.hash(), stored, staging);
            }
        } else if (read instanceof ReadObject.Card card) {
            CardColumns columns = card.columns();
            KnownCards.Met met = stored.known().meet(columns.id(), card.hash());
            if (isFirst(met, columns.id(), card.object(), stored.known())) {
                take(card, met, stored, staging, withPrices);
            }
        }
    }

    /** Counts a card; one that came before is left out. */
    private boolean isFirst(KnownCards.Met met, UUID id, JsonObject object, KnownCards known) {
        switch (met.verdict()) {
            case ADDED -> counts.added++;
            case CHANGED -> counts.changed++;
            case UNCHANGED -> counts.unchanged++;
            case REPEATED -> {
                BrokenCard repeated =
                        new BrokenCard("a card with this id came before; every id may come once", 0, id.toString());
                leaveOut(object.problem(repeated), known);
                return false;
            }
        }
        counts.read++;
        return true;
    }

    private void take(
            ReadObject.Card card, KnownCards.Met met, StoredCards stored, Staging staging, boolean withPrices) {
        CardColumns columns = card.columns();
        sets.add(columns);
        if (withPrices && columns.prices() != null) {
            prices.add(met.card(), columns.prices());
        }
        boolean changed = met.verdict() != KnownCards.Verdict.UNCHANGED;
        boolean staged = leftover(columns.id(), changed, card.hash(), stored, staging);
        if (changed && !staged) {
            staging.add(met, card.hash(), columns, card.object().bytes());
        }
    }

    /** Whether an earlier run has staged what is to be staged of a card; anything else that it has is given up. */
    private static boolean leftover(UUID id, boolean changed, ContentHash hash, StoredCards stored, Staging staging) {
        Leftovers.Staged leftover = stored.leftovers().take(id);
        boolean staged = changed && leftover != null && leftover.hash().equals(hash);
        if (leftover != null && !staged) {
            staging.discard(leftover);
        }
        return staged;
    }

    /** A card whose object is broken today has not vanished for that. */
    private void leaveOut(ImportProblem problem, KnownCards known) {
        problems.add(problem);
        counts.broken = problems.count();
        if (problem.cardId() != null) {
            // an id that is none belongs to no card
            Uuids.in(problem.cardId()).ifPresent(known::spare);
        }
    }

    private void retire(KnownCards known, Staging staging) {
        List<Integer> missing = new ArrayList<>();
        if (!problems.anyNameless()) {
            known.eachMissing(missing::add);
        }
        counts.removed = missing.size();
        staging.retire(missing);
    }

    private String message() {
        if (problems.count() == 0) {
            return null;
        }
        return String.format(
                Locale.ROOT,
                "%,d broken %s left out%s. The first: %s.",
                problems.count(),
                problems.count() == 1 ? "object was" : "objects were",
                problems.anyNameless()
                        ? "; since one did not say which card it is, no card that is missing was retired"
                        : "",
                problems.kept().get(0).sentence());
    }

    private void tellProgress(long size, boolean written) {
        if ((counts.read & LOOK_AT_CLOCK) != 0) {
            return;
        }
        long now = System.nanoTime();
        if (now - recorded >= SECOND && !written) {
            recorded = now;
            rows.write(connection -> {
                runs.progress(connection, rows.run(), counts);
                return rows.run();
            });
        }
        if (now - logged >= LOG_SECONDS * SECOND) {
            logged = now;
            ImportRun.Pace pace =
                    ImportRun.Pace.of(counts.read, counts.bytesRead, size, Duration.ofNanos(now - started));
            LOG.info(() -> String.format(
                    Locale.ROOT,
                    "Import %d: %,d cards read (%,d a second), %,d added, %,d changed%s.",
                    rows.run(),
                    counts.read,
                    pace.cardsPerSecond(),
                    counts.added,
                    counts.changed,
                    pace.secondsLeft().isEmpty()
                            ? ""
                            : ", some " + pace.secondsLeft().getAsLong() + " s left"));
        }
    }
}
