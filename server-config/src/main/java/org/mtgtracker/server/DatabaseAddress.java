package org.mtgtracker.server;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Where a database is and how the application signs in to it. */
record DatabaseAddress(String host, int port, String name, String user, String password) {
    private static final int CONNECT_MILLIS = 3000;

    DatabaseAddress {
        requireNonNull(host, "host is null");
        requireNonNull(name, "name is null");
        requireNonNull(user, "user is null");
        requireNonNull(password, "password is null");
    }

    String url() {
        return "jdbc:mysql://" + host + ":" + port + "/" + name;
    }

    /** Opens a connection, to find out whether one can. */
    void check() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", Integer.toString(CONNECT_MILLIS));
        try (Connection connection = DriverManager.getConnection(url(), properties)) {
            connection.isValid(CONNECT_MILLIS / 1000);
        }
    }

    @Override
    public String toString() {
        return user + "@" + host + ":" + port + "/" + name;
    }
}
