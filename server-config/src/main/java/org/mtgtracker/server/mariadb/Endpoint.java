package org.mtgtracker.server.mariadb;

import static java.util.Objects.requireNonNull;

/** Where a database is reached and with which account. */
public record Endpoint(String host, int port, String database, String user, String password) {
    public Endpoint {
        requireNonNull(host, "host is null");
        requireNonNull(database, "database is null");
        requireNonNull(user, "user is null");
        requireNonNull(password, "password is null");
    }

    /** Without the password: this text may end up in a log. */
    @Override
    public String toString() {
        return user + "@" + host + ":" + port + "/" + database;
    }
}
