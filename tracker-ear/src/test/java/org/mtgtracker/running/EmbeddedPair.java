package org.mtgtracker.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;

/** The databases that a tracker has started for itself, as another tracker or a test signs in to them. */
final class EmbeddedPair {
    private static final String HOST = "127.0.0.1";
    private static final String NAME = "tracker";

    private final Properties accounts;
    private final Properties ports;

    private EmbeddedPair(Properties accounts, Properties ports) {
        this.accounts = accounts;
        this.ports = ports;
    }

    /** Those of a tracker that was ready once; they may outlive it. */
    static EmbeddedPair of(RunningTracker tracker) {
        Path folder = tracker.data().resolve("databases");
        return new EmbeddedPair(
                properties(folder.resolve("accounts.properties")), properties(folder.resolve("ports.properties")));
    }

    private static Properties properties(Path file) {
        try (var reader = Files.newBufferedReader(file)) {
            Properties properties = new Properties();
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What makes a second tracker use them. */
    Map<String, String> variables() {
        return Map.of(
                "DB_HOST",
                HOST,
                "DB_PORT",
                ports.getProperty("primary"),
                "DB_NAME",
                NAME,
                "DB_USER",
                "tracker",
                "DB_PASS",
                accounts.getProperty("tracker"),
                "DB_REPLICA_PORT",
                ports.getProperty("replica"),
                "DB_REPLICA_USER",
                "reader",
                "DB_REPLICA_PASS",
                accounts.getProperty("reader"));
    }

    /** A connection to the primary. */
    Connection primary() throws SQLException {
        String url = "jdbc:mysql://" + HOST + ":" + ports.getProperty("primary") + "/" + NAME
                + "?sslMode=DISABLED&connectionTimeZone=UTC";
        return DriverManager.getConnection(url, "tracker", accounts.getProperty("tracker"));
    }

    /** What a query on the primary counts. */
    long number(String sql) throws SQLException {
        try (Connection connection = primary();
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
