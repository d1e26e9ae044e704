package org.mtgtracker.persistence.control;

import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;

/** Tells a database that does not answer from a statement that is wrong. */
public final class Unavailability {
    private static final String CONNECTION_EXCEPTION = "08";

    private Unavailability() {}

    /**
     * True when somewhere in the chain of causes the connection failed. SQLState class 08 is a connection exception
     * (ISO/IEC 9075-2, table 33); Payara's pools wrap it in one without a state.
     */
    public static boolean in(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLRecoverableException
                    || cause instanceof SQLNonTransientConnectionException
                    || cause instanceof SQLTransientConnectionException
                    || cause instanceof SQLException sql && isConnectionState(sql)
                    || cause instanceof PersistenceException && mentionsConnection(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isConnectionState(SQLException e) {
        return e.getSQLState() == null ? mentionsConnection(e) : e.getSQLState().startsWith(CONNECTION_EXCEPTION);
    }

    private static boolean mentionsConnection(Throwable e) {
        return e.getMessage() != null
                && (e.getMessage().contains("Connection could not be allocated")
                        || e.getMessage().contains("Error in allocating a connection"));
    }
}
