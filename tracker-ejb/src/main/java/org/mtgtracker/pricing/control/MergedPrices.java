package org.mtgtracker.pricing.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The prices of two cards that have become one. */
final class MergedPrices {
    private static final String DAYS = """
            SELECT STRAIGHT_JOIN p.day
            FROM price_day d JOIN card_price p ON p.day = d.day AND p.card = ?
            ORDER BY d.day
            LOCK IN SHARE MODE
            """;

    /** A type that the new card has something said about stays; sources come last, as in {@link PriceStore}. */
    private static final String MOVE = """
            INSERT INTO card_price (day, card, %s, sources)
            SELECT p.day, ?, %s, p.sources FROM card_price p WHERE p.day = ? AND p.card = ?
            ON DUPLICATE KEY UPDATE %s, card_price.sources = %s
            """.formatted(
            Sql.PRICES,
            Sql.each(", ", type -> "p." + type.key()),
            Sql.each(
                    ", ", type -> "card_price.%1$s = IF((card_price.sources & %2$d) = 0, VALUES(%1$s), card_price.%1$s)"
                            .formatted(type.key(), PriceStore.bits(type))),
            Sql.each(
                    " | ",
                    type -> "IF((card_price.sources & %1$d) = 0, VALUES(sources) & %1$d, card_price.sources & %1$d)"
                            .formatted(PriceStore.bits(type))));

    private static final String FORGET = "DELETE FROM card_price WHERE day = ? AND card = ?";

    private MergedPrices() {}

    static void move(Connection connection, int from, int into) throws SQLException {
        PriceStore.lock(connection);
        List<LocalDate> days = days(connection, from);
        if (days.isEmpty()) {
            return;
        }
        PriceStore.raise(connection, days.get(0));
        try (PreparedStatement move = connection.prepareStatement(MOVE);
                PreparedStatement forget = connection.prepareStatement(FORGET)) {
            for (LocalDate day : days) {
                move.setInt(1, into);
                move.setObject(2, day);
                move.setInt(3, from);
                move.executeUpdate();
                forget.setObject(1, day);
                forget.setInt(2, from);
                forget.addBatch();
            }
            forget.executeBatch();
        }
        PricedDays priced = new PricedDays(connection);
        for (LocalDate day : days) {
            // a price may have met the word that there is none
            priced.follow(day);
        }
        LatestRows latest = new LatestRows(connection);
        latest.restore(from);
        latest.restore(into);
    }

    private static List<LocalDate> days(Connection connection, int card) throws SQLException {
        List<LocalDate> days = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(DAYS)) {
            select.setInt(1, card);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    days.add(row.getObject(1, LocalDate.class));
                }
            }
        }
        return days;
    }
}
