package org.mtgtracker.server.mariadb;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The replica and its place behind the primary; notices when that is lost, and takes a new copy then. One thread. */
final class Replica implements Watch.Care {
    private static final Logger LOG = Logger.getLogger(Replica.class.getName());
    /** So many deaths in a row suggest that the data is what it dies of. */
    private static final int DEATHS_BY_DATA = 3;
    /** How long it may wait for a primary that does answer us before it is pointed there again. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final DataFolder folder;
    private final MariaDbServer server;
    private final MariaDbServer primary;
    private final Accounts accounts;
    private final Seeding seeding;
    private Connection administration;
    private long runningAt = System.nanoTime();
    private int pointings;
    private long pointAgainAt;

    Replica(DataFolder folder, MariaDbServer server, MariaDbServer primary, Accounts accounts, Seeding seeding) {
        this.folder = folder;
        this.server = server;
        this.primary = primary;
        this.accounts = accounts;
        this.seeding = seeding;
    }

    /** Starts it over the data it has, or over a new copy where that is missing or does not start; it then follows. */
    void bringUp(Consumer<String> say) throws InterruptedException {
        if (!folder.holdsData(Role.REPLICA)) {
            seeding.seed(say);
            server.start(say);
        } else {
            startOverWhatIsThere(say);
        }
        follow();
    }

    /** Returns when what the primary writes arrives. */
    void awaitRunning(Duration limit, Consumer<String> say) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        Replication state = state();
        while (state.verdict() != Replication.Verdict.RUNNING) {
            if (System.nanoTime() - deadline > 0 || !server.isAlive()) {
                throw new DatabaseFailure("The replica database does not follow the primary (" + state.reason()
                        + "): see " + folder.log(Role.REPLICA).file() + ", remove the cause and start again.");
            }
            tend(state, say);
            Thread.sleep(20);
            state = state();
        }
    }

    @Override
    public void revive(int deaths) throws InterruptedException {
        forget();
        if (deaths >= DEATHS_BY_DATA && folder.holdsData(Role.REPLICA) && !server.wasKilled()) {
            seedAgain("it died " + deaths + " times in a row", LOG::info);
        } else {
            bringUp(LOG::info);
        }
    }

    @Override
    public void check() throws InterruptedException {
        if (!folder.holdsData(Role.REPLICA)) {
            seedAgain("its data folder is gone", LOG::info);
            return;
        }
        tend(state(), LOG::info);
    }

    private void tend(Replication state, Consumer<String> say) throws InterruptedException {
        switch (state.verdict()) {
            case RUNNING -> {
                runningAt = System.nanoTime();
                pointings = 0;
            }
            case LOST -> seedAgain(state.reason(), say);
            case STOPPED -> pointAgain(state);
            case WAITING -> {
                if (System.nanoTime() - runningAt > PATIENCE.toNanos() && primary.isAlive()) {
                    pointAgain(state);
                }
            }
        }
    }

    private void startOverWhatIsThere(Consumer<String> say) throws InterruptedException {
        try {
            server.start(say);
        } catch (DatabaseFailure first) {
            // a taken port or a killed process say nothing about the data
            if (server.wasKilled() || !Ports.isFree(server.port())) {
                throw first;
            }
            seedAgain(first.getMessage(), say);
        }
    }

    private void seedAgain(String reason, Consumer<String> say) throws InterruptedException {
        LOG.log(
                Level.WARNING,
                "The replica database has lost its place and is made anew from the primary: {0}",
                reason);
        forget();
        server.kill();
        seeding.seed(say);
        server.start(say);
        follow();
        say.accept("The replica database is a copy of the primary again");
    }

    /** A pause between attempts, doubling up to half a minute: what has stopped it may take its time to pass. */
    private void pointAgain(Replication state) {
        long now = System.nanoTime();
        if (pointings > 0 && now - pointAgainAt < 0) {
            return;
        }
        if (pointings > 0) {
            LOG.log(Level.WARNING, "Replication does not run ({0}); starting it again", state.reason());
        }
        long pause = Math.min(30_000, 500L << Math.min(pointings, 10));
        pointings++;
        pointAgainAt = now + Duration.ofMillis(pause).toNanos();
        follow();
    }

    private void follow() {
        try {
            Replication.follow(administration(), accounts.replication(primary.port()));
            runningAt = System.nanoTime();
        } catch (SQLException e) {
            forget();
            LOG.log(Level.WARNING, "The replica database could not be pointed at the primary", e);
        }
    }

    private Replication state() {
        try {
            return Replication.state(administration());
        } catch (SQLException e) {
            forget();
            return new Replication(Replication.Verdict.WAITING, e.toString());
        }
    }

    private Connection administration() throws SQLException {
        if (administration == null) {
            administration = server.connect();
        }
        return administration;
    }

    private void forget() {
        if (administration != null) {
            try {
                administration.close();
            } catch (SQLException e) {
                LOG.log(Level.FINE, "a connection to the replica was gone already", e);
            }
            administration = null;
        }
    }
}
