package org.mtgtracker.jobs.boundary;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * A job as it stands.
 *
 * @param schedule when it is due, in words
 * @param nextDue the next moment that it is due at; in the past when it has not been started yet; empty when it is
 *     started by hand only
 * @param lastRun the newest run, whatever became of it
 * @param running the run that is going on, on whichever server
 */
public record JobState(
        String name,
        String schedule,
        Optional<Instant> nextDue,
        Optional<JobRun> lastRun,
        Optional<JobRun> lastSuccess,
        Optional<JobRun> running) {
    public JobState {
        requireNonNull(name, "name is null");
        requireNonNull(schedule, "schedule is null");
        requireNonNull(nextDue, "nextDue is null");
        requireNonNull(lastRun, "lastRun is null");
        requireNonNull(lastSuccess, "lastSuccess is null");
        requireNonNull(running, "running is null");
    }
}
