package org.mtgtracker.persistence.control;

import com.mysql.cj.conf.PropertyKey;
import com.mysql.cj.conf.PropertySet;
import com.mysql.cj.jdbc.JdbcConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * The only folder whose files the driver sends to the server: the setting {@code allowLoadLocalInfileInPath} of the
 * connection names it. A server that asks for any other file is refused by the driver.
 */
public record BulkFolder(Path path) {
    /** The folder of a connection; empty when it has none, or the server takes no files ({@code local_infile}). */
    public static Optional<BulkFolder> of(Connection connection) throws SQLException {
        if (!connection.isWrapperFor(JdbcConnection.class)) {
            return Optional.empty();
        }
        PropertySet settings = connection.unwrap(JdbcConnection.class).getPropertySet();
        String path = settings.getStringProperty(PropertyKey.allowLoadLocalInfileInPath)
                .getValue();
        return path == null || path.isEmpty() || !taken(connection)
                ? Optional.empty()
                : Optional.of(new BulkFolder(Path.of(path)));
    }

    private static boolean taken(Connection connection) throws SQLException {
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("SELECT @@local_infile")) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** A new file in the folder, which is made when it is missing; the system lets nobody else read the file. */
    public Path newFile() {
        try {
            Files.createDirectories(path);
            return Files.createTempFile(path, "rows-", ".tsv");
        } catch (IOException e) {
            throw new IllegalStateException("Rows cannot be written to " + path + ": " + e.getMessage(), e);
        }
    }
}
