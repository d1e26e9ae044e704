package org.mtgtracker.pricing.control;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.mtgtracker.persistence.entity.UuidBytes;

/** Writes prices into the history. */
public final class PriceRows {
    private static final String CARDS = "SELECT scryfall_id, id FROM card";

    private static final String DAY = "INSERT IGNORE INTO price_day (day) VALUES (?)";

    private static final String PRICE = """
            INSERT INTO card_price (day, card, usd, usd_foil, usd_etched, eur, eur_foil, tix)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE usd = VALUES(usd), usd_foil = VALUES(usd_foil), usd_etched = VALUES(usd_etched),
                eur = VALUES(eur), eur_foil = VALUES(eur_foil), tix = VALUES(tix)
            """;

    private final Set<LocalDate> days = new HashSet<>();

    /** @param card the number that the catalogue gives it */
    public record Row(int card, PriceLine line) {}

    /** The catalogue's numbers of all cards it ever had. */
    public static Map<UUID, Integer> cards(Connection connection) throws SQLException {
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

    /** Writes the rows over what is there; gives how many there were. */
    public int upsert(Connection connection, List<Row> rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(PRICE)) {
            for (Row row : rows) {
                insert.setDate(1, Date.valueOf(row.line.day()));
                insert.setInt(2, row.card);
                int[] cents = row.line.cents();
                for (int i = 0; i < cents.length; i++) {
                    if (cents[i] == PriceLine.NONE) {
                        insert.setNull(i + 3, Types.INTEGER);
                    } else {
                        insert.setInt(i + 3, cents[i]);
                    }
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
        Set<LocalDate> fresh = new HashSet<>();
        for (Row row : rows) {
            if (!days.contains(row.line.day())) {
                fresh.add(row.line.day());
            }
        }
        note(connection, fresh);
        return rows.size();
    }

    private void note(Connection connection, Set<LocalDate> fresh) throws SQLException {
        if (fresh.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(DAY)) {
            for (LocalDate day : fresh) {
                insert.setDate(1, Date.valueOf(day));
                insert.addBatch();
            }
            insert.executeBatch();
        }
        days.addAll(fresh);
    }
}
