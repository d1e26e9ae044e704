package org.mtgtracker.catalog.control;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mtgtracker.catalog.boundary.CatalogueImported;
import org.mtgtracker.catalog.boundary.ImportRun;
import org.mtgtracker.catalog.boundary.ImportRunning;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;
import org.mtgtracker.persistence.boundary.On;
import org.mtgtracker.persistence.boundary.Rows;
import org.mtgtracker.persistence.boundary.Workload;

/** Runs an import from beginning to end, in the thread that calls: lock, record, read, bring in, tell. */
@Dependent
public class CatalogueImport {
    private static final Logger LOG = Logger.getLogger(CatalogueImport.class.getName());
    private static final double NANOS = 1e9;

    private final Rows rows;
    private final ImportRuns runs;
    private final ImportLock lock;
    private final Consumer<CatalogueImported> tell;

    @Inject
    public CatalogueImport(
            @On(Workload.BULK) Rows rows, ImportRuns runs, ImportLock lock, Event<CatalogueImported> imported) {
        this(rows, runs, lock, (Consumer<CatalogueImported>) imported::fire);
    }

    CatalogueImport(Rows rows, ImportRuns runs, ImportLock lock, Consumer<CatalogueImported> tell) {
        this.rows = requireNonNull(rows, "rows is null");
        this.runs = requireNonNull(runs, "runs is null");
        this.lock = requireNonNull(lock, "lock is null");
        this.tell = requireNonNull(tell, "tell is null");
    }

    /**
     * Imports from a source. How it ended is in the record of runs, also when it failed.
     *
     * @param begun is told of the run as soon as it is recorded
     * @throws ImportRunning when another import runs anywhere in the cluster
     */
    public void run(Source source, Consumer<ImportRun> begun) {
        AtomicReference<CatalogueImported> done = new AtomicReference<>();
        boolean held = lock.whileHeld(() -> {
            clearLeftovers();
            ImportRun run = runs.begin(source.name());
            begun.accept(run);
            done.set(recorded(source, run));
        });
        if (!held) {
            OptionalLong other =
                    runs.running().map(ImportRun::id).map(OptionalLong::of).orElse(OptionalLong.empty());
            throw new ImportRunning(other);
        }
        if (done.get() != null) {
            tell(done.get());
        }
    }

    /** The catalogue is in whatever an observer makes of it. */
    private void tell(CatalogueImported imported) {
        try {
            tell.accept(imported);
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "An observer of the import failed.", e);
        }
    }

    /** Ends what a process that is gone has left; does nothing while an import is running. */
    public void recover() {
        lock.whileHeld(this::clearLeftovers);
    }

    private void clearLeftovers() {
        int interrupted = rows.write(connection -> {
            // first the runs: that locks out one that only lost its lock, and is still about to stage something
            int ended = runs.endInterrupted(connection);
            Staging.drop(connection);
            return ended;
        });
        if (interrupted > 0) {
            LOG.warning("An import was interrupted when its server stopped; the catalogue is as it was before.");
        }
        Staging.sweep(rows);
    }

    /** The event to fire; null when the run failed, which is recorded then. */
    private CatalogueImported recorded(Source source, ImportRun run) {
        long start = System.nanoTime();
        Counts counts = new Counts();
        LOG.info(() -> "Import " + run.id() + " from " + source.name() + " begins.");
        try {
            long version = new ImportWork(rows, runs, run.id(), counts).bringIn(source);
            LOG.info(() -> String.format(
                    Locale.ROOT,
                    "Import %d from %s succeeded in %.1f s: %,d cards read, %,d added, %,d changed, %,d removed,"
                            + " %,d unchanged; the catalogue has version %d.",
                    run.id(),
                    source.name(),
                    (System.nanoTime() - start) / NANOS,
                    counts.read,
                    counts.added,
                    counts.changed,
                    counts.removed,
                    counts.unchanged,
                    version));
            return new CatalogueImported(version, source.name());
        } catch (BrokenCatalogue | IOException | DatabaseUnavailable | Superseded e) {
            failed(run, counts, e.getMessage());
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "Import " + run.id() + " met an error of the program.", e);
            failed(run, counts, "An error of the program ended the import: " + e);
        }
        return null;
    }

    private void failed(ImportRun run, Counts counts, String reason) {
        String message = reason + (reason.endsWith(".") ? "" : ".") + " Nothing was changed.";
        LOG.warning(() -> "Import " + run.id() + " from " + run.source() + " failed: " + message);
        try {
            runs.fail(run.id(), counts, message);
            clearLeftovers();
        } catch (DatabaseUnavailable | Superseded e) {
            LOG.warning(() -> "The end of import " + run.id() + " could not be recorded: " + e.getMessage());
        }
    }
}
