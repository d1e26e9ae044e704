package org.mtgtracker.jobs.control;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mtgtracker.jobs.boundary.Job;
import org.mtgtracker.jobs.boundary.JobRun;
import org.mtgtracker.jobs.boundary.JobRun.Outcome;
import org.mtgtracker.jobs.boundary.JobRun.Trigger;
import org.mtgtracker.jobs.boundary.JobRunning;
import org.mtgtracker.persistence.boundary.Rows;

/** Takes a job's lease and records the run that begins with it, in one transaction that does nothing else. */
final class Starts {
    /** How often the work of a run that was lost is started again. */
    static final int MOST_TAKE_OVERS = 3;

    private final Rows rows;
    private final LeaseRows leases;
    private final String owner;

    Starts(Rows rows, LeaseRows leases, String owner) {
        this.rows = requireNonNull(rows, "rows is null");
        this.leases = requireNonNull(leases, "leases is null");
        this.owner = requireNonNull(owner, "owner is null");
    }

    /**
     * What a start has done.
     *
     * @param lost the run that was found to be lost, as it ended
     * @param begun the run that has begun
     */
    record Result(Optional<JobRun> lost, Optional<JobRun> begun) {
        static final Result NOTHING = new Result(Optional.empty(), Optional.empty());
    }

    /**
     * Starts a job because somebody wants it.
     *
     * @throws JobRunning when it is running
     */
    Result byHand(Job job, String argument) {
        Standing seen = standing(job);
        return rows.write(connection -> {
            Optional<Standing> locked = leases.lockUnlessHeld(connection, job.name(), seen);
            if (locked.isEmpty()) {
                throw new JobRunning(job.name(), running(connection, job));
            }
            Optional<JobRun> lost = endLost(connection, job, locked.get(), "it was started by hand instead.");
            Wish wish = new Wish(Trigger.HAND, argument, 0, Optional.empty());
            return new Result(lost, Optional.of(begin(connection, job, locked.get(), wish)));
        });
    }

    /** Starts a job that is due, unless another server has been faster. */
    Result whenDue(Job job, Standing seen, Decision.Start due) {
        return rows.write(connection -> {
            Optional<Standing> locked = leases.lockUnlessHeld(connection, job.name(), seen)
                    .filter(Standing::isFree)
                    .filter(standing -> standing.settledAt().isBefore(due.dueAt()));
            if (locked.isEmpty()) {
                return Result.NOTHING;
            }
            Wish wish = new Wish(due.trigger(), "", 0, Optional.of(due.dueAt()));
            return new Result(Optional.empty(), Optional.of(begin(connection, job, locked.get(), wish)));
        });
    }

    /** Starts the work of a lost run again; when that was done often enough, says so in its record, and does not. */
    Result takeOver(Job job, Standing seen) {
        return rows.write(connection -> {
            Optional<Standing> locked =
                    leases.lockUnlessHeld(connection, job.name(), seen).filter(Standing::isAbandoned);
            if (locked.isEmpty()) {
                return Result.NOTHING;
            }
            JobRun before = RunRows.ofGeneration(
                            connection, job.name(), locked.get().generation())
                    .orElseThrow();
            if (before.attempt() >= MOST_TAKE_OVERS) {
                leases.giveBack(connection, job.name());
                String message = "Its server stopped or fell silent, as those of the " + MOST_TAKE_OVERS
                        + " runs before it: it is not started again by itself.";
                return new Result(
                        Optional.of(RunRows.end(connection, before.id(), Outcome.FAILED, message)), Optional.empty());
            }
            Optional<JobRun> lost = endLost(connection, job, locked.get(), owner + " has started it again.");
            Wish wish = new Wish(Trigger.TAKE_OVER, before.argument(), before.attempt() + 1, before.dueAt());
            return new Result(lost, Optional.of(begin(connection, job, locked.get(), wish)));
        });
    }

    private record Wish(Trigger trigger, String argument, int attempt, Optional<Instant> dueAt) {}

    /** In transactions of their own: one that read before another server's rows were there would not see them. */
    private Standing standing(Job job) {
        Map<String, Standing> standings = rows.write(leases::all);
        if (!standings.containsKey(job.name())) {
            rows.write(connection -> {
                leases.know(connection, List.of(job.name()));
                return job;
            });
            standings = rows.write(leases::all);
        }
        return standings.get(job.name());
    }

    private long running(Connection connection, Job job) throws SQLException {
        return RunRows.newest(connection, job.name(), 1).stream()
                .mapToLong(JobRun::id)
                .findFirst()
                .orElse(0);
    }

    /** Ends the run whose owner has the locked lease, if any has. */
    private Optional<JobRun> endLost(Connection connection, Job job, Standing locked, String whatNow)
            throws SQLException {
        if (locked.isFree()) {
            return Optional.empty();
        }
        JobRun before = RunRows.ofGeneration(connection, job.name(), locked.generation())
                .orElseThrow();
        return Optional.of(
                RunRows.end(connection, before.id(), Outcome.LOST, "Its server stopped or fell silent; " + whatNow));
    }

    private JobRun begin(Connection connection, Job job, Standing locked, Wish wish) throws SQLException {
        Instant now = Sql.now(connection);
        long generation = locked.generation() + 1;
        // what somebody wanted with an argument is something else than what was due
        Instant settledAt = wish.argument().isEmpty() ? now : locked.settledAt();
        leases.take(connection, job.name(), generation, owner, settledAt);
        JobRun run = RunRows.begin(
                connection,
                new JobRun(
                        0,
                        job.name(),
                        wish.trigger(),
                        wish.argument(),
                        generation,
                        wish.attempt(),
                        owner,
                        wish.dueAt(),
                        now,
                        Optional.empty(),
                        Outcome.RUNNING,
                        ""));
        job.recorded(connection, run);
        return run;
    }
}
