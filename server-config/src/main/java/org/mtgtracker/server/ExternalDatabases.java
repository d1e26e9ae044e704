package org.mtgtracker.server;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Databases that the environment names: {@code DB_HOST}, {@code DB_PORT} (3306), {@code DB_NAME} (tracker),
 * {@code DB_USER}, {@code DB_PASS}, and the same with {@code DB_REPLICA_} for the replica, which takes what it does not
 * name from the primary.
 */
final class ExternalDatabases {
    private static final int ACCESS_DENIED = 1045;
    private static final int ACCESS_DENIED_TO_DATABASE = 1044;
    private static final int NO_SUCH_DATABASE = 1049;

    private ExternalDatabases() {}

    /** Empty when {@code DB_HOST} is not set. */
    static Optional<Databases> named(Map<String, String> environment) {
        String host = environment.getOrDefault("DB_HOST", "");
        if (host.isBlank()) {
            return Optional.empty();
        }
        DatabaseAddress primary = new DatabaseAddress(
                host,
                port(environment, "DB_PORT", 3306),
                environment.getOrDefault("DB_NAME", "tracker"),
                needed(environment, "DB_USER"),
                needed(environment, "DB_PASS"));
        DatabaseAddress replica = new DatabaseAddress(
                environment.getOrDefault("DB_REPLICA_HOST", primary.host()),
                port(environment, "DB_REPLICA_PORT", primary.port()),
                environment.getOrDefault("DB_REPLICA_NAME", primary.name()),
                environment.getOrDefault("DB_REPLICA_USER", primary.user()),
                environment.getOrDefault("DB_REPLICA_PASS", primary.password()));
        return Optional.of(new Databases(primary, replica));
    }

    /**
     * Waits until one of the databases answers; the application can live with either.
     *
     * @throws StartFailure at once when one refuses the account; after the patience when neither answers
     */
    static void await(Databases databases, Duration patience, Progress progress) {
        long deadline = System.nanoTime() + patience.toNanos();
        boolean told = false;
        while (true) {
            String primary = trouble(databases.primary());
            String replica = databases.replica().equals(databases.primary()) ? primary : trouble(databases.replica());
            if (primary == null || replica == null) {
                warnOfTheOther(databases, primary, replica, progress);
                return;
            }
            if (System.nanoTime() > deadline) {
                throw new StartFailure(
                        StartFailure.Reason.DATABASE_UNREACHABLE,
                        "No database answers at " + databases.primary() + " (" + primary
                                + "). Is it running, and are DB_HOST and DB_PORT right?");
            }
            if (!told) {
                progress.step("Waiting up to " + patience.toSeconds() + " s for a database at " + databases.primary());
                told = true;
            }
            pause();
        }
    }

    private static void warnOfTheOther(Databases databases, String primary, String replica, Progress progress) {
        if (primary != null) {
            progress.step("The primary " + databases.primary() + " does not answer (" + primary
                    + "): starting for reads alone, from the replica.");
        } else if (replica != null) {
            progress.step("The replica " + databases.replica() + " does not answer (" + replica
                    + "): reads go to the primary.");
        }
    }

    /** What is wrong with an address, or null when nothing is. */
    private static String trouble(DatabaseAddress address) {
        try {
            address.check();
            return null;
        } catch (SQLException e) {
            switch (e.getErrorCode()) {
                case ACCESS_DENIED, ACCESS_DENIED_TO_DATABASE, NO_SUCH_DATABASE:
                    throw new StartFailure(
                            StartFailure.Reason.DATABASE_REFUSED,
                            "The database at " + address.host() + ":" + address.port() + " refuses " + address.user()
                                    + ": " + e.getMessage() + ". Check DB_USER, DB_PASS and DB_NAME.",
                            e);
                default:
                    return firstLine(e.getMessage());
            }
        }
    }

    private static String firstLine(String message) {
        return message == null ? "no message" : message.lines().findFirst().orElse("no message");
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for a database", e);
        }
    }

    private static int port(Map<String, String> environment, String name, int otherwise) {
        String text = environment.getOrDefault(name, "");
        if (text.isBlank()) {
            return otherwise;
        }
        try {
            int port = Integer.parseInt(text.strip());
            if (port >= 1 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new StartFailure(
                StartFailure.Reason.WRONG_SETTING, name + " is '" + text + "': a port from 1 to 65535 is allowed.");
    }

    private static String needed(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null) {
            throw new StartFailure(
                    StartFailure.Reason.WRONG_SETTING, "DB_HOST is set but " + name + " is not: set it too.");
        }
        return value;
    }
}
