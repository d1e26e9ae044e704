package org.mtgtracker.catalog.control;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** How a thread waits. */
@FunctionalInterface
interface Pause {
    /** By doing nothing for that long. */
    Pause SLEEPING = time -> {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("interrupted while waiting to ask again");
            }
        }
    };

    void of(Duration time) throws InterruptedIOException;
}
