package org.mtgtracker.pricing.control;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/**
 * Keeps the list of days that have prices. A day whose rows say only that there was no price is none of them: the newest
 * day of the list is what trends look back from.
 */
final class PricedDays {
    private static final String ANY =
            "SELECT card FROM card_price WHERE day = ? AND " + Sql.PRICED + " LIMIT 1 LOCK IN SHARE MODE";

    private static final String NOTE = "INSERT IGNORE INTO price_day (day) VALUES (?)";

    private static final String FORGET = "DELETE FROM price_day WHERE day = ?";

    private final Connection connection;

    PricedDays(Connection connection) {
        this.connection = requireNonNull(connection, "connection is null");
    }

    /** Has a day in the list when there are prices of it, and only then. */
    void follow(LocalDate day) throws SQLException {
        boolean priced;
        try (PreparedStatement select = connection.prepareStatement(ANY)) {
            select.setDate(1, Date.valueOf(day));
            try (ResultSet row = select.executeQuery()) {
                priced = row.next();
            }
        }
        try (PreparedStatement change = connection.prepareStatement(priced ? NOTE : FORGET)) {
            change.setDate(1, Date.valueOf(day));
            change.executeUpdate();
        }
    }
}
