package org.mtgtracker.jobs.control;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.mtgtracker.jobs.boundary.Job;
import org.mtgtracker.jobs.boundary.Jobs;
import org.mtgtracker.persistence.boundary.Rows;

/** The jobs of one server over a test database, for tests of what is run by them. */
public final class JobsHere {
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final ScheduledExecutorService RENEWING = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "lease renewals");
        thread.setDaemon(true);
        return thread;
    });

    private JobsHere() {}

    /**
     * @param threads in which the work is done that is started by hand
     * @param offered the jobs
     */
    public static Jobs of(Rows rows, Executor threads, Job... offered) {
        JobSettings settings = new JobSettings(setting -> Optional.empty());
        JobList list = new JobList(() -> List.of(offered), settings);
        Runner runner = new Runner(rows, LEASE, "this server", threads, RENEWING, ended -> {});
        return new Jobs(list, new JobHistory(rows, settings), runner);
    }
}
