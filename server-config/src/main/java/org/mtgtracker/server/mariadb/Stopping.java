package org.mtgtracker.server.mariadb;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Ends a server: asks, waits, then kills. Not to be interrupted: half a stop is none. */
final class Stopping {
    private static final Duration AFTER_KILL = Duration.ofSeconds(10);
    private static final Duration STEP = Duration.ofMillis(20);

    private Stopping() {}

    /** Whether the process is over when this returns. */
    static boolean stop(ProcessHandle process, Runnable ask, BooleanSupplier over, Duration limit) {
        boolean interrupted = Thread.interrupted();
        try {
            if (over.getAsBoolean()) {
                return true;
            }
            ask.run();
            if (await(over, limit)) {
                return true;
            }
            process.destroyForcibly();
            return await(over, AFTER_KILL);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static boolean await(BooleanSupplier over, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        boolean interrupted = false;
        try {
            while (!over.getAsBoolean()) {
                if (System.nanoTime() - deadline > 0) {
                    return false;
                }
                LockSupport.parkNanos(STEP.toNanos());
                interrupted |= Thread.interrupted();
            }
            return true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
