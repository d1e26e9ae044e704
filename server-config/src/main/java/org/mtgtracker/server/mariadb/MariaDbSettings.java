package org.mtgtracker.server.mariadb;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * What can be chosen about the pair.
 *
 * @param primaryPort TCP port of the primary, 0 for the one of the last start or else any free one
 * @param replicaPort the same for the replica
 * @param primaryBufferPool InnoDB's page cache of the primary in MiB, at least 8
 * @param replicaBufferPool the same for the replica
 * @param startLimit how long a server may take until it answers, crash recovery included
 * @param stopLimit how long a server may take to stop cleanly before it is killed
 */
public record MariaDbSettings(
        int primaryPort,
        int replicaPort,
        int primaryBufferPool,
        int replicaBufferPool,
        Duration startLimit,
        Duration stopLimit) {
    public MariaDbSettings {
        requirePort(primaryPort, "primaryPort");
        requirePort(replicaPort, "replicaPort");
        if (primaryPort != 0 && primaryPort == replicaPort) {
            throw new IllegalArgumentException("primary and replica cannot share port " + primaryPort);
        }
        requireMemory(primaryBufferPool, "primaryBufferPool");
        requireMemory(replicaBufferPool, "replicaBufferPool");
        requireNonNull(startLimit, "startLimit is null");
        requireNonNull(stopLimit, "stopLimit is null");
    }

    /** Any ports, 256 and 128 MiB, five minutes to start, thirty seconds to stop. */
    public static MariaDbSettings defaults() {
        return new MariaDbSettings(0, 0, 256, 128, Duration.ofMinutes(5), Duration.ofSeconds(30));
    }

    /** The same on these ports, 0 for any. */
    public MariaDbSettings onPorts(int primary, int replica) {
        return new MariaDbSettings(primary, replica, primaryBufferPool, replicaBufferPool, startLimit, stopLimit);
    }

    /** The same with page caches of so many MiB. */
    public MariaDbSettings withBufferPools(int primary, int replica) {
        return new MariaDbSettings(primaryPort, replicaPort, primary, replica, startLimit, stopLimit);
    }

    int bufferPool(Role role) {
        return role == Role.PRIMARY ? primaryBufferPool : replicaBufferPool;
    }

    int port(Role role) {
        return role == Role.PRIMARY ? primaryPort : replicaPort;
    }

    private static void requirePort(int port, String name) {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException(name + " is " + port + ": allowed is 0 (any) to 65535");
        }
    }

    private static void requireMemory(int mebibytes, String name) {
        if (mebibytes < 8) {
            throw new IllegalArgumentException(name + " is " + mebibytes + " MiB: at least 8 are needed");
        }
    }
}
