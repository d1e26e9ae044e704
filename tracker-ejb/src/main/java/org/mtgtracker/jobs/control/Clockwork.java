package org.mtgtracker.jobs.control;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mtgtracker.jobs.boundary.JobRun;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;
import org.mtgtracker.persistence.boundary.On;
import org.mtgtracker.persistence.boundary.Rows;
import org.mtgtracker.persistence.boundary.Workload;

/** Looks what is due, and what was abandoned, and starts it here unless another server is faster. */
@ApplicationScoped
public class Clockwork {
    private static final Logger LOG = Logger.getLogger(Clockwork.class.getName());

    private final Rows rows;
    private final JobList jobs;
    private final LeaseRows leases;
    private final Runner runner;
    private final Consumer<JobRun> succeeded;
    private final ReentrantLock ticking = new ReentrantLock();
    private final Set<String> troubled = ConcurrentHashMap.newKeySet();
    // guarded by the lock
    private boolean databaseSilent;

    @Inject
    public Clockwork(
            @On(Workload.BULK) Rows rows, JobList jobs, JobSettings settings, Runner runner, JobFigures figures) {
        this(rows, jobs, new LeaseRows(settings.leaseLength()), runner, figures::succeeded);
    }

    Clockwork(Rows rows, JobList jobs, LeaseRows leases, Runner runner, Consumer<JobRun> succeeded) {
        this.rows = requireNonNull(rows, "rows is null");
        this.jobs = requireNonNull(jobs, "jobs is null");
        this.leases = requireNonNull(leases, "leases is null");
        this.runner = requireNonNull(runner, "runner is null");
        this.succeeded = requireNonNull(succeeded, "succeeded is null");
    }

    /** For the container's proxy. */
    protected Clockwork() {
        rows = null;
        jobs = null;
        leases = null;
        runner = null;
        succeeded = null;
    }

    /** What one look at the primary has shown, by its own clock. */
    private record Look(Instant now, Map<String, Standing> standings, List<JobRun> successes) {}

    /** One look; never throws for a failure, since the next one may find it mended. */
    public void tick() {
        if (!ticking.tryLock()) {
            return;
        }
        try {
            Look look = look();
            if (databaseSilent) {
                databaseSilent = false;
                LOG.info("The primary database answers; jobs are started again.");
            }
            look.successes().forEach(succeeded);
            jobs.all().forEach(scheduled -> act(scheduled, look));
        } catch (DatabaseUnavailable e) {
            if (!databaseSilent) {
                databaseSilent = true;
                LOG.warning(() -> "No job is started until the primary database answers: " + e.getMessage());
            }
        } finally {
            ticking.unlock();
        }
    }

    private Look look() {
        List<String> names =
                jobs.all().stream().map(scheduled -> scheduled.job().name()).toList();
        Look look = rows.write(this::lookAt);
        if (look.standings().keySet().containsAll(names)) {
            return look;
        }
        rows.write(connection -> {
            leases.know(connection, names);
            return names;
        });
        return rows.write(this::lookAt);
    }

    private Look lookAt(Connection primary) throws SQLException {
        return new Look(Sql.now(primary), leases.all(primary), RunRows.successOfEach(primary));
    }

    private void act(JobList.Scheduled scheduled, Look look) {
        String name = scheduled.job().name();
        Standing standing = look.standings().get(name);
        try {
            Decision decision = Decision.on(scheduled.schedule(), standing, look.now(), jobs.zone());
            if (decision instanceof Decision.TakeOver) {
                runner.takeOver(scheduled.job(), standing);
            } else if (decision instanceof Decision.Start due) {
                runner.whenDue(scheduled.job(), standing, due);
            }
            troubled.remove(name);
        } catch (DatabaseUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            // every few seconds again, so it is told once
            if (troubled.add(name)) {
                LOG.log(Level.SEVERE, e, () -> "The job " + name + " cannot be started; trying on.");
            }
        }
    }
}
