package org.mtgtracker.catalog.control;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The sets of a catalogue file, gathered from its cards: Scryfall's card objects name them, and nothing else does here. */
final class SeenSets {
    private static final String SELECT = "SELECT code, name, set_type, released_at, cards FROM card_set";

    private static final String UPSERT = """
            INSERT INTO card_set (code, name, set_type, released_at, cards) VALUES (?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE name = VALUES(name), set_type = VALUES(set_type),
                released_at = VALUES(released_at), cards = VALUES(cards)
            """;

    private final Map<String, CardSet> sets = new HashMap<>();

    private record CardSet(String code, String name, String type, LocalDate released, int cards) {
        CardSet with(CardColumns card) {
            return new CardSet(
                    code,
                    card.setName(),
                    // in 2019 only the newest cards said it
                    card.setType() != null ? card.setType() : type,
                    card.releasedAt().isBefore(released) ? card.releasedAt() : released,
                    cards + 1);
        }

        CardSet emptied() {
            return new CardSet(code, name, type, released, 0);
        }
    }

    void add(CardColumns card) {
        CardSet known = sets.get(card.setCode());
        sets.put(
                card.setCode(),
                known == null
                        ? new CardSet(card.setCode(), card.setName(), card.setType(), card.releasedAt(), 1)
                        : known.with(card));
    }

    int count() {
        return sets.size();
    }

    /** Brings the table to what was seen; a set without cards stays for its retired ones. Says whether that changed it. */
    boolean write(Connection connection) throws SQLException {
        List<CardSet> changed = changed(stored(connection));
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            for (CardSet set : changed) {
                upsert.setString(1, set.code);
                upsert.setString(2, set.name);
                upsert.setString(3, set.type);
                upsert.setDate(4, Date.valueOf(set.released));
                upsert.setInt(5, set.cards);
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
        return !changed.isEmpty();
    }

    private List<CardSet> changed(Set<CardSet> stored) {
        List<CardSet> changed = new ArrayList<>();
        for (CardSet set : sets.values()) {
            if (!stored.contains(set)) {
                changed.add(set);
            }
        }
        for (CardSet set : stored) {
            if (set.cards > 0 && !sets.containsKey(set.code)) {
                changed.add(set.emptied());
            }
        }
        return changed;
    }

    private static Set<CardSet> stored(Connection connection) throws SQLException {
        Set<CardSet> stored = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                stored.add(new CardSet(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getDate(4).toLocalDate(),
                        row.getInt(5)));
            }
        }
        return stored;
    }
}
