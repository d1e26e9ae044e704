package org.mtgtracker.catalog.control;

import static java.util.Objects.requireNonNull;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How often a server is asked again, and after what pauses: each is twice as long as the one before, and a random half of
 * it is left out, so that the many who were cut off together do not come back together.
 *
 * @param attempts in all, at least 1
 * @param first the first pause
 * @param longest the longest one
 */
record Backoff(int attempts, Duration first, Duration longest, Pause pause, RandomGenerator random) {
    /** Five attempts, with half a minute of pauses in all where the server does not ask for longer ones. */
    static final Backoff USUAL =
            new Backoff(5, Duration.ofSeconds(1), Duration.ofSeconds(30), Pause.SLEEPING, RandomGenerator.getDefault());

    Backoff {
        requireNonNull(first, "first is null");
        requireNonNull(longest, "longest is null");
        requireNonNull(pause, "pause is null");
        requireNonNull(random, "random is null");
    }

    /**
     * Waits before the next attempt.
     *
     * @param failed how many attempts have failed, from 1
     * @param atLeast what the server asked for
     */
    void await(int failed, Duration atLeast) throws InterruptedIOException {
        Duration doubled = first.multipliedBy(1L << Math.min(failed - 1, 20));
        Duration most = doubled.compareTo(longest) < 0 ? doubled : longest;
        long half = most.toMillis() / 2;
        Duration wait = Duration.ofMillis(half + (half == 0 ? 0 : random.nextLong(half + 1)));
        pause.of(wait.compareTo(atLeast) < 0 ? atLeast : wait);
    }
}
