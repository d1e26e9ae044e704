package org.mtgtracker.server.mariadb;

import java.util.Locale;

/** What a server of the pair is for; the number is its replication server id. */
enum Role {
    PRIMARY(1),
    REPLICA(2);

    private final int serverId;

    Role(int serverId) {
        this.serverId = serverId;
    }

    int serverId() {
        return serverId;
    }

    /** The word for it in sentences and folder names: {@code primary}, {@code replica}. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
