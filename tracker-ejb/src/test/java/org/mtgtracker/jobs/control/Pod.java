package org.mtgtracker.jobs.control;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.mtgtracker.DatabaseUnderTest;
import org.mtgtracker.jobs.boundary.Job;
import org.mtgtracker.jobs.boundary.JobRun;
import org.mtgtracker.jobs.boundary.Jobs;
import org.mtgtracker.persistence.boundary.Rows;

/** One server of a cluster, put together over a test database without a container. */
final class Pod implements AutoCloseable {
    static final Duration LEASE = Duration.ofSeconds(1);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ScheduledExecutorService renewing = Executors.newSingleThreadScheduledExecutor();
    private final List<JobRun> ended = Collections.synchronizedList(new ArrayList<>());
    private final String name;
    private final Jobs jobs;
    private final Clockwork clockwork;
    private final Runner runner;

    Pod(String name, DataSource source, Job... offered) {
        this.name = name;
        Rows rows = DatabaseUnderTest.rows(source);
        JobSettings settings = new JobSettings(setting -> Optional.empty());
        JobList list = new JobList(() -> List.of(offered), settings);
        runner = new Runner(rows, LEASE, name, threads, renewing, ended::add);
        clockwork = new Clockwork(rows, list, new LeaseRows(LEASE), runner, run -> {});
        jobs = new Jobs(list, new JobHistory(rows, settings), runner);
    }

    String name() {
        return name;
    }

    Jobs jobs() {
        return jobs;
    }

    /** What its timer does. */
    void tick() {
        clockwork.tick();
    }

    /** From here on it renews no lease, as if it were paused or dead. */
    void fallSilent() {
        renewing.shutdownNow();
    }

    /** Tells the others that it stops. */
    void stop() {
        runner.giveUp();
    }

    /** Until the work that was begun here is over. */
    void awaitRest() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Work on " + name + " does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The runs that ended here, or that were found here to be lost. */
    List<JobRun> ended() {
        return List.copyOf(ended);
    }

    @Override
    public void close() {
        renewing.shutdownNow();
        threads.shutdownNow();
    }
}
