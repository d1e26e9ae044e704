package org.mtgtracker.pricing.control;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mtgtracker.pricing.boundary.PriceType;

/**
 * The rows of a few days that may go: all but each card's last price of every type, and the first of a price that is
 * higher or lower than all before it.
 */
final class SpareRows {
    private static final int TYPES = PriceType.ALL.size();
    private static final int DELETED_AT_ONCE = 1000;

    private static final String ROWS =
            "SELECT card, day, " + Sql.PRICES + " FROM card_price WHERE day BETWEEN ? AND ? ORDER BY card, day DESC";

    private static final String DELETE = "DELETE FROM card_price WHERE day = ? AND card IN (%s)";

    private final PriceExtremes before;
    private final Map<LocalDate, List<Integer>> spare = new TreeMap<>();

    private SpareRows(PriceExtremes before) {
        this.before = requireNonNull(before, "before is null");
    }

    /** A card's prices of a day, 0 for none. */
    private record Row(LocalDate day, int[] cents) {}

    /**
     * Finds them.
     *
     * @param before the extremes of all earlier days; these days are added to them
     */
    static SpareRows find(Connection connection, LocalDate first, LocalDate last, PriceExtremes before)
            throws SQLException {
        SpareRows rows = new SpareRows(before);
        try (PreparedStatement select = connection.prepareStatement(ROWS)) {
            select.setDate(1, Date.valueOf(first));
            select.setDate(2, Date.valueOf(last));
            // row by row: Connector/J otherwise holds the whole result in memory first
            select.setFetchSize(Integer.MIN_VALUE);
            try (ResultSet row = select.executeQuery()) {
                List<Row> ofCard = new ArrayList<>();
                int card = 0;
                while (row.next()) {
                    if (row.getInt(1) != card) {
                        rows.take(card, ofCard);
                        ofCard.clear();
                        card = row.getInt(1);
                    }
                    ofCard.add(read(row));
                }
                rows.take(card, ofCard);
            }
        }
        return rows;
    }

    private static Row read(ResultSet row) throws SQLException {
        int[] cents = new int[TYPES];
        for (int type = 0; type < TYPES; type++) {
            // a price is never 0, which is what NULL is read as
            cents[type] = row.getInt(type + 3);
        }
        return new Row(row.getDate(2).toLocalDate(), cents);
    }

    /** @param rows from the last day to the first */
    private void take(int card, List<Row> rows) {
        boolean[] kept = new boolean[rows.size()];
        for (int type = 0; type < TYPES; type++) {
            keep(card, type, rows, kept);
        }
        for (int i = 0; i < kept.length; i++) {
            if (!kept[i]) {
                spare.computeIfAbsent(rows.get(i).day(), day -> new ArrayList<>())
                        .add(card);
            }
        }
    }

    private void keep(int card, int type, List<Row> rows, boolean[] kept) {
        int last = -1;
        int high = -1;
        int low = -1;
        for (int i = 0; i < kept.length; i++) {
            int cents = rows.get(i).cents()[type];
            if (cents > 0) {
                last = last < 0 ? i : last;
                high = high < 0 || cents >= rows.get(high).cents()[type] ? i : high;
                low = low < 0 || cents <= rows.get(low).cents()[type] ? i : low;
            }
        }
        if (last < 0) {
            return;
        }
        int highest = rows.get(high).cents()[type];
        int lowest = rows.get(low).cents()[type];
        kept[last] = true;
        kept[high] |= before.isHigher(type, card, highest);
        kept[low] |= before.isLower(type, card, lowest);
        before.take(type, card, highest);
        before.take(type, card, lowest);
    }

    /** Deletes them; says how many there were. */
    long delete(Connection connection) throws SQLException {
        long deleted = 0;
        for (Map.Entry<LocalDate, List<Integer>> day : spare.entrySet()) {
            List<Integer> cards = day.getValue();
            for (int from = 0; from < cards.size(); from += DELETED_AT_ONCE) {
                List<Integer> some = cards.subList(from, Math.min(cards.size(), from + DELETED_AT_ONCE));
                try (PreparedStatement delete = connection.prepareStatement(DELETE.formatted(Sql.marks(some.size())))) {
                    delete.setDate(1, Date.valueOf(day.getKey()));
                    for (int i = 0; i < some.size(); i++) {
                        delete.setInt(i + 2, some.get(i));
                    }
                    deleted += delete.executeUpdate();
                }
            }
        }
        return deleted;
    }
}
