package org.mtgtracker.persistence.boundary;

import java.time.Duration;
import java.util.Optional;

/**
 * What this pod last saw of the databases.
 *
 * @param primaryUp whether the primary answered and took a write
 * @param replicaUp whether the replica answered
 * @param lag how far the replica is behind the primary; empty while either does not answer
 * @param reading which of the two answers reads at the moment
 */
public record DatabaseState(boolean primaryUp, boolean replicaUp, Optional<Duration> lag, Reading reading) {
    /** Where reads go. */
    public enum Reading {
        REPLICA,
        PRIMARY
    }
}
