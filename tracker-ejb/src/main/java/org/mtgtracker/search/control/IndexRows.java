package org.mtgtracker.search.control;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import org.mtgtracker.persistence.boundary.On;
import org.mtgtracker.persistence.boundary.Rows;
import org.mtgtracker.persistence.boundary.Workload;
import org.mtgtracker.search.index.CardIndexBuilder;

/** Reads from the catalogue's tables what the index is made of, version and rows in one consistent snapshot. */
@Dependent
public class IndexRows {
    private static final String VERSION = "SELECT version FROM catalogue";

    private static final String CARDS = """
            SELECT c.id, o.json
            FROM card c JOIN card_object o ON o.id = c.object_id
            WHERE c.retired = FALSE
            """;

    private static final String COUNT = "SELECT cards FROM catalogue";

    private static final String LISTS = """
            SELECT kind, json
            FROM reference_object
            WHERE kind IN ('set', 'oracle_tag', 'art_tag')
            """;

    private final Rows rows;
    private final SearchFolder folder;
    private final Headroom headroom = new Headroom();

    @Inject
    public IndexRows(@On(Workload.SEARCH) Rows rows, SearchFolder folder) {
        this.rows = requireNonNull(rows, "rows is null");
        this.folder = requireNonNull(folder, "folder is null");
    }

    /** The version that the catalogue has now; 0 when nothing was ever imported. */
    public long version() {
        return rows.read(IndexRows::version);
    }

    /**
     * An index of the catalogue as it is now, and its objects in a file.
     *
     * @throws IllegalStateException when the heap is too small for it
     */
    public SearchedCatalogue build() {
        return rows.read(connection -> {
            long version = version(connection);
            headroom.check(number(connection, COUNT));
            CardIndexBuilder index = new CardIndexBuilder();
            try (ObjectFile.Writer objects = ObjectFile.in(folder.path(), version)) {
                each(connection, LISTS, row -> ReferenceLists.add(index, row.getString(1), row.getBytes(2)));
                each(connection, CARDS, row -> {
                    byte[] object = row.getBytes(2);
                    index.add(row.getInt(1), object);
                    objects.add(object);
                });
                return new SearchedCatalogue(index.build(version), Optional.of(objects.map()), Clock.systemUTC());
            }
        });
    }

    @FunctionalInterface
    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    private static void each(Connection connection, String sql, RowReader reader) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            // row by row: Connector/J otherwise holds the whole result in memory first
            select.setFetchSize(Integer.MIN_VALUE);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    reader.read(row);
                }
            }
        }
    }

    private static long version(Connection connection) throws SQLException {
        return number(connection, VERSION);
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
