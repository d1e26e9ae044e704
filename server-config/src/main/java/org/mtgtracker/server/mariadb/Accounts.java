package org.mtgtracker.server.mariadb;

import static java.util.Objects.requireNonNull;

import com.mysql.cj.jdbc.Driver;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Properties;

/**
 * The four accounts of the pair and their passwords, which are made once and kept in a file of the data folder. Both
 * servers are initialised with all of them, so that they are the same whichever of the two is made anew.
 */
final class Accounts {
    static final String HOST = "127.0.0.1";
    static final String DATABASE = "tracker";

    private static final List<String> NAMES = List.of("root", "tracker", "reader", "replication");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int CONNECT_MILLIS = 2_000;
    private static final int ANSWER_MILLIS = 20_000;

    private final Properties passwords;

    private Accounts(Properties passwords) {
        this.passwords = passwords;
    }

    /** Reads the file; what is missing in it is made up and written before this returns. */
    static Accounts keptIn(Path file) {
        try {
            Properties passwords = new Properties();
            if (Files.exists(file)) {
                try (Reader content = new StringReader(Files.readString(file))) {
                    passwords.load(content);
                }
            }
            if (!passwords.stringPropertyNames().containsAll(NAMES)) {
                StringBuilder text = new StringBuilder("# accounts of the embedded databases: keep this file\n");
                for (String name : NAMES) {
                    passwords.putIfAbsent(name, randomPassword());
                    text.append(name)
                            .append('=')
                            .append(passwords.getProperty(name))
                            .append('\n');
                }
                OwnerOnly.write(file, text.toString());
            }
            for (String name : NAMES) {
                // anything else could mean something to SQL or an option file
                if (!passwords.getProperty(name).matches("[A-Za-z0-9_-]{16,}")) {
                    throw new DatabaseFailure("The password of \"" + name + "\" in " + file
                            + " is not allowed: 16 or more letters, digits, - and _ are; without the line a new one is"
                            + " made.");
                }
            }
            return new Accounts(passwords);
        } catch (IOException | IllegalArgumentException e) {
            throw new DatabaseFailure(
                    "The accounts of the databases cannot be kept in " + file + " (" + e
                            + "): the file must be readable and writable; without it new passwords are made.",
                    e);
        }
    }

    /** 192 bits, in characters that mean nothing to SQL or an option file. */
    private static String randomPassword() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** May do everything in the tracker's database and nothing outside of it. */
    Endpoint application(int port) {
        return new Endpoint(HOST, port, DATABASE, "tracker", password("tracker"));
    }

    /** May read the tracker's database. */
    Endpoint reader(int port) {
        return new Endpoint(HOST, port, DATABASE, "reader", password("reader"));
    }

    Endpoint replication(int port) {
        return new Endpoint(HOST, port, "", "replication", password("replication"));
    }

    /** A connection of the administrator; an answer that takes over 20 seconds is an error. */
    Connection connect(int port) throws SQLException {
        return connect(new Endpoint(HOST, port, "", "root", password("root")));
    }

    static Connection connect(Endpoint endpoint) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", endpoint.user());
        properties.setProperty("password", endpoint.password());
        properties.setProperty("sslMode", "DISABLED");
        properties.setProperty("connectionTimeZone", "UTC");
        properties.setProperty("connectTimeout", Integer.toString(CONNECT_MILLIS));
        properties.setProperty("socketTimeout", Integer.toString(ANSWER_MILLIS));
        // the driver itself: the DriverManager finds it only from some class loaders
        String url = "jdbc:mysql://" + endpoint.host() + ":" + endpoint.port() + "/" + endpoint.database();
        return requireNonNull(new Driver().connect(url, properties));
    }

    /** Whether a login failed because the server knows other passwords or accounts than these. */
    static boolean isRefusal(SQLException failure) {
        return failure.getErrorCode() == 1045 || failure.getErrorCode() == 1130 || failure.getErrorCode() == 1698;
    }

    /** For the client programs, which then need no password on their command line. */
    String clientOptions() {
        return String.join(
                "\n",
                "[client]",
                "user=root",
                "password=" + password("root"),
                "host=" + HOST,
                "skip-ssl",
                "default-character-set=utf8mb4",
                "max-allowed-packet=64M",
                "");
    }

    /**
     * One statement a line that makes the database and the accounts, or brings existing ones to these passwords and
     * privileges. Never replicated: each server of the pair is told itself.
     */
    String statements() {
        return """
                SET SESSION sql_log_bin=0;
                CREATE DATABASE IF NOT EXISTS tracker CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
                CREATE OR REPLACE USER root@'127.0.0.1' IDENTIFIED BY '%s';
                GRANT ALL PRIVILEGES ON *.* TO root@'127.0.0.1' WITH GRANT OPTION;
                CREATE OR REPLACE USER tracker@'127.0.0.1' IDENTIFIED BY '%s';
                GRANT ALL PRIVILEGES ON tracker.* TO tracker@'127.0.0.1';
                CREATE OR REPLACE USER reader@'127.0.0.1' IDENTIFIED BY '%s';
                GRANT SELECT ON tracker.* TO reader@'127.0.0.1';
                CREATE OR REPLACE USER replication@'127.0.0.1' IDENTIFIED BY '%s';
                GRANT REPLICATION SLAVE ON *.* TO replication@'127.0.0.1';
                """.formatted(NAMES.stream().map(this::password).toArray());
    }

    private String password(String name) {
        return passwords.getProperty(name);
    }

    /** The names alone. */
    @Override
    public String toString() {
        return "Accounts" + NAMES;
    }
}
