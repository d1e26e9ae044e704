package org.mtgtracker.jobs.boundary;

import java.sql.Connection;
import java.sql.SQLException;

/** A run's right to write, and what it was started for. It can be lost at any moment, but not inside a transaction. */
public interface Lease extends Permit {
    /** The run's number in the history. */
    long runId();

    /** What the run was asked to work on; empty for one that the clock started. */
    String argument();

    /** Which taking of the lease this is; every later one has a higher number. */
    long generation();

    /**
     * Makes sure that the lease is still this run's, until the end of the connection's transaction: nobody can take it
     * before. Called first in every transaction of the run, so that a server which was paused and woken again commits
     * nothing after another one has taken over. Transactions of one run do not wait for each other here.
     *
     * <p>From here on the database ends the connection, and with it the transaction, when nothing is asked of it for
     * two lengths of the lease: else a paused server would keep the lease for as long as it is paused. So a
     * transaction must not wait for anything slow.
     *
     * @throws LeaseLost when another run has taken it
     */
    @Override
    void check(Connection connection) throws SQLException;
}
