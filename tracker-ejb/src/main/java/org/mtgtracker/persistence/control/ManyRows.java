package org.mtgtracker.persistence.control;

import static java.util.Collections.nCopies;

import com.mysql.cj.jdbc.JdbcConnection;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.mtgtracker.persistence.boundary.BulkInsert.Binding;
import org.mtgtracker.persistence.boundary.BulkInsert.Values;
import org.mtgtracker.persistence.entity.UuidBytes;

/**
 * Inserts rows by statements of a hundred each, prepared in the server, so that values travel as they are. The driver's
 * own batches are text, in which it escapes byte by byte: that was half the time of an import.
 */
public final class ManyRows {
    private static final int ROWS = 100;

    private ManyRows() {}

    /** Inserts the rows in the connection's transaction. */
    public static <T> void insert(
            Connection connection, String table, List<String> columns, List<T> rows, Binding<T> binding)
            throws SQLException {
        String row = "(" + String.join(", ", nCopies(columns.size(), "?")) + ")";
        String head = "INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES ";
        int whole = rows.size() / ROWS * ROWS;
        if (whole > 0) {
            insert(connection, head + String.join(", ", nCopies(ROWS, row)), ROWS, rows.subList(0, whole), binding);
        }
        int left = rows.size() - whole;
        if (left > 0) {
            insert(
                    connection,
                    head + String.join(", ", nCopies(left, row)),
                    left,
                    rows.subList(whole, rows.size()),
                    binding);
        }
    }

    private static <T> void insert(Connection connection, String sql, int each, List<T> rows, Binding<T> binding)
            throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql)) {
            for (int from = 0; from < rows.size(); from += each) {
                Parameters parameters = new Parameters(statement);
                for (T row : rows.subList(from, from + each)) {
                    binding.write(row, parameters);
                }
                statement.executeUpdate();
            }
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql) throws SQLException {
        return connection.isWrapperFor(JdbcConnection.class)
                ? connection.unwrap(JdbcConnection.class).serverPrepareStatement(sql)
                : connection.prepareStatement(sql);
    }

    private static final class Parameters implements Values {
        private final PreparedStatement statement;
        private int last;

        Parameters(PreparedStatement statement) {
            this.statement = statement;
        }

        @Override
        public void number(Integer value) throws SQLException {
            if (value == null) {
                statement.setNull(++last, Types.INTEGER);
            } else {
                statement.setInt(++last, value);
            }
        }

        @Override
        public void number(BigDecimal value) throws SQLException {
            statement.setBigDecimal(++last, value);
        }

        @Override
        public void text(String value) throws SQLException {
            statement.setString(++last, value);
        }

        @Override
        public void bytes(byte[] value) throws SQLException {
            statement.setBytes(++last, value);
        }

        @Override
        public void uuid(UUID value) throws SQLException {
            statement.setBytes(++last, UuidBytes.bytes(value));
        }

        @Override
        public void day(LocalDate value) throws SQLException {
            statement.setDate(++last, value == null ? null : Date.valueOf(value));
        }

        @Override
        public void truth(boolean value) throws SQLException {
            statement.setBoolean(++last, value);
        }
    }
}
