package org.mtgtracker.server;

import static java.util.Objects.requireNonNull;

/** The two databases the application works with; without a replica both are the same. */
record Databases(DatabaseAddress primary, DatabaseAddress replica) {
    Databases {
        requireNonNull(primary, "primary is null");
        requireNonNull(replica, "replica is null");
    }
}
