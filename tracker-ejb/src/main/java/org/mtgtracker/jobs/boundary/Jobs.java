package org.mtgtracker.jobs.boundary;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.mtgtracker.jobs.control.JobHistory;
import org.mtgtracker.jobs.control.JobList;
import org.mtgtracker.jobs.control.Runner;

/**
 * Tells of all jobs and their runs, and starts them by hand. What it tells is asked of the primary: who has just
 * started a run sees it. For administrators, where it does not say otherwise. Every method throws {@link org.mtgtracker.persistence.boundary.DatabaseUnavailable} when that
 * does not answer.
 */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@RolesAllowed("ADMIN")
public class Jobs {
    /** The most characters that an argument has. */
    public static final int LONGEST_ARGUMENT = 2000;

    private final JobList list;
    private final JobHistory history;
    private final Runner runner;

    @Inject
    public Jobs(JobList list, JobHistory history, Runner runner) {
        this.list = requireNonNull(list, "list is null");
        this.history = requireNonNull(history, "history is null");
        this.runner = requireNonNull(runner, "runner is null");
    }

    /** For the container's proxy. */
    public Jobs() {
        list = null;
        history = null;
        runner = null;
    }

    /** Every job, by name. */
    public List<JobState> all() {
        return history.states(list);
    }

    /**
     * One job.
     *
     * @throws UnknownJob when there is none of this name
     */
    public JobState job(String name) {
        list.named(name);
        return all().stream()
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The run with this id, for whoever shows how one of his own goes. */
    @PermitAll
    public Optional<JobRun> run(long id) {
        return history.run(id);
    }

    /** The runs that go on now, of all jobs; for the thread that tells administrators of them, and is none itself. */
    @PermitAll
    public List<JobRun> running() {
        return all().stream().flatMap(job -> job.running().stream()).toList();
    }

    /** The newest runs of all jobs, the newest first; at most {@code limit}, which is at least 1. */
    public List<JobRun> newest(int limit) {
        return history.newest(positive(limit));
    }

    /**
     * The newest runs of one job, the newest first; at most {@code limit}, which is at least 1.
     *
     * @throws UnknownJob when there is none of this name
     */
    public List<JobRun> newest(String job, int limit) {
        return history.newest(list.named(job).name(), positive(limit));
    }

    /**
     * Starts a job on this server and answers as soon as the run is recorded; the work goes on in another thread.
     *
     * @param argument what it is to work on, at most {@value #LONGEST_ARGUMENT} characters; empty for what the clock
     *     would have it do
     * @return the run as it begins
     * @throws UnknownJob when there is none of this name
     * @throws JobRunning when it is running, on whichever server
     */
    public JobRun start(String job, String argument) {
        return runner.byHand(list.named(job), checked(argument));
    }

    /**
     * Does a job in the calling thread, as {@link #start} would in another one: for the server itself, at its start.
     *
     * @return the run as it ended; still running when its lease was lost, or the database does not answer any more
     * @throws UnknownJob when there is none of this name
     * @throws JobRunning when it is running, on whichever server
     */
    @PermitAll
    public JobRun doNow(String job, String argument) {
        JobRun begun = runner.here(list.named(job), checked(argument));
        return history.run(begun.id()).orElse(begun);
    }

    private static String checked(String argument) {
        if (argument.length() > LONGEST_ARGUMENT) {
            throw new IllegalArgumentException(
                    "argument has " + argument.length() + " characters; at most " + LONGEST_ARGUMENT + " are allowed");
        }
        return argument;
    }

    private static int positive(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit is " + limit + "; it must be at least 1");
        }
        return limit;
    }
}
