package org.mtgtracker.catalog.control;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mtgtracker.catalog.boundary.UnusableSource;
import org.mtgtracker.jobs.boundary.Background;
import org.mtgtracker.jobs.boundary.JobRun;
import org.mtgtracker.jobs.boundary.JobRun.Outcome;
import org.mtgtracker.jobs.boundary.JobRunning;
import org.mtgtracker.jobs.boundary.Jobs;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;
import org.mtgtracker.persistence.boundary.On;
import org.mtgtracker.persistence.boundary.Rows;
import org.mtgtracker.persistence.boundary.SchemaReady;
import org.mtgtracker.persistence.boundary.Workload;

/**
 * Sees to it that a server which starts has the catalogue it was told to have, behind its back: the start waits for
 * nothing.
 */
@ApplicationScoped
public class StartingCatalogue {
    private static final Logger LOG = Logger.getLogger(StartingCatalogue.class.getName());

    private final Optional<String> wanted;
    private final Sources sources;
    private final Jobs jobs;
    private final Rows rows;
    private final Executor background;

    @Inject
    public StartingCatalogue(
            @ConfigProperty(name = "tracker.catalogue") Optional<String> wanted,
            Sources sources,
            Jobs jobs,
            @On(Workload.BULK) Rows rows,
            @Background Executor background) {
        this.wanted = wanted.map(String::strip).filter(name -> !name.isEmpty());
        this.sources = requireNonNull(sources, "sources is null");
        this.jobs = requireNonNull(jobs, "jobs is null");
        this.rows = requireNonNull(rows, "rows is null");
        this.background = requireNonNull(background, "background is null");
    }

    protected StartingCatalogue() {
        this.wanted = Optional.empty();
        this.sources = null;
        this.jobs = null;
        this.rows = null;
        this.background = null;
    }

    public void on(@Observes SchemaReady ready) {
        background.execute(this::begin);
    }

    private void begin() {
        try {
            bringInWhatIsWanted();
        } catch (JobRunning e) {
            LOG.info(() -> "Run " + e.runId() + " of the job " + e.job() + " is going on, or was broken off and will"
                    + " be taken up; this server leaves the catalogue to it.");
        } catch (DatabaseUnavailable e) {
            LOG.warning(() -> "The catalogue was not looked after at this start: " + e.getMessage());
        } finally {
            StartReport.settled(version());
        }
    }

    private void bringInWhatIsWanted() {
        Present present = present();
        Optional<String> demo = sources.demoOffered()
                ? Optional.of(sources.named(Sources.DEMO).fingerprint().orElse(""))
                : Optional.empty();
        Optional<String> fingerprint = wanted.flatMap(this::fingerprint);
        for (String name : new StartPlan(wanted, demo).sources(present, fingerprint)) {
            if (!imported(name)) {
                return;
            }
        }
        if (present().isEmpty()) {
            LOG.info("The catalogue is empty: import one over the API, or name one with tracker.catalogue.");
        }
    }

    /** Of a source that cannot be used none that it could have: the import will say, and record, why. */
    private Optional<String> fingerprint(String name) {
        try {
            return sources.named(name).fingerprint();
        } catch (UnusableSource e) {
            return Optional.of("");
        }
    }

    private boolean imported(String name) {
        JobRun run = jobs.doNow(CardsJob.NAME, new ImportOrder(name, Optional.empty()).text());
        boolean succeeded = run.outcome() == Outcome.SUCCEEDED;
        StartReport.tell(
                succeeded
                        ? run.message()
                        : "The import of " + name + " failed, what was there stays: " + run.message());
        if (succeeded && name.startsWith(Sources.SCRYFALL)) {
            // where the cards come from there are sets, tags and rulings too
            jobs.doNow(ListsJob.NAME, "");
        }
        return succeeded;
    }

    private long version() {
        try {
            return rows.write(
                    connection -> Numbers.queryLong(connection, "SELECT version FROM catalogue WHERE id = 1"));
        } catch (DatabaseUnavailable e) {
            return 0;
        }
    }

    private Present present() {
        return rows.write(Present::in);
    }
}
