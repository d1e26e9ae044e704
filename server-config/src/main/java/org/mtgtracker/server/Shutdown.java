package org.mtgtracker.server;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Stops in order what was started, the last first: on SIGTERM not ready at once, stopping only after the time a load
 * balancer needs to notice; on Ctrl-C, or when its terminal is closed, without that wait. Payara's own shutdown hook would cut requests off, so the
 * signals are taken instead of a hook.
 */
final class Shutdown {
    private static final Logger LOG = Logger.getLogger(Shutdown.class.getName());

    private final Progress progress;
    private final Duration drain;
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final AtomicBoolean told = new AtomicBoolean();

    Shutdown(Progress progress, Duration drain) {
        this.progress = progress;
        this.drain = drain;
    }

    void listen() {
        Signals.on("TERM", () -> stop(drain));
        Signals.on("INT", () -> stop(Duration.ZERO));
        if (Signals.exist("HUP")) {
            // the terminal is closed; who wants to outlive it says nohup, which the JVM respects
            Signals.on("HUP", () -> stop(Duration.ZERO));
        }
    }

    /** Stops when another process has ended. */
    void endWith(ProcessHandle other) {
        other.onExit().thenRun(() -> stop(Duration.ZERO));
    }

    /** Remembers what is to be closed when the time comes. */
    synchronized <T extends AutoCloseable> T closing(T closeable) {
        started.push(closeable);
        return closeable;
    }

    boolean isStopping() {
        return stopping.getCount() == 0;
    }

    /** Waits a little; throws when there is nothing to wait for any more because the end has begun. */
    void pause(Duration time) {
        try {
            if (stopping.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                new CountDownLatch(1).await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stop(Duration wait) {
        if (!told.compareAndSet(false, true)) {
            return;
        }
        stopping.countDown();
        Thread thread = new Thread(
                () -> {
                    System.setProperty("tracker.draining", "true");
                    progress.say("");
                    progress.step(
                            wait.isZero() ? "Stopping" : "Not ready any more; stopping in " + wait.toSeconds() + " s");
                    sleep(wait);
                    stopNow();
                    progress.step("Stopped");
                    System.exit(0);
                },
                "stop");
        thread.start();
    }

    /** Closes everything, whatever goes wrong with any of it. */
    synchronized void stopNow() {
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception e) {
                LOG.log(Level.WARNING, "Not everything stopped in order", e);
            }
        }
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
