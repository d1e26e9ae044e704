package org.mtgtracker.catalog.control;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mtgtracker.catalog.boundary.CatalogueImported;
import org.mtgtracker.catalog.boundary.ImportRun.Outcome;
import org.mtgtracker.catalog.boundary.UnusableSource;
import org.mtgtracker.jobs.boundary.Background;
import org.mtgtracker.jobs.boundary.Job;
import org.mtgtracker.jobs.boundary.JobFailed;
import org.mtgtracker.jobs.boundary.JobRun;
import org.mtgtracker.jobs.boundary.Lease;
import org.mtgtracker.jobs.boundary.LeaseLost;
import org.mtgtracker.jobs.boundary.Schedule;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;
import org.mtgtracker.persistence.boundary.On;
import org.mtgtracker.persistence.boundary.Rows;
import org.mtgtracker.persistence.boundary.Workload;

/** Runs an import from beginning to end: open, read, stage, bring in, tell. */
@ApplicationScoped
public class CardsJob implements Job {
    /** What the job is called. */
    public static final String NAME = "cards";

    private static final Logger LOG = Logger.getLogger(CardsJob.class.getName());
    private static final double NANOS = 1e9;

    private final Sources sources;
    private final Rows rows;
    private final ImportRuns runs;
    private final Consumer<Object> events;
    private final Executor background;
    private final StandingOrder standing;

    @Inject
    public CardsJob(
            Sources sources,
            @On(Workload.BULK) Rows rows,
            ImportRuns runs,
            Event<Object> events,
            @Background Executor background,
            @ConfigProperty(name = "tracker.catalogue") Optional<String> catalogue,
            @ConfigProperty(name = "tracker.priceDay") Optional<String> priceDay,
            @ConfigProperty(name = "tracker.import.max-broken-percent") Optional<String> maxBrokenPercent) {
        this(
                sources,
                rows,
                runs,
                (Consumer<Object>) events::fire,
                background,
                StandingOrder.of(catalogue, priceDay, maxBrokenPercent));
    }

    CardsJob(
            Sources sources,
            Rows rows,
            ImportRuns runs,
            Consumer<Object> events,
            Executor background,
            StandingOrder standing) {
        this.sources = requireNonNull(sources, "sources is null");
        this.rows = requireNonNull(rows, "rows is null");
        this.runs = requireNonNull(runs, "runs is null");
        this.events = requireNonNull(events, "events is null");
        this.background = requireNonNull(background, "background is null");
        this.standing = requireNonNull(standing, "standing is null");
    }

    protected CardsJob() {
        this.sources = null;
        this.rows = null;
        this.runs = null;
        this.events = null;
        this.background = null;
        this.standing = null;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Schedule schedule() {
        return Schedule.dailyAt(0, 10);
    }

    @Override
    public void recorded(Connection connection, JobRun run) throws SQLException {
        runs.begin(connection, run.id(), order(run.argument()).source(), run.startedAt());
    }

    @Override
    public String run(Lease lease) {
        ImportOrder order = order(lease.argument());
        LeasedRows leased = new LeasedRows(rows, lease);
        Counts counts = new Counts();
        Problems problems = new Problems(order.source(), standing.maxBrokenPercent());
        LOG.info(() -> "Import " + lease.runId() + " from " + order.source() + " begins.");
        try {
            return broughtIn(order, leased, counts, problems);
        } catch (BrokenCatalogue | UnusableSource | IOException e) {
            String sentence = takenBack(leased, counts, problems, e.getMessage());
            throw new JobFailed(sentence, e);
        } catch (LeaseLost | DatabaseUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            if (Refusal.is(e)) {
                LOG.log(Level.SEVERE, e, () -> "Import " + lease.runId() + " could not store what it read.");
                String sentence =
                        takenBack(leased, counts, problems, "What was read could not be stored: " + e.getMessage());
                throw new JobFailed(sentence, e);
            }
            takenBack(leased, counts, problems, "An error of the program ended the import: " + e);
            throw e;
        }
    }

    private ImportOrder order(String argument) {
        return argument.isEmpty() ? new ImportOrder(standing.source(), Optional.empty()) : ImportOrder.of(argument);
    }

    private String broughtIn(ImportOrder order, LeasedRows leased, Counts counts, Problems problems)
            throws IOException {
        long start = System.nanoTime();
        Source source = sources.named(order.source());
        Present present = rows.write(Present::in);
        // who names a day wants prices of this content for it, also of content that is there already
        boolean again =
                present.source().equals(source.name()) && order.priceDay().isEmpty();
        Optional<Source.Opened> answer = source.open(again ? present.fingerprint() : "");
        if (answer.isEmpty()) {
            return unchanged(leased, source);
        }
        long version;
        try (Source.Opened opened = answer.get()) {
            LocalDate day = order.priceDay()
                    .or(() -> Optional.ofNullable(opened.priceDay()))
                    .or(standing::priceDay)
                    .orElse(null);
            ImportWork work = new ImportWork(leased, runs, counts, problems, events, background);
            version = work.bringIn(source.name(), opened, day);
            tell(new CatalogueImported(version, source.name()));
            work.tidy();
        }
        String sentence = String.format(
                Locale.ROOT,
                "%,d cards read from %s in %.1f s: %,d added, %,d changed, %,d removed, %,d unchanged, %,d broken; the"
                        + " catalogue has version %d.",
                counts.read,
                source.name(),
                (System.nanoTime() - start) / NANOS,
                counts.added,
                counts.changed,
                counts.removed,
                counts.unchanged,
                counts.broken,
                version);
        LOG.info(() -> "Import " + leased.run() + ": " + sentence);
        return sentence;
    }

    private String unchanged(LeasedRows leased, Source source) {
        String sentence = source.name() + " has nothing new since the last import; nothing was read.";
        long version = leased.write(connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE catalogue SET imported_at = UTC_TIMESTAMP(3) WHERE id = 1")) {
                update.executeUpdate();
            }
            runs.end(connection, leased.run(), Outcome.SUCCEEDED, sentence);
            return Numbers.queryLong(connection, "SELECT version FROM catalogue WHERE id = 1");
        });
        LOG.info(() -> "Import " + leased.run() + ": " + sentence);
        tell(new CatalogueImported(version, source.name()));
        return sentence;
    }

    /** Removes what was staged, and records why; says that. */
    private String takenBack(LeasedRows leased, Counts counts, Problems problems, String reason) {
        String message = reason + (reason.endsWith(".") ? "" : ".") + " Nothing was changed.";
        leased.write(connection -> {
            Staging.drop(connection);
            runs.progress(connection, leased.run(), counts);
            runs.problems(connection, leased.run(), problems.kept());
            runs.end(connection, leased.run(), Outcome.FAILED, message);
            return leased.run();
        });
        Staging.sweep(leased);
        LOG.warning(() -> "Import " + leased.run() + " failed: " + message);
        return message;
    }

    /** The catalogue is in whatever an observer makes of it. */
    private void tell(CatalogueImported imported) {
        try {
            events.accept(imported);
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "An observer of the import failed.", e);
        }
    }
}
