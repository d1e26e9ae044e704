package org.mtgtracker.pricing.control;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;

/**
 * Keeps the list of days that have prices. A day whose rows say only that there was no price is none of them: the newest
 * day of the list is what trends look back from.
 */
final class PricedDays {
    private static final String NOTE = "INSERT IGNORE INTO price_day (day) SELECT day FROM card_price WHERE day = ? AND "
            + Sql.PRICED + " LIMIT 1";

    private static final String FORGET = """
            DELETE FROM price_day
            WHERE day BETWEEN ? AND ?
                AND NOT EXISTS (SELECT 1 FROM card_price p WHERE p.day = price_day.day AND %s)
            """.formatted(Sql.PRICED);

    private final Connection connection;

    PricedDays(Connection connection) {
        this.connection = requireNonNull(connection, "connection is null");
    }

    /** Has a day in the list when it has prices. */
    void note(LocalDate day) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(NOTE)) {
            insert.setDate(1, Date.valueOf(day));
            insert.executeUpdate();
        }
    }

    /** Takes the days out that have none any more. */
    void forgetEmpty(LocalDate first, LocalDate last) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(FORGET)) {
            delete.setDate(1, Date.valueOf(first));
            delete.setDate(2, Date.valueOf(last));
            delete.executeUpdate();
        }
    }
}
