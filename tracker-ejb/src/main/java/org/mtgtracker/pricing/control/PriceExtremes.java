package org.mtgtracker.pricing.control;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import org.mtgtracker.pricing.boundary.PriceType;

/** The highest and the lowest price of each card and type up to some day: 24 MB for 500,000 cards. */
final class PriceExtremes {
    private static final int TYPES = PriceType.ALL.size();
    private static final int FIRST_SIZE = 1 << 12;

    private static final String BEFORE = "SELECT card, "
            + Sql.each(", ", type -> "MAX(%1$s), MIN(%1$s)".formatted(type.key()))
            + " FROM card_price WHERE day < ? GROUP BY card";

    /** By type and card; 0 where there was no price. */
    private final int[][] highs = new int[TYPES][FIRST_SIZE];

    private final int[][] lows = new int[TYPES][FIRST_SIZE];

    /** Those of all days before one. */
    static PriceExtremes before(Connection connection, LocalDate day) throws SQLException {
        PriceExtremes extremes = new PriceExtremes();
        try (PreparedStatement select = connection.prepareStatement(BEFORE)) {
            select.setDate(1, Date.valueOf(day));
            // row by row: Connector/J otherwise holds the whole result in memory first
            select.setFetchSize(Integer.MIN_VALUE);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    for (int type = 0; type < TYPES; type++) {
                        int high = row.getInt(2 * type + 2);
                        if (!row.wasNull()) {
                            extremes.take(type, row.getInt(1), high);
                            extremes.take(type, row.getInt(1), row.getInt(2 * type + 3));
                        }
                    }
                }
            }
        }
        return extremes;
    }

    /** Whether there was none as high before. */
    boolean isHigher(int type, int card, int cents) {
        return card >= highs[type].length || highs[type][card] < cents;
    }

    /** Whether there was none as low before. */
    boolean isLower(int type, int card, int cents) {
        return card >= lows[type].length || lows[type][card] == 0 || lows[type][card] > cents;
    }

    void take(int type, int card, int cents) {
        if (card >= highs[type].length) {
            int size = Math.max(card + 1, 2 * highs[type].length);
            highs[type] = Arrays.copyOf(highs[type], size);
            lows[type] = Arrays.copyOf(lows[type], size);
        }
        if (isLower(type, card, cents)) {
            lows[type][card] = cents;
        }
        if (isHigher(type, card, cents)) {
            highs[type][card] = cents;
        }
    }
}
