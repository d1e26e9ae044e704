package org.mtgtracker.persistence.boundary;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mtgtracker.persistence.control.BulkFolder;
import org.mtgtracker.persistence.control.LoadedFile;
import org.mtgtracker.persistence.control.ManyRows;

/**
 * Inserts many rows in the connection's transaction, in the fastest way that its server takes: LOAD DATA LOCAL of a
 * file, where the connection may send files of a folder of ours, and the server takes them; else statements of a hundred
 * rows each. Both fail when a single value does not fit as it is.
 */
public final class BulkInsert {
    private final String table;
    private final List<String> columns;

    /**
     * @param table a table's name, as SQL
     * @param columns their names, in the order in which rows are written
     */
    public BulkInsert(String table, List<String> columns) {
        this.table = requireNonNull(table, "table is null");
        this.columns = List.copyOf(columns);
    }

    /** Writes a row's values, each of its columns once and in their order. */
    @FunctionalInterface
    public interface Binding<T> {
        void write(T row, Values values) throws SQLException;
    }

    /** Where the values of rows are written to. A {@code null} stands for NULL. */
    public interface Values {
        void number(Integer value) throws SQLException;

        void number(BigDecimal value) throws SQLException;

        void text(String value) throws SQLException;

        void bytes(byte[] value) throws SQLException;

        void uuid(UUID value) throws SQLException;

        void day(LocalDate value) throws SQLException;

        void truth(boolean value) throws SQLException;
    }

    /** Inserts the rows in the connection's transaction. */
    public <T> void insert(Connection connection, List<T> rows, Binding<T> binding) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        Optional<BulkFolder> folder = BulkFolder.of(connection);
        if (folder.isPresent()) {
            LoadedFile.load(connection, folder.get(), table, columns, rows, binding);
        } else {
            ManyRows.insert(connection, table, columns, rows, binding);
        }
    }
}
