package org.mtgtracker.jobs.boundary;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Work that a component offers to be done by the clock, or when an administrator asks for it; once at a time in the
 * whole cluster. A CDI bean of this type is found by itself. A run may be broken off at any point and started again on
 * another server, with the same argument: what it has written by then must be something the next run can go on from.
 */
public interface Job {
    /** What it is called in addresses, settings and metrics: a letter, then letters, digits or hyphens, all small. */
    String name();

    /** When it is due, unless the settings say otherwise. */
    Schedule schedule();

    /**
     * Does the work. Every transaction of it begins with {@link Lease#check}.
     *
     * @return one sentence on how it went
     * @throws JobFailed with a sentence when it cannot be done
     * @throws LeaseLost as it came from the lease: another server has the work now
     * @throws org.mtgtracker.persistence.boundary.DatabaseUnavailable to be started again once the database answers
     */
    String run(Lease lease);

    /**
     * Called inside the transaction that records the beginning of a run, for a component that keeps a record of its own
     * beside it.
     */
    default void recorded(Connection connection, JobRun run) throws SQLException {
        // most have none
    }
}
