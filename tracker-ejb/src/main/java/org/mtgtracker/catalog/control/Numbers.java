package org.mtgtracker.catalog.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Asks for one number. */
final class Numbers {
    private Numbers() {}

    static int query(Connection connection, String sql) throws SQLException {
        return Math.toIntExact(queryLong(connection, sql));
    }

    static long queryLong(Connection connection, String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
