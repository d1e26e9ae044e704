package org.mtgtracker.catalog.control;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The sets of a catalogue: Scryfall's card objects name them, and nothing else does here. Their names and types are those
 * of the cards that an import has read, how many cards they have and when the first was released is counted.
 */
final class SeenSets {
    private static final String SELECT = "SELECT code, name, set_type FROM card_set";

    private static final String UPSERT = """
            INSERT INTO card_set (code, name, set_type, released_at, cards) VALUES (?, ?, ?, ?, 0)
            ON DUPLICATE KEY UPDATE name = VALUES(name), set_type = VALUES(set_type)
            """;

    private static final String COUNT = """
            UPDATE card_set s LEFT JOIN (
                SELECT set_code, COUNT(*) AS cards, MIN(released_at) AS released
                FROM card
                WHERE retired = FALSE
                GROUP BY set_code) c ON c.set_code = s.code
            SET s.cards = COALESCE(c.cards, 0), s.released_at = COALESCE(c.released, s.released_at)
            WHERE s.cards <> COALESCE(c.cards, 0) OR s.released_at <> COALESCE(c.released, s.released_at)
            """;

    private final Map<String, CardSet> sets = new HashMap<>();

    private record CardSet(String name, String type, LocalDate released) {}

    void add(CardColumns card) {
        CardSet known = sets.get(card.setCode());
        // in 2019 only the newest cards said it
        String type = card.setType() == null && known != null ? known.type : card.setType();
        sets.put(card.setCode(), new CardSet(card.setName(), type, card.releasedAt()));
    }

    /** Brings the sets in that are new or have changed, which is to be done before their cards. Says whether there were any. */
    boolean write(Connection connection) throws SQLException {
        Map<String, CardSet> changed = changed(connection);
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            for (Map.Entry<String, CardSet> set : changed.entrySet()) {
                upsert.setString(1, set.getKey());
                upsert.setString(2, set.getValue().name);
                upsert.setString(3, set.getValue().type);
                upsert.setDate(4, Date.valueOf(set.getValue().released));
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
        return !changed.isEmpty();
    }

    /** Counts the cards of all sets anew; a set without cards stays for its retired ones. */
    static void count(Connection connection) throws SQLException {
        try (PreparedStatement count = connection.prepareStatement(COUNT)) {
            count.executeUpdate();
        }
    }

    private Map<String, CardSet> changed(Connection connection) throws SQLException {
        Map<String, CardSet> changed = new HashMap<>(sets);
        try (PreparedStatement select = connection.prepareStatement(SELECT);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                String code = row.getString(1);
                String type = row.getString(3);
                CardSet seen = sets.get(code);
                if (seen != null) {
                    CardSet told = seen.type == null ? new CardSet(seen.name, type, seen.released) : seen;
                    boolean same = told.name.equals(row.getString(2)) && Objects.equals(told.type, type);
                    if (same) {
                        changed.remove(code);
                    } else {
                        changed.put(code, told);
                    }
                }
            }
        }
        return changed;
    }
}
