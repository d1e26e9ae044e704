package org.mtgtracker.jobs.control;

import static java.util.Objects.requireNonNull;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.context.Context;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mtgtracker.jobs.boundary.Background;
import org.mtgtracker.jobs.boundary.Job;
import org.mtgtracker.jobs.boundary.JobFailed;
import org.mtgtracker.jobs.boundary.JobRun;
import org.mtgtracker.jobs.boundary.JobRun.Outcome;
import org.mtgtracker.jobs.boundary.JobRunning;
import org.mtgtracker.jobs.boundary.LeaseLost;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;
import org.mtgtracker.persistence.boundary.On;
import org.mtgtracker.persistence.boundary.Rows;
import org.mtgtracker.persistence.boundary.Workload;

/** Does the runs of this server: each in a thread of its own, under a lease that is renewed as long as it lasts. */
@ApplicationScoped
public class Runner {
    private static final Logger LOG = Logger.getLogger(Runner.class.getName());

    /** Under which the server's log formatter looks for the name of what a line belongs to. */
    private static final String REQUEST_ID = "request.id";

    private final Rows rows;
    private final Duration length;
    private final LeaseRows leases;
    private final Starts starts;
    private final Renewals renewals;
    private final Executor background;
    private final Consumer<JobRun> ended;
    private final Map<HeldLease, Future<?>> held = new ConcurrentHashMap<>();

    @Inject
    public Runner(
            @On(Workload.BULK) Rows rows,
            JobSettings settings,
            @Background Executor background,
            @Background ScheduledExecutorService ownThread,
            JobFigures figures) {
        this(rows, settings.leaseLength(), ServerName.madeUp(), background, ownThread, figures::ended);
    }

    Runner(
            Rows rows,
            Duration length,
            String owner,
            Executor background,
            ScheduledExecutorService ownThread,
            Consumer<JobRun> ended) {
        this.rows = requireNonNull(rows, "rows is null");
        this.length = requireNonNull(length, "length is null");
        this.leases = new LeaseRows(length);
        this.starts = new Starts(rows, leases, owner);
        this.renewals = new Renewals(rows, leases, ownThread, length);
        this.background = requireNonNull(background, "background is null");
        this.ended = requireNonNull(ended, "ended is null");
    }

    /** For the container's proxy. */
    protected Runner() {
        rows = null;
        length = null;
        leases = null;
        starts = null;
        renewals = null;
        background = null;
        ended = null;
    }

    /**
     * Starts a job because somebody wants it; the work goes on behind the answer.
     *
     * @throws JobRunning when it is running, on whichever server
     */
    public JobRun byHand(Job job, String argument) {
        return begin(job, starts.byHand(job, argument), background).orElseThrow();
    }

    /** As {@link #byHand}, in the calling thread: it comes back when the work is done. */
    public JobRun here(Job job, String argument) {
        return begin(job, starts.byHand(job, argument), Runnable::run).orElseThrow();
    }

    void whenDue(Job job, Standing seen, Decision.Start due) {
        begin(job, starts.whenDue(job, seen, due), background);
    }

    void takeOver(Job job, Standing seen) {
        begin(job, starts.takeOver(job, seen), background);
    }

    private Optional<JobRun> begin(Job job, Starts.Result result, Executor threads) {
        result.lost().ifPresent(lost -> {
            LOG.warning(() -> "Run " + lost.id() + " of the job " + job.name() + " was lost: " + lost.message());
            ended.accept(lost);
        });
        result.begun().ifPresent(run -> begin(job, run, threads));
        return result.begun();
    }

    private void begin(Job job, JobRun run, Executor threads) {
        HeldLease lease = new HeldLease(run, length);
        held.put(lease, renewals.of(run));
        try {
            named(run).wrap(threads).execute(() -> work(job, lease));
        } catch (RejectedExecutionException e) {
            leave(lease);
        }
    }

    /** Every line that a run logs can be found by the request that started it, or else by the run's own name. */
    private static Context named(JobRun run) {
        Context context = Context.current();
        Baggage baggage = Baggage.fromContext(context);
        return baggage.getEntryValue(REQUEST_ID) != null
                ? context
                : context.with(baggage.toBuilder()
                        .put(REQUEST_ID, "job-" + run.job() + "-" + run.id())
                        .build());
    }

    private void work(Job job, HeldLease lease) {
        LOG.info(() -> "Run " + lease.runId() + " of the job " + job.name() + " begins ("
                + lease.run().trigger() + ").");
        try {
            String sentence = job.run(lease);
            record(lease, Outcome.SUCCEEDED, sentence);
        } catch (JobFailed e) {
            record(lease, Outcome.FAILED, e.getMessage());
        } catch (LeaseLost e) {
            LOG.warning(() -> e.getMessage() + " This server has stopped the work.");
        } catch (DatabaseUnavailable e) {
            tellBrokenOff(lease, e);
        } catch (RuntimeException | Error e) {
            broken(lease, e);
        } finally {
            letGo(lease);
        }
    }

    /** What fails while the server takes away all that it needs has not failed: others begin it again. */
    private void broken(HeldLease lease, Throwable e) {
        String run = "Run " + lease.runId() + " of the job " + lease.run().job();
        if (lease.isGivenUp()) {
            LOG.info(() -> run + " is broken off, since the server stops: " + e);
            return;
        }
        LOG.log(Level.SEVERE, e, () -> run + " broke.");
        record(lease, Outcome.FAILED, "An error of the program, which the log shows: " + e);
    }

    private void record(HeldLease lease, Outcome outcome, String message) {
        try {
            JobRun run = rows.write(connection -> {
                lease.check(connection);
                leases.giveBack(connection, lease.run().job());
                return RunRows.end(connection, lease.runId(), outcome, message);
            });
            LOG.log(
                    outcome == Outcome.SUCCEEDED ? Level.INFO : Level.WARNING,
                    () -> "Run " + run.id() + " of the job " + run.job() + " has " + outcome + ": " + message);
            ended.accept(run);
        } catch (LeaseLost e) {
            LOG.warning(() -> e.getMessage() + " It has " + outcome + " here: " + message);
        } catch (DatabaseUnavailable e) {
            tellBrokenOff(lease, e);
        }
    }

    /** Nothing can be recorded: the lease will expire, and whoever finds it starts the work again. */
    private static void tellBrokenOff(HeldLease lease, DatabaseUnavailable e) {
        LOG.warning(() -> "Run " + lease.runId() + " of the job " + lease.run().job()
                + " is broken off, and started again once the database answers: " + e.getMessage());
    }

    private void letGo(HeldLease lease) {
        Future<?> renewal = held.remove(lease);
        if (renewal != null) {
            renewal.cancel(false);
        }
    }

    /** The server stops: others need not wait until the leases of its runs expire. */
    void giveUp() {
        held.keySet().forEach(this::leave);
    }

    private void leave(HeldLease lease) {
        lease.giveUp();
        letGo(lease);
        JobRun run = lease.run();
        try {
            rows.write(connection -> {
                leases.expire(connection, run.job(), run.generation());
                return run;
            });
            LOG.info(() -> "The server stops; run " + run.id() + " of the job " + run.job() + " is left to others.");
        } catch (DatabaseUnavailable | IllegalStateException e) {
            LOG.info(() -> "The server stops; run " + run.id() + " of the job " + run.job()
                    + " is left to others when its lease expires: " + e.getMessage());
        }
    }
}
