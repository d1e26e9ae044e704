package org.mtgtracker.ratelimit.control;

import io.github.bucket4j.TimeMeter;

/** Counting in memory by a clock of the test's. */
public final class CountedHere {
    private CountedHere() {}

    public static Buckets by(TimeMeter clock) {
        return new BucketsHere(1000, clock);
    }
}
