package org.mtgtracker.server;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mtgtracker.server.mariadb.DatabaseFailure;
import org.mtgtracker.server.mariadb.Endpoint;
import org.mtgtracker.server.mariadb.MariaDbInstallation;
import org.mtgtracker.server.mariadb.MariaDbPair;

/** The databases that come with the distribution, for whoever names none. */
final class EmbeddedDatabases implements AutoCloseable {
    private final MariaDbPair pair;

    private EmbeddedDatabases(MariaDbPair pair) {
        this.pair = pair;
    }

    /** Unpacks MariaDB when that was not done yet, and starts a primary and a replica. */
    static EmbeddedDatabases start(Path home, Path data, Progress progress) {
        Path artefact = artefact(home.resolve("database"));
        String name = requireNonNull(artefact.getFileName()).toString();
        Path installation = data.resolve(name.substring(0, name.length() - ".jar".length()));
        try {
            if (!Files.exists(installation)) {
                progress.step("Unpacking MariaDB");
                MariaDbInstallation.unpack(artefact, installation);
            }
            progress.step("Starting the databases");
            return new EmbeddedDatabases(
                    MariaDbPair.start(MariaDbInstallation.in(installation), data.resolve("databases"), progress::step));
        } catch (DatabaseFailure e) {
            throw new StartFailure(StartFailure.Reason.DATABASE_UNREACHABLE, e.getMessage(), e);
        }
    }

    private static Path artefact(Path folder) {
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*.jar")) {
                for (Path jar : jars) {
                    return jar;
                }
            } catch (IOException e) {
                throw new StartFailure(
                        StartFailure.Reason.INSTALLATION_BROKEN, "Cannot read " + folder + ": " + e.getMessage(), e);
            }
        }
        throw new StartFailure(
                StartFailure.Reason.WRONG_SETTING,
                "This distribution carries no database: name one with DB_HOST, DB_USER and DB_PASS (see --help).");
    }

    Databases addresses() {
        return new Databases(address(pair.primary()), address(pair.replica()));
    }

    private static DatabaseAddress address(Endpoint end) {
        return new DatabaseAddress(end.host(), end.port(), end.database(), end.user(), end.password());
    }

    @Override
    public void close() {
        pair.close();
    }
}
