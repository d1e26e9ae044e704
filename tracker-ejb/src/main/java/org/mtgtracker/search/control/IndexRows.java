package org.mtgtracker.search.control;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.mtgtracker.persistence.boundary.On;
import org.mtgtracker.persistence.boundary.Rows;
import org.mtgtracker.persistence.boundary.Workload;
import org.mtgtracker.search.entity.Printing;

/** Reads from the catalogue's tables what the index is made of, version and rows in one consistent snapshot. */
@Dependent
public class IndexRows {
    private static final String VERSION = "SELECT version FROM catalogue";

    private static final String PRINTINGS = """
            SELECT scryfall_id, oracle_id, name, lang, released_at, set_code, collector_number, layout
            FROM card
            WHERE retired = FALSE
            """;

    private final Rows rows;

    @Inject
    public IndexRows(@On(Workload.SEARCH) Rows rows) {
        this.rows = requireNonNull(rows, "rows is null");
    }

    /** The version that the catalogue has now; 0 when nothing was ever imported. */
    public long version() {
        return rows.read(IndexRows::version);
    }

    /** An index of the catalogue as it is now. */
    public NameIndex build() {
        return rows.read(connection -> {
            NameIndex.Builder index = new NameIndex.Builder();
            try (PreparedStatement select = connection.prepareStatement(PRINTINGS)) {
                // row by row: Connector/J otherwise holds the whole result in memory first
                select.setFetchSize(Integer.MIN_VALUE);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        index.add(printing(row));
                    }
                }
            }
            return index.build(version(connection));
        });
    }

    private static long version(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(VERSION);
                ResultSet row = select.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private static Printing printing(ResultSet row) throws SQLException {
        Date released = row.getDate(5);
        return new Printing(
                uuid(row.getBytes(1)),
                uuid(row.getBytes(2)),
                row.getString(3),
                row.getString(4),
                released == null ? null : released.toLocalDate(),
                row.getString(6),
                row.getString(7),
                row.getString(8));
    }

    private static UUID uuid(byte[] bytes) {
        if (bytes == null) {
            return null;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
