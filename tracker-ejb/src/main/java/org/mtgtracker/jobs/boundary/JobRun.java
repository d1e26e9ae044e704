package org.mtgtracker.jobs.boundary;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * One run of a job, going on or ended.
 *
 * @param argument what it was asked to work on; empty when nothing was said
 * @param generation which taking of the job's lease it was
 * @param attempt 0 for the first start, and one more each time it was started again after it had been lost
 * @param owner the server that does the work, by host, process and a random part
 * @param dueAt the scheduled moment that it was started for; empty when started by hand
 * @param finishedAt empty while it is running; for a lost one, when it was found to be lost
 * @param message one sentence on how it went; empty while it is running
 */
public record JobRun(
        long id,
        String job,
        Trigger trigger,
        String argument,
        long generation,
        int attempt,
        String owner,
        Optional<Instant> dueAt,
        Instant startedAt,
        Optional<Instant> finishedAt,
        Outcome outcome,
        String message) {
    public JobRun {
        requireNonNull(job, "job is null");
        requireNonNull(trigger, "trigger is null");
        requireNonNull(argument, "argument is null");
        requireNonNull(owner, "owner is null");
        requireNonNull(dueAt, "dueAt is null");
        requireNonNull(startedAt, "startedAt is null");
        requireNonNull(finishedAt, "finishedAt is null");
        requireNonNull(outcome, "outcome is null");
        requireNonNull(message, "message is null");
    }

    /** Why a run was started. */
    public enum Trigger {
        /** It was due. */
        SCHEDULE,
        /** It had been due for over a minute: no server was there to do it, or the run before it took too long. */
        CATCH_UP,
        /** Somebody asked for it. */
        HAND,
        /** The server that did it is gone, or was silent for too long. */
        TAKE_OVER
    }

    /** How far a run came. */
    public enum Outcome {
        RUNNING,
        SUCCEEDED,
        FAILED,
        /** Its server stopped or fell silent before the end; the work was started again in a run of its own. */
        LOST
    }
}
