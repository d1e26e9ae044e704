package org.mtgtracker.identity.control;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Moments as the database keeps them. */
public final class Moments {
    private Moments() {}

    /** Now, to the millisecond. */
    public static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
