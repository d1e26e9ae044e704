package org.mtgtracker.jobs.control;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * How it stands with a job's lease.
 *
 * @param generation how often the lease was taken so far
 * @param owner who took it last and has not given it back; empty when nobody has it
 * @param expired whether it was not renewed in time
 * @param settledAt nothing that was due up to this moment is missing
 */
record Standing(long generation, String owner, boolean expired, Instant settledAt) {
    Standing {
        requireNonNull(owner, "owner is null");
        requireNonNull(settledAt, "settledAt is null");
    }

    boolean isFree() {
        return owner.isEmpty();
    }

    /** Taken, and its owner is gone or silent. */
    boolean isAbandoned() {
        return !owner.isEmpty() && expired;
    }

    boolean isHeld() {
        return !owner.isEmpty() && !expired;
    }
}
