package org.mtgtracker.server.mariadb;

import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps one server alive: a thread that sees it die, starts it again, and looks after it while it lives. */
final class Watch implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Watch.class.getName());
    private static final Duration PERIOD = Duration.ofMillis(500);
    /** A server that lived longer than this did not die of its start. */
    private static final Duration FAST = Duration.ofSeconds(5);

    private static final int GIVE_UP_AFTER = 5;

    /** What is particular to a server. */
    interface Care {
        /**
         * The server is dead: start it.
         *
         * @param deaths how often it has died or failed to start in quick succession, from 1
         */
        void revive(int deaths) throws InterruptedException;

        /** The server lives: see whether all is well. */
        void check() throws InterruptedException;
    }

    private final MariaDbServer server;
    private final Duration pause;
    private final Care care;
    private final Thread thread;
    private int deaths;
    private int failedCopies;
    private long started = System.nanoTime();

    /**
     * A watch that has not begun.
     *
     * @param pause before a dead server is started; doubled for each further attempt, up to 64 times as long
     */
    Watch(MariaDbServer server, Duration pause, Care care) {
        this.server = server;
        this.pause = pause;
        this.care = care;
        this.thread = new Thread(this::run, "mariadb-" + server.role().word());
        thread.setDaemon(true);
    }

    /** Whether it still watches: it has begun, was not closed and has not given up. */
    boolean isAlive() {
        return thread.isAlive();
    }

    void begin() {
        thread.start();
    }

    /** Ends the watching, for which it waits a few seconds; what it is at is broken off. */
    @Override
    public void close() {
        thread.interrupt();
        boolean interrupted = Thread.interrupted();
        try {
            thread.join(5_000);
        } catch (InterruptedException e) {
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run() {
        try {
            boolean going = true;
            while (going && !Thread.interrupted()) {
                going = step();
            }
        } catch (InterruptedException e) {
            LOG.log(
                    Level.FINE,
                    "the watch over the {0} database ends",
                    server.role().word());
        }
    }

    private boolean step() throws InterruptedException {
        try {
            if (server.diesWithin(PERIOD)) {
                return revive();
            }
            care.check();
            failedCopies = 0;
            return true;
        } catch (SeedingFailure failure) {
            LOG.warning(failure.getMessage());
            // not the server's fault: tried for as long as it takes
            failedCopies++;
            pause(failedCopies);
            return true;
        } catch (DatabaseFailure failure) {
            LOG.warning(failure.getMessage());
            return true;
        } catch (RuntimeException error) {
            LOG.log(Level.WARNING, "The watch over the " + server.role().word() + " database stumbled", error);
            pause(1);
            return true;
        }
    }

    private void pause(int attempts) throws InterruptedException {
        Thread.sleep(pause.toMillis() << Math.min(attempts - 1, 6));
    }

    private boolean revive() throws InterruptedException {
        if (failedCopies == 0) {
            boolean fast = System.nanoTime() - started < FAST.toNanos();
            deaths = fast ? deaths + 1 : 1;
            if (deaths > GIVE_UP_AFTER) {
                LOG.log(
                        Level.SEVERE,
                        "The {0} database died {1} times in a row and is not started again: see its log, then restart.",
                        new Object[] {server.role().word(), GIVE_UP_AFTER});
                return false;
            }
            LOG.log(
                    Level.WARNING,
                    "The {0} database has died: it is started again",
                    server.role().word());
            pause(deaths);
        }
        started = System.nanoTime();
        care.revive(deaths);
        started = System.nanoTime();
        failedCopies = 0;
        LOG.log(Level.INFO, "The {0} database is back", server.role().word());
        return true;
    }
}
