package org.mtgtracker.identity.boundary;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/** Passwords were tried too often for this account or from this address; the next one is looked at after a while. */
public final class TooManyAttempts extends IdentityFailure {
    private final Duration wait;

    public TooManyAttempts(Duration wait) {
        super("There were too many attempts; the next one is possible in " + seconds(wait) + " seconds.");
        this.wait = requireNonNull(wait, "wait is null");
    }

    /** Whole seconds, at least one. */
    public long seconds() {
        return seconds(wait);
    }

    private static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
