package org.mtgtracker.pricing.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.mtgtracker.persistence.entity.UuidBytes;

/** The catalogue's numbers of all cards it ever had. */
final class CardNumbers {
    private static final String CARDS = "SELECT scryfall_id, id FROM card";

    private CardNumbers() {}

    static Map<UUID, Integer> read(Connection connection) throws SQLException {
        Map<UUID, Integer> cards = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(CARDS)) {
            // row by row: Connector/J otherwise holds the whole result in memory first
            select.setFetchSize(Integer.MIN_VALUE);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    cards.put(UuidBytes.uuid(row.getBytes(1)), row.getInt(2));
                }
            }
        }
        return cards;
    }
}
