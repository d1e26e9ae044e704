package org.mtgtracker.jobs.control;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.mtgtracker.jobs.boundary.JobRun;
import org.mtgtracker.jobs.boundary.LeaseLost;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;
import org.mtgtracker.persistence.boundary.Rows;

/** Renews the leases of this server's runs, three times within the length of one, in a thread that does nothing else. */
final class Renewals {
    private static final Logger LOG = Logger.getLogger(Renewals.class.getName());
    private static final int TIMES = 3;

    private final Rows rows;
    private final LeaseRows leases;
    private final ScheduledExecutorService thread;
    private final long periodMillis;

    Renewals(Rows rows, LeaseRows leases, ScheduledExecutorService thread, Duration length) {
        this.rows = requireNonNull(rows, "rows is null");
        this.leases = requireNonNull(leases, "leases is null");
        this.thread = requireNonNull(thread, "thread is null");
        this.periodMillis = Math.max(1, length.toMillis() / TIMES);
    }

    /** Renews the lease of a run until the answer is cancelled, or the lease is another's. */
    ScheduledFuture<?> of(JobRun run) {
        return thread.scheduleWithFixedDelay(() -> renew(run), periodMillis, periodMillis, TimeUnit.MILLISECONDS);
    }

    private void renew(JobRun run) {
        boolean renewed;
        try {
            renewed = rows.write(connection -> leases.renew(connection, run.job(), run.generation()));
        } catch (DatabaseUnavailable | IllegalStateException e) {
            LOG.warning(() -> "The lease of run " + run.id() + " of the job " + run.job()
                    + " was not renewed; trying on: " + e.getMessage());
            return;
        }
        if (!renewed) {
            LeaseLost lost = new LeaseLost(run.job(), run.id(), run.generation());
            LOG.warning(lost.getMessage());
            // ends the repetition
            throw lost;
        }
    }
}
