package org.mtgtracker.jobs.boundary;

import java.sql.Connection;
import java.sql.SQLException;

/** Says whether work may be written; asked first in every transaction of it. */
@FunctionalInterface
public interface Permit {
    /** For work that nobody has to be asked about. */
    Permit FREE = connection -> {};

    /**
     * Lets the connection's transaction go on, or throws.
     *
     * @throws LeaseLost when the work is another's by now
     */
    void check(Connection connection) throws SQLException;
}
