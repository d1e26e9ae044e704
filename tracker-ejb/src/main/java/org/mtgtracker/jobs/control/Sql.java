package org.mtgtracker.jobs.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Times as the tables keep them: UTC without saying so. */
final class Sql {
    private Sql() {}

    /** The primary's clock, the one that counts for all servers. */
    static Instant now(Connection primary) throws SQLException {
        try (PreparedStatement select = primary.prepareStatement("SELECT UTC_TIMESTAMP(3)");
                ResultSet row = select.executeQuery()) {
            row.next();
            return instant(row, 1);
        }
    }

    static LocalDateTime utc(Instant instant) {
        return instant == null ? null : LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    /** Null for NULL. */
    static Instant instant(ResultSet row, int column) throws SQLException {
        LocalDateTime time = row.getObject(column, LocalDateTime.class);
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }
}
