package org.mtgtracker.persistence.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The row by which a replica shows how far it is behind: the primary's clock, written on the primary only. */
public final class Heartbeat {
    private static final String BEAT = """
            INSERT INTO heartbeat (id, beat) VALUES (1, ROUND(UNIX_TIMESTAMP(NOW(3)) * 1000))
            ON DUPLICATE KEY UPDATE beat = VALUES(beat)
            """;
    private static final String READ = "SELECT beat FROM heartbeat WHERE id = 1";
    private static final int NO_SUCH_TABLE = 1146;

    private Heartbeat() {}

    /** Moves the row forward and answers where it is now, in the primary's milliseconds; empty before the schema is. */
    public static Optional<Long> beat(Connection primary) throws SQLException {
        try (PreparedStatement beat = primary.prepareStatement(BEAT)) {
            beat.executeUpdate();
        } catch (SQLException e) {
            return emptyWithoutTable(e);
        }
        return read(primary);
    }

    /** Answers where the row is in the database, in the primary's milliseconds; empty before it was ever written. */
    public static Optional<Long> read(Connection database) throws SQLException {
        try (PreparedStatement read = database.prepareStatement(READ);
                ResultSet row = read.executeQuery()) {
            return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
        } catch (SQLException e) {
            return emptyWithoutTable(e);
        }
    }

    private static Optional<Long> emptyWithoutTable(SQLException e) throws SQLException {
        if (e.getErrorCode() == NO_SUCH_TABLE) {
            return Optional.empty();
        }
        throw e;
    }
}
