package org.mtgtracker.server.mariadb;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Logger;

/**
 * A primary and its replica, running. Both are watched until {@link #close()}: one that dies is started again on its
 * port, and a replica that has lost its place is made anew. Whoever starts a pair closes it; nothing else does, and
 * servers left behind by a start that was killed are stopped by the next one over the same folder.
 */
public final class MariaDbPair implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(MariaDbPair.class.getName());
    private static final int PORT_ATTEMPTS = 3;
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final DataFolder folder;
    private final Accounts accounts;
    private final ServerCommand command;
    private final MariaDbServer primary;
    private final MariaDbServer replicaServer;
    private final Replica replica;
    private final List<Watch> watches;
    private boolean closed;

    private MariaDbPair(DataFolder folder, Accounts accounts, ServerCommand command, Ports ports) {
        this.folder = folder;
        this.accounts = accounts;
        this.command = command;
        primary =
                new MariaDbServer(Role.PRIMARY, folder.data(Role.PRIMARY), ports.primary(), folder, command, accounts);
        replicaServer =
                new MariaDbServer(Role.REPLICA, folder.data(Role.REPLICA), ports.replica(), folder, command, accounts);
        Seeding seeding = new Seeding(folder, command, accounts, primary);
        replica = new Replica(folder, replicaServer, primary, accounts, seeding);
        watches =
                List.of(new Watch(replicaServer, PAUSE, replica), new Watch(primary, PAUSE, new PrimaryCare(primary)));
    }

    /** {@link #start(MariaDbInstallation, Path, MariaDbSettings, Consumer)} with the default settings. */
    public static MariaDbPair start(MariaDbInstallation installation, Path dataFolder, Consumer<String> progress) {
        return start(installation, dataFolder, MariaDbSettings.defaults(), progress);
    }

    /**
     * Starts both servers over the data of the folder, which is made at the first start, and returns when both accept
     * connections and the replica follows.
     *
     * @param progress told in a few words what is being done, in the calling thread; silent after the start
     * @throws DatabaseFailure when there is no such pair to be had; no server is left running then. Also when the
     *     thread is interrupted, which stays interrupted
     */
    public static MariaDbPair start(
            MariaDbInstallation installation, Path dataFolder, MariaDbSettings settings, Consumer<String> progress) {
        requireNonNull(installation, "installation is null");
        requireNonNull(dataFolder, "dataFolder is null");
        requireNonNull(settings, "settings is null");
        requireNonNull(progress, "progress is null");
        DataFolder folder = DataFolder.open(dataFolder);
        boolean started = false;
        try {
            new Orphans(folder).stop(settings.stopLimit(), progress);
            folder.tidy();
            Accounts accounts = Accounts.keptIn(folder.accounts());
            ServerCommand command = new ServerCommand(installation, settings);
            new FirstData(folder, command, accounts).layOut(progress);
            MariaDbPair pair = onFreePorts(folder, accounts, command, progress);
            started = true;
            return pair;
        } catch (IOException e) {
            throw new DatabaseFailure(
                    "The data folder " + folder.root() + " cannot be used (" + e + "): make it writable.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseFailure("The start of the databases was broken off.", e);
        } finally {
            if (!started) {
                folder.close();
            }
        }
    }

    /** A port that was free a moment ago may be taken when the server gets to it: then others are chosen. */
    private static MariaDbPair onFreePorts(
            DataFolder folder, Accounts accounts, ServerCommand command, Consumer<String> progress)
            throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            Ports ports = Ports.choose(folder.ports(), command.settings());
            MariaDbPair pair = new MariaDbPair(folder, accounts, command, ports);
            try {
                pair.run(progress);
                return pair;
            } catch (DatabaseFailure failure) {
                pair.stopServers();
                boolean portsAreFree = Ports.isFree(ports.primary()) && Ports.isFree(ports.replica());
                if (portsAreFree || attempt == PORT_ATTEMPTS) {
                    throw failure;
                }
            } catch (InterruptedException | RuntimeException e) {
                pair.stopServers();
                throw e;
            }
        }
    }

    private void run(Consumer<String> progress) throws InterruptedException {
        progress.accept("Starting the primary database on port " + primary.port());
        primary.start(progress);
        progress.accept("Starting the replica database on port " + replicaServer.port());
        replica.bringUp(progress);
        replica.awaitRunning(command.settings().startLimit(), progress);
        watches.forEach(Watch::begin);
    }

    /** Where to write: the application's account, which may do anything with its own database and nothing else. */
    public Endpoint primary() {
        return accounts.application(primary.port());
    }

    /** Where to read: an account that may read the application's database and nothing else. */
    public Endpoint replica() {
        return accounts.reader(replicaServer.port());
    }

    /** The primary's process as it is now; a restart makes a new one. */
    public ProcessHandle primaryProcess() {
        return primary.process().toHandle();
    }

    /** The replica's process as it is now; a restart makes a new one. */
    public ProcessHandle replicaProcess() {
        return replicaServer.process().toHandle();
    }

    /** Stops the replica, then the primary, each killed when its limit is over. Again does nothing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        watches.forEach(Watch::close);
        stopServers();
        folder.close();
    }

    private void stopServers() {
        try {
            replicaServer.close();
            primary.close();
            // a copy that was being made when the watch was told to end
            new Orphans(folder).stop(command.settings().stopLimit(), LOG::warning);
        } catch (DatabaseFailure failure) {
            LOG.severe(failure.getMessage());
        }
    }

    /** As root, for tests. */
    Connection asRoot(Role role) throws SQLException {
        return accounts.connect(role == Role.PRIMARY ? primary.port() : replicaServer.port());
    }

    private record PrimaryCare(MariaDbServer server) implements Watch.Care {
        @Override
        public void revive(int deaths) throws InterruptedException {
            server.start(LOG::info);
        }

        @Override
        public void check() {
            // a primary that runs is well
        }
    }
}
