package org.mtgtracker.pricing.control;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.mtgtracker.pricing.boundary.PriceType;

/**
 * Writes prices into the history, each type by the rank of its source, and keeps the newest ones beside it. All of it
 * runs in the caller's transaction, one at a time in the whole cluster: the first thing it does is to lock the row that
 * counts the versions.
 */
final class PriceStore {
    private static final int ROWS_AT_ONCE = 10_000;

    /** Also makes a later thinning begin early enough. */
    private static final String RAISE =
            "UPDATE price_state SET version = version + 1, thinned_to = LEAST(thinned_to, ?) WHERE id = 1";

    private static final String LOCK = "SELECT version FROM price_state WHERE id = 1 FOR UPDATE";

    private static final String INSERT = "INSERT INTO card_price (day, card, " + Sql.PRICES + ", sources) VALUES ";

    /**
     * Assignments run from left to right (MySQL 8.4 manual, 15.2.7; MariaDB as well), so sources come last. The bits of
     * a type stand at the same place in both numbers, so they are compared where they stand.
     */
    private static final String UNLESS_WORSE = " ON DUPLICATE KEY UPDATE %s, sources = %s"
            .formatted(
                    Sql.each(", ", type -> "%1$s = IF((VALUES(sources) & %2$d) >= (sources & %2$d), VALUES(%1$s), %1$s)"
                            .formatted(type.key(), bits(type))),
                    Sql.each(" | ", type -> "GREATEST(sources & %1$d, VALUES(sources) & %1$d)".formatted(bits(type))));

    private final Connection connection;
    private final LatestRows latest;

    private PriceStore(Connection connection) {
        this.connection = connection;
        this.latest = new LatestRows(connection);
    }

    /**
     * Writes rows of any days and cards. Of a card and day there may be several rows, as a
     * file has them that has a line for each finish; they become one.
     *
     * @param connection of the caller's transaction
     */
    static void write(Connection connection, PriceSource source, List<PriceRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        List<PriceRow> ordered = byKey(rows);
        PriceStore store = new PriceStore(connection);
        raise(connection, ordered.get(0).day());
        store.insert(source, ordered);
        PricedDays days = new PricedDays(connection);
        for (int from = 0; from < ordered.size(); ) {
            int to = from;
            LocalDate day = ordered.get(from).day();
            while (to < ordered.size() && ordered.get(to).day().equals(day)) {
                to++;
            }
            days.follow(day);
            store.latest.follow(day, ordered.subList(from, to));
            from = to;
        }
    }

    /** In the order of the key, each key once. */
    private static List<PriceRow> byKey(List<PriceRow> rows) {
        List<PriceRow> sorted = new ArrayList<>(rows);
        sorted.sort(PriceRow.BY_KEY);
        List<PriceRow> once = new ArrayList<>(sorted.size());
        for (PriceRow row : sorted) {
            int last = once.size() - 1;
            if (last >= 0 && once.get(last).isAboutTheSameAs(row)) {
                once.set(last, once.get(last).with(row));
            } else {
                once.add(row);
            }
        }
        return once;
    }

    /**
     * Locks the prices for the rest of the transaction and raises their version.
     *
     * @param earliest the earliest day that will be written
     */
    static void raise(Connection connection, LocalDate earliest) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(RAISE)) {
            update.setDate(1, Date.valueOf(earliest));
            update.executeUpdate();
        }
    }

    /** Locks the prices for the rest of the transaction: what their writers have committed by now is all there is. */
    static void lock(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LOCK);
                ResultSet row = select.executeQuery()) {
            row.next();
        }
    }

    /** The bits of a type in the column {@code sources}. */
    static int bits(PriceType type) {
        return PriceSource.MASK << PriceSource.BITS * type.ordinal();
    }

    /**
     * In statements of many rows, whose text is put together here: all of it is numbers and days, and there is nothing to
     * be escaped. The driver takes twice as long over its batches, and a quarter longer when it binds the values of as
     * many rows.
     */
    private void insert(PriceSource source, List<PriceRow> rows) throws SQLException {
        StringBuilder sql = new StringBuilder();
        try (Statement statement = connection.createStatement()) {
            for (int from = 0; from < rows.size(); from += ROWS_AT_ONCE) {
                sql.setLength(0);
                sql.append(INSERT);
                for (PriceRow row : rows.subList(from, Math.min(rows.size(), from + ROWS_AT_ONCE))) {
                    append(sql, row, source.bits(row.spoken()));
                }
                sql.setLength(sql.length() - 1);
                statement.executeUpdate(sql.append(UNLESS_WORSE).toString());
            }
        }
    }

    private static void append(StringBuilder sql, PriceRow row, int sources) {
        sql.append("('").append(row.day()).append("',").append(row.card());
        for (int cents : row.cents()) {
            if (cents == PriceRow.NONE) {
                sql.append(",NULL");
            } else {
                sql.append(',').append(cents);
            }
        }
        sql.append(',').append(sources).append("),");
    }
}
