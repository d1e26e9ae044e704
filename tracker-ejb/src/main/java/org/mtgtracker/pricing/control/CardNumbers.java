package org.mtgtracker.pricing.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.mtgtracker.persistence.entity.UuidBytes;

/** The catalogue's numbers of all cards it ever had; of one that was merged into another, that one's. */
final class CardNumbers {
    private static final String CARDS = "SELECT scryfall_id, id, merged_into FROM card";

    private CardNumbers() {}

    static Map<UUID, Integer> read(Connection connection) throws SQLException {
        Map<UUID, Integer> cards = new HashMap<>();
        Map<Integer, Integer> successors = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(CARDS)) {
            // row by row: Connector/J otherwise holds the whole result in memory first
            select.setFetchSize(Integer.MIN_VALUE);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    cards.put(UuidBytes.uuid(row.getBytes(1)), row.getInt(2));
                    int successor = row.getInt(3);
                    if (!row.wasNull()) {
                        successors.put(row.getInt(2), successor);
                    }
                }
            }
        }
        if (!successors.isEmpty()) {
            cards.replaceAll((id, number) -> last(number, successors));
        }
        return cards;
    }

    /** A card may have been merged into one that was merged later; no more steps than there are, whatever they say. */
    private static int last(int number, Map<Integer, Integer> successors) {
        int last = number;
        for (int step = 0; step < successors.size() && successors.containsKey(last); step++) {
            last = successors.get(last);
        }
        return last;
    }
}
