package org.mtgtracker.persistence.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.mtgtracker.persistence.boundary.BulkInsert.Binding;
import org.mtgtracker.persistence.boundary.BulkInsert.Values;
import org.mtgtracker.persistence.entity.UuidBytes;

/**
 * Inserts rows by LOAD DATA LOCAL of a file that is deleted at once. What a statement would be refused for, the server
 * only warns of there, and goes on with other values or without the row: here a warning is an error.
 */
public final class LoadedFile {
    private LoadedFile() {}

    /** Inserts the rows in the connection's transaction. */
    public static <T> void load(
            Connection connection,
            BulkFolder folder,
            String table,
            List<String> columns,
            List<T> rows,
            Binding<T> binding)
            throws SQLException {
        Path file = folder.newFile();
        try {
            write(file, rows, binding);
            load(connection, file, table, columns, rows.size());
        } finally {
            delete(file);
        }
    }

    private static <T> void write(Path file, List<T> rows, Binding<T> binding) throws SQLException {
        try (OutputStream out = Files.newOutputStream(file)) {
            Line line = new Line(out);
            for (T row : rows) {
                binding.write(row, line);
                line.end();
            }
            line.flush();
        } catch (UncheckedIOException e) {
            throw unwritten(file, e.getCause());
        } catch (IOException e) {
            throw unwritten(file, e);
        }
    }

    private static IllegalStateException unwritten(Path file, IOException e) {
        return new IllegalStateException("Rows cannot be written to " + file + ": " + e.getMessage(), e);
    }

    private static void load(Connection connection, Path file, String table, List<String> columns, int rows)
            throws SQLException {
        String name = file.toAbsolutePath().toString().replace("\\", "\\\\").replace("'", "''");
        // as binary: text comes in the bytes that the columns have it in
        String sql = "LOAD DATA LOCAL INFILE '" + name + "' INTO TABLE " + table + " CHARACTER SET binary"
                + " FIELDS TERMINATED BY '\\t' ESCAPED BY '\\\\' LINES TERMINATED BY '\\n' ("
                + String.join(", ", columns) + ")";
        try (Statement statement = connection.createStatement()) {
            int loaded = statement.executeUpdate(sql);
            SQLWarning warning = statement.getWarnings();
            if (warning != null) {
                throw new SQLException(
                        table + " does not take a row as it is: " + warning.getMessage(),
                        warning.getSQLState(),
                        warning.getErrorCode());
            }
            if (loaded != rows) {
                throw new SQLException(table + " took " + loaded + " of " + rows + " rows");
            }
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            file.toFile().deleteOnExit();
        }
    }

    /** A line of the file: values between tabs, with what has a meaning there behind a backslash. */
    private static final class Line implements Values {
        private static final byte[] NULL = {'\\', 'N'};
        private static final int BUFFER = 1 << 18;

        private final OutputStream out;
        private final byte[] buffer = new byte[BUFFER];
        private int filled;
        private boolean first = true;

        Line(OutputStream out) {
            this.out = out;
        }

        void end() {
            put((byte) '\n');
            first = true;
        }

        void flush() {
            try {
                out.write(buffer, 0, filled);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            filled = 0;
        }

        @Override
        public void number(Integer value) {
            plain(value);
        }

        @Override
        public void number(BigDecimal value) {
            plain(value == null ? null : value.toPlainString());
        }

        @Override
        public void text(String value) {
            bytes(value == null ? null : value.getBytes(UTF_8));
        }

        @Override
        public void uuid(UUID value) {
            bytes(UuidBytes.bytes(value));
        }

        @Override
        public void day(LocalDate value) {
            plain(value);
        }

        @Override
        public void truth(boolean value) {
            plain(value ? 1 : 0);
        }

        @Override
        public void bytes(byte[] value) {
            begin();
            if (value == null) {
                write(NULL, 0, NULL.length);
                return;
            }
            int from = 0;
            for (int at = 0; at < value.length; at++) {
                byte b = value[at];
                if (b == '\\' || b == '\t' || b == '\n') {
                    write(value, from, at);
                    put((byte) '\\');
                    from = at;
                }
            }
            write(value, from, value.length);
        }

        private void plain(Object value) {
            begin();
            byte[] text = value == null ? NULL : value.toString().getBytes(UTF_8);
            write(text, 0, text.length);
        }

        private void begin() {
            if (!first) {
                put((byte) '\t');
            }
            first = false;
        }

        private void put(byte b) {
            if (filled == buffer.length) {
                flush();
            }
            buffer[filled++] = b;
        }

        private void write(byte[] bytes, int from, int to) {
            for (int at = from; at < to; ) {
                if (filled == buffer.length) {
                    flush();
                }
                int some = Math.min(to - at, buffer.length - filled);
                System.arraycopy(bytes, at, buffer, filled, some);
                filled += some;
                at += some;
            }
        }
    }
}
