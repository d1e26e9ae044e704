package org.mtgtracker.persistence.boundary;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.UndeclaredThrowableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.mtgtracker.persistence.control.ReplicaUse;
import org.mtgtracker.persistence.control.Unavailability;

/**
 * A workload's rows by plain JDBC, for loading and for reading whole tables. {@link #read} looks at the replica,
 * {@link #write} changes the primary. Both open a connection, keep it for one piece of work and give it back.
 * Not for use inside a JTA transaction.
 */
public class Rows {
    private final DataSource primary;
    private final DataSource replica;
    private final ReplicaUse use;

    /** Rows for tests and tools that run without a container; the replica is always taken to be fit. */
    public Rows(DataSource primary, DataSource replica) {
        this(primary, replica, new ReplicaUse());
    }

    public Rows(DataSource primary, DataSource replica, ReplicaUse use) {
        this.primary = requireNonNull(primary, "primary is null");
        this.replica = requireNonNull(replica, "replica is null");
        this.use = requireNonNull(use, "use is null");
    }

    /** What is done with a connection. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /**
     * Runs read-only work in one consistent snapshot of the replica; of the primary while the replica is not fit.
     *
     * @throws DatabaseUnavailable when neither database answers
     */
    public <T> T read(Work<T> work) {
        if (use.replicaFit()) {
            try {
                return snapshot(replica, work);
            } catch (SQLException e) {
                if (!Unavailability.in(e)) {
                    throw new IllegalStateException(e.getMessage(), e);
                }
                use.replicaFit(false);
            }
        }
        try {
            return snapshot(primary, work);
        } catch (SQLException e) {
            throw named(e);
        }
    }

    /**
     * Runs work in one transaction on the primary: committed when it returns, rolled back when it throws.
     *
     * @throws DatabaseUnavailable when the primary does not answer
     */
    public <T> T write(Work<T> work) {
        try (Connection connection = primary.getConnection()) {
            T result;
            try {
                connection.setAutoCommit(false);
                result = work.on(connection);
                connection.commit();
            } catch (SQLException | RuntimeException | Error e) {
                rollback(connection, e);
                throw e;
            }
            connection.setAutoCommit(true);
            return result;
        } catch (SQLException e) {
            throw named(e);
        } catch (UndeclaredThrowableException e) {
            throw named(inside(e));
        }
    }

    private static <T> T snapshot(DataSource source, Work<T> work) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            T result;
            try {
                execute(connection, "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
                result = work.on(connection);
            } catch (SQLException | RuntimeException | Error e) {
                try {
                    execute(connection, "COMMIT");
                } catch (SQLException | UndeclaredThrowableException after) {
                    // rows that were not read to their end are in the way, or the connection is dead
                    if (after != e) {
                        e.addSuppressed(after);
                    }
                }
                throw e;
            }
            execute(connection, "COMMIT");
            return result;
        } catch (UndeclaredThrowableException e) {
            throw inside(e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** What it says on a connection that has died is kept beside the cause, and does not take its place. */
    private static void rollback(Connection connection, Throwable cause) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException | UndeclaredThrowableException e) {
            cause.addSuppressed(e);
        }
    }

    /** Payara's connections reach the driver's by reflection, and hand its exceptions on in the wrapping of that. */
    private static SQLException inside(UndeclaredThrowableException wrapping) {
        for (Throwable cause = wrapping; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException found) {
                return found;
            }
        }
        throw wrapping;
    }

    private static RuntimeException named(SQLException e) {
        return connectionFailed(e)
                ? new DatabaseUnavailable("The database does not answer: " + e.getMessage(), e)
                : new IllegalStateException(e.getMessage(), e);
    }

    /**
     * Connector/J clears a batch at its end, also that of a connection which died on the way, and then says only that
     * the statement is closed. What the rollback has met tells it from a statement that is wrong.
     */
    private static boolean connectionFailed(SQLException e) {
        return Unavailability.in(e) || Stream.of(e.getSuppressed()).anyMatch(Unavailability::in);
    }
}
