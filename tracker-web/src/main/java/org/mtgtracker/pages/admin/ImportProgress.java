package org.mtgtracker.pages.admin;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mtgtracker.catalog.boundary.ImportRun;
import org.mtgtracker.catalog.boundary.Imports;
import org.mtgtracker.jobs.boundary.JobRun;
import org.mtgtracker.jobs.boundary.Jobs;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;
import org.mtgtracker.pricing.boundary.PriceFiles;
import org.mtgtracker.pricing.boundary.PriceLoad;

/**
 * Tells browsers that watch imports, price files or jobs how far those are that go on now, once a second while there
 * are any such browsers.
 */
@ApplicationScoped
public class ImportProgress {
    private static final Logger LOG = Logger.getLogger(ImportProgress.class.getName());

    /** Price files that go on are among the newest. */
    private static final int NEWEST_FILES = 5;

    private final Imports imports;
    private final PriceFiles files;
    private final Jobs jobs;
    private final Set<Session> watching = ConcurrentHashMap.newKeySet();

    @Resource
    private ManagedScheduledExecutorService scheduler;

    private ScheduledFuture<?> ticking;

    @Inject
    public ImportProgress(Imports imports, PriceFiles files, Jobs jobs) {
        this.imports = requireNonNull(imports, "imports is null");
        this.files = requireNonNull(files, "files is null");
        this.jobs = requireNonNull(jobs, "jobs is null");
    }

    /** For the container's proxy. */
    protected ImportProgress() {
        imports = null;
        files = null;
        jobs = null;
    }

    synchronized void begin(Session session) {
        watching.add(session);
        if (ticking == null) {
            ticking = scheduler.scheduleWithFixedDelay(this::tell, 0, 1, TimeUnit.SECONDS);
        }
    }

    synchronized void end(Session session) {
        watching.remove(session);
        if (watching.isEmpty() && ticking != null) {
            ticking.cancel(false);
            ticking = null;
        }
    }

    private void tell() {
        try {
            String message = message(imports.running(), files.newest(NEWEST_FILES), jobs.running(), Instant.now());
            watching.forEach(session -> session.getAsyncRemote().sendText(message));
        } catch (DatabaseUnavailable e) {
            LOG.log(Level.FINE, "The progress of imports is not known now", e);
        } catch (RuntimeException e) {
            // thrown on, it would end the ticking for good
            LOG.log(Level.WARNING, "The progress of imports was not told", e);
        }
    }

    /**
     * What is sent: the import as its page shows it, and nothing of it when none goes on; beside it the price files that
     * are read and the runs of jobs that go on, by their numbers.
     */
    static String message(Optional<ImportRun> running, List<PriceLoad> newest, List<JobRun> jobs, Instant now) {
        JsonObjectBuilder message = Json.createObjectBuilder();
        running.map(run -> ImportRunView.of(run, now)).ifPresent(run -> message.add("run", run.id())
                .add("read", run.read())
                .add("done", run.done())
                .add("took", run.took())
                .add("pace", run.pace()));
        JsonObjectBuilder loads = Json.createObjectBuilder();
        newest.stream()
                .map(load -> new PriceLoadView(load, now))
                .filter(PriceLoadView::isRunning)
                .forEach(load -> loads.add(Long.toString(load.getId()), load.getRead()));
        JsonObjectBuilder runs = Json.createObjectBuilder();
        jobs.forEach(run -> runs.add(Long.toString(run.id()), Moments.between(run.startedAt(), now)));
        return message.add("loads", loads).add("jobs", runs).build().toString();
    }

    @PreDestroy
    synchronized void stop() {
        watching.forEach(session -> {
            try {
                session.close(new CloseReason(CloseReason.CloseCodes.GOING_AWAY, "The server stops"));
            } catch (IOException e) {
                LOG.log(Level.FINE, "A watching browser was gone already", e);
            }
        });
    }
}
