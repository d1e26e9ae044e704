package org.mtgtracker.catalog.control;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.logging.Logger;
import org.mtgtracker.persistence.boundary.Rows;

/** The work of one run: reads the source object by object, stages what differs from the catalogue, and merges it. */
final class ImportWork {
    private static final Logger LOG = Logger.getLogger(ImportWork.class.getName());
    private static final long SECOND = 1_000_000_000L;
    private static final long LOG_SECONDS = 5;
    private static final int LOOK_AT_CLOCK = 0xff;

    private final Rows rows;
    private final ImportRuns runs;
    private final long run;
    private final Counts counts;
    private final SeenSets sets = new SeenSets();
    private final ContentHash.Digest digest = new ContentHash.Digest();
    private final long started = System.nanoTime();
    private long recorded = started;
    private long logged = started;

    ImportWork(Rows rows, ImportRuns runs, long run, Counts counts) {
        this.rows = requireNonNull(rows, "rows is null");
        this.runs = requireNonNull(runs, "runs is null");
        this.run = run;
        this.counts = requireNonNull(counts, "counts is null");
    }

    /**
     * Brings the source's cards in; says which version the catalogue has then.
     *
     * @throws BrokenCatalogue when the source is not a catalogue, or has a broken object
     * @throws IOException when it cannot be opened, or stops answering
     */
    long bringIn(Source source) throws IOException {
        String fingerprint;
        try (Source.Opened opened = source.open()) {
            fingerprint = opened.fingerprint();
            StoredCards stored = rows.write(StoredCards::in);
            Staging staging = new Staging(rows, runs, run, counts, stored.lastObject());
            stage(source, opened, stored.known(), staging);
            staging.flush();
            retire(stored.known(), staging);
        }
        long version = rows.write(
                connection -> new Merge(runs, run, counts, sets).bringIn(connection, source.name(), fingerprint));
        Staging.sweep(rows);
        return version;
    }

    private void stage(Source source, Source.Opened opened, KnownCards known, Staging staging) throws IOException {
        try (CardObjects objects = CardObjects.in(opened.stream(), source.name())) {
            while (objects.next()) {
                try {
                    take(objects, known, staging);
                } catch (BrokenCard e) {
                    throw objects.broken(e);
                }
                tellProgress();
            }
        } catch (BrokenCatalogue e) {
            throw e;
        } catch (IOException e) {
            throw new IOException(
                    String.format(
                            Locale.ROOT,
                            "%s could not be read further after card object %,d: %s",
                            source.name(),
                            counts.read,
                            Problem.of(e)),
                    e);
        }
        if (counts.read == 0) {
            throw BrokenCatalogue.whole(source.name(), "holds no card object; bringing it in would retire every card");
        }
    }

    private void take(CardObjects objects, KnownCards known, Staging staging) {
        CardColumns columns = CardReader.read(objects.buffer(), objects.start(), objects.length());
        objects.compact();
        ContentHash hash = digest.of(objects.buffer(), objects.start(), objects.length());
        KnownCards.Met met = known.meet(columns.id(), hash);
        switch (met.verdict()) {
            case ADDED -> counts.added++;
            case CHANGED -> counts.changed++;
            case UNCHANGED -> counts.unchanged++;
            case REPEATED ->
                throw new BrokenCard(
                        "a card with this id came before; every id may come once",
                        0,
                        columns.id().toString());
        }
        counts.read++;
        sets.add(columns);
        if (met.verdict() != KnownCards.Verdict.UNCHANGED) {
            staging.add(met, hash, columns, objects.text());
        }
    }

    private void retire(KnownCards known, Staging staging) {
        List<Integer> missing = new ArrayList<>();
        known.eachMissing(missing::add);
        counts.removed = missing.size();
        staging.retire(missing);
    }

    private void tellProgress() {
        if ((counts.read & LOOK_AT_CLOCK) != 0) {
            return;
        }
        long now = System.nanoTime();
        if (now - recorded >= SECOND) {
            recorded = now;
            rows.write(connection -> {
                runs.progress(connection, run, counts);
                return run;
            });
        }
        if (now - logged >= LOG_SECONDS * SECOND) {
            logged = now;
            LOG.info(() -> String.format(
                    Locale.ROOT,
                    "Import %d: %,d cards read (%,d a second), %,d added, %,d changed.",
                    run,
                    counts.read,
                    counts.read * SECOND / Math.max(1, now - started),
                    counts.added,
                    counts.changed));
        }
    }
}
