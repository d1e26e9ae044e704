package org.mtgtracker.pricing.boundary;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;

/** How far the prices are, as a connection's transaction sees them. */
public final class PriceState {
    private static final String VERSION = "SELECT version FROM price_state WHERE id = 1";

    private static final String NEWEST = "SELECT MAX(day) FROM price_day";

    private PriceState() {}

    /** The version of the prices; it rises with every change. */
    public static long version(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(VERSION);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The newest day (UTC) that any card has a price on; empty while there are none. */
    public static Optional<LocalDate> newestDay(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NEWEST);
                ResultSet row = select.executeQuery()) {
            row.next();
            return Optional.ofNullable(row.getDate(1)).map(Date::toLocalDate);
        }
    }
}
