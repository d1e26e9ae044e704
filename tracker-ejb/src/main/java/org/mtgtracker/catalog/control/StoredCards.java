package org.mtgtracker.catalog.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.mtgtracker.persistence.entity.UuidBytes;

/**
 * What an import has to know of the catalogue as it is.
 *
 * @param known every card with its hash
 * @param leftovers what a killed run has staged
 * @param lastObject the highest number that an object has
 */
record StoredCards(KnownCards known, Leftovers leftovers, int lastObject) {
    private static final String SELECT = "SELECT scryfall_id, id, object_id, content_hash, retired FROM card";

    static StoredCards in(Connection connection) throws SQLException {
        KnownCards known = new KnownCards();
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            // row by row: Connector/J otherwise holds the whole result in memory first
            select.setFetchSize(Integer.MIN_VALUE);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    known.put(
                            UuidBytes.uuid(row.getBytes(1)),
                            row.getInt(2),
                            row.getInt(3),
                            ContentHash.of(row.getBytes(4)),
                            row.getBoolean(5));
                }
            }
        }
        Leftovers leftovers = Leftovers.in(connection);
        leftovers.tell(known);
        return new StoredCards(
                known, leftovers, Numbers.query(connection, "SELECT COALESCE(MAX(id), 0) FROM card_object"));
    }
}
