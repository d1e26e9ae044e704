package org.mtgtracker.catalog.control;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;
import org.mtgtracker.persistence.boundary.On;
import org.mtgtracker.persistence.boundary.Rows;
import org.mtgtracker.persistence.boundary.Workload;

/**
 * One import at a time in the whole cluster: a named lock of the primary, held by a connection that does nothing else.
 * The database lets go of it by itself when the holder's process or connection dies.
 */
@Dependent
public class ImportLock {
    /** Named locks belong to the server, not to the schema: two deployments on one server each need their own, of at most 64 characters. */
    static final String NAME = "CONCAT('catalogue import ', LEFT(SHA2(DATABASE(), 256), 40))";

    private final Rows rows;

    @Inject
    public ImportLock(@On(Workload.BULK) Rows rows) {
        this.rows = requireNonNull(rows, "rows is null");
    }

    /** Does the work while nobody else in the cluster can; false, and nothing done, when somebody else does. */
    boolean whileHeld(Runnable work) {
        AtomicBoolean done = new AtomicBoolean();
        try {
            return rows.write(connection -> {
                if (!answer(connection, "SELECT GET_LOCK(" + NAME + ", 0)")) {
                    return false;
                }
                try {
                    work.run();
                    done.set(true);
                    return true;
                } finally {
                    // the connection goes back to its pool, and would keep the lock there
                    answer(connection, "SELECT RELEASE_LOCK(" + NAME + ")");
                }
            });
        } catch (DatabaseUnavailable e) {
            if (!done.get()) {
                throw e;
            }
            // the connection died meanwhile, and its lock with it; the work has connections of its own
            return true;
        }
    }

    private static boolean answer(Connection connection, String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            return row.next() && row.getInt(1) == 1;
        }
    }
}
