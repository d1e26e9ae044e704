package org.mtgtracker.pricing.control;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.mtgtracker.pricing.boundary.PriceType;

/** Keeps each card's newest prices, their days and first days as the history has them. */
final class LatestRows {
    /** So many cards are named in one statement; when a day has more rows to follow, all of the day are. */
    private static final int NAMED = 1000;

    private static final int WHOLE_DAY = 5_000;

    private static final String COLUMNS = "card, " + Sql.PRICES + ", " + Sql.each(", ", type -> type.key() + "_day")
            + ", " + Sql.each(", ", type -> type.key() + "_since");

    /** Assignments run from left to right: a price is decided by the days as they were. */
    private static final String FOLLOW = """
            INSERT INTO latest_price (%s)
            SELECT p.card, %s, %s, %s FROM card_price p WHERE p.day = ?%%s
            ON DUPLICATE KEY UPDATE %s, %s, %s
            """.formatted(
                    COLUMNS,
                    Sql.each(", ", type -> "p." + type.key()),
                    Sql.each(", ", LatestRows::dayIfPriced),
                    Sql.each(", ", LatestRows::dayIfPriced),
                    Sql.each(", ", type -> """
                            latest_price.%1$s = IF(VALUES(%1$s_day) >= COALESCE(latest_price.%1$s_day, VALUES(%1$s_day)),
                                VALUES(%1$s), latest_price.%1$s)""".formatted(type.key())),
                    Sql.each(", ", type -> further("GREATEST", type.key() + "_day")),
                    Sql.each(", ", type -> further("LEAST", type.key() + "_since")));

    /**
     * What a day says that is the newest of all, to cards that have had prices before: half the work of {@link #FOLLOW}.
     * In an update of several tables the order of assignments is not told, so each looks at its own column only.
     */
    private static final String RENEW = """
            UPDATE latest_price l STRAIGHT_JOIN card_price p ON p.day = ? AND p.card = l.card
            SET %s
            """.formatted(Sql.each(", ", type -> """
                    l.%1$s = COALESCE(p.%1$s, l.%1$s),
                    l.%1$s_day = IF(p.%1$s IS NULL, l.%1$s_day, p.day),
                    l.%1$s_since = COALESCE(l.%1$s_since, IF(p.%1$s IS NULL, NULL, p.day))""".formatted(type.key())));

    /** The same to cards that have not. */
    private static final String BEGIN = """
            INSERT INTO latest_price (%s)
            SELECT p.card, %s, %s, %s
            FROM card_price p LEFT JOIN latest_price l ON l.card = p.card
            WHERE p.day = ? AND l.card IS NULL
            """.formatted(
                    COLUMNS,
                    Sql.each(", ", type -> "p." + type.key()),
                    Sql.each(", ", LatestRows::dayIfPriced),
                    Sql.each(", ", LatestRows::dayIfPriced));

    /**
     * By a lock, like {@link #HISTORY}: an import's transaction has begun to read long before it comes to the prices, and
     * would not see what was committed since.
     */
    private static final String NEWEST = "SELECT MAX(day) FROM price_day LOCK IN SHARE MODE";

    /** Cards whose newest or first price of a type is no more. */
    private static final String LOST = """
            SELECT l.card
            FROM card_price p JOIN latest_price l ON l.card = p.card
            WHERE p.day = ? AND (%s)%%s
            """.formatted(Sql.each(
            " OR ", type -> "p.%1$s IS NULL AND (l.%1$s_day = p.day OR l.%1$s_since = p.day)".formatted(type.key())));

    private static final String HISTORY = """
            SELECT STRAIGHT_JOIN p.day, %s
            FROM price_day d JOIN card_price p ON p.day = d.day AND p.card = ?
            ORDER BY d.day
            LOCK IN SHARE MODE
            """.formatted(Sql.each(", ", type -> "p." + type.key()));

    private static final String FORGET = "DELETE FROM latest_price WHERE card = ?";

    private static final String KEEP =
            "INSERT INTO latest_price (" + COLUMNS + ") VALUES (" + Sql.marks(1 + 3 * PriceType.ALL.size()) + ")";

    private final Connection connection;

    LatestRows(Connection connection) {
        this.connection = requireNonNull(connection, "connection is null");
    }

    /** Brings the newest prices up to rows of one day that have just been written. */
    void follow(LocalDate day, List<PriceRow> rows) throws SQLException {
        boolean takesAway = rows.stream().anyMatch(LatestRows::takesAway);
        List<Integer> lost = new ArrayList<>();
        if (rows.size() >= WHOLE_DAY) {
            if (isNewest(day)) {
                execute(RENEW, day);
                execute(BEGIN, day);
            } else {
                follow(day, rows, "");
            }
            if (takesAway) {
                lost.addAll(lost(day, List.of(), ""));
            }
        } else {
            for (int from = 0; from < rows.size(); from += NAMED) {
                List<PriceRow> some = rows.subList(from, Math.min(rows.size(), from + NAMED));
                String named = " AND p.card IN (" + Sql.marks(some.size()) + ")";
                follow(day, some, named);
                if (takesAway) {
                    lost.addAll(lost(day, some, named));
                }
            }
        }
        for (int card : lost) {
            restore(card);
        }
    }

    /** No card has a price of a later day. */
    private boolean isNewest(LocalDate day) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NEWEST);
                ResultSet row = select.executeQuery()) {
            row.next();
            LocalDate newest = row.getObject(1, LocalDate.class);
            return newest == null || !day.isBefore(newest);
        }
    }

    private void execute(String sql, LocalDate day) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setDate(1, Date.valueOf(day));
            statement.executeUpdate();
        }
    }

    private void follow(LocalDate day, List<PriceRow> rows, String named) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(FOLLOW.formatted(named))) {
            name(insert, day, named.isEmpty() ? List.of() : rows);
            insert.executeUpdate();
        }
    }

    private List<Integer> lost(LocalDate day, List<PriceRow> rows, String named) throws SQLException {
        List<Integer> cards = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(LOST.formatted(named))) {
            name(select, day, rows);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    cards.add(row.getInt(1));
                }
            }
        }
        return cards;
    }

    private static void name(PreparedStatement statement, LocalDate day, List<PriceRow> rows) throws SQLException {
        statement.setDate(1, Date.valueOf(day));
        int at = 2;
        for (PriceRow row : rows) {
            statement.setInt(at++, row.card());
        }
    }

    /** Finds a card's newest and first prices anew, out of its whole history. */
    void restore(int card) throws SQLException {
        int types = PriceType.ALL.size();
        int[] cents = new int[types];
        Date[] newest = new Date[types];
        Date[] first = new Date[types];
        boolean any = false;
        try (PreparedStatement select = connection.prepareStatement(HISTORY)) {
            select.setInt(1, card);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    for (int type = 0; type < types; type++) {
                        int price = row.getInt(type + 2);
                        if (!row.wasNull()) {
                            any = true;
                            cents[type] = price;
                            newest[type] = row.getDate(1);
                            first[type] = first[type] == null ? newest[type] : first[type];
                        }
                    }
                }
            }
        }
        try (PreparedStatement delete = connection.prepareStatement(FORGET)) {
            delete.setInt(1, card);
            delete.executeUpdate();
        }
        if (any) {
            keep(card, cents, newest, first);
        }
    }

    private void keep(int card, int[] cents, Date[] newest, Date[] first) throws SQLException {
        int types = cents.length;
        try (PreparedStatement insert = connection.prepareStatement(KEEP)) {
            insert.setInt(1, card);
            for (int type = 0; type < types; type++) {
                if (newest[type] == null) {
                    insert.setNull(type + 2, Types.INTEGER);
                } else {
                    insert.setInt(type + 2, cents[type]);
                }
                insert.setDate(types + type + 2, newest[type]);
                insert.setDate(2 * types + type + 2, first[type]);
            }
            insert.executeUpdate();
        }
    }

    private static boolean takesAway(PriceRow row) {
        for (int type = 0; type < row.cents().length; type++) {
            if ((row.spoken() & 1 << type) != 0 && row.cents()[type] == PriceRow.NONE) {
                return true;
            }
        }
        return false;
    }

    private static String dayIfPriced(PriceType type) {
        return "IF(p.%s IS NULL, NULL, p.day)".formatted(type.key());
    }

    /** The one of two days that lies further that way; the only one where there is but one. */
    private static String further(String function, String column) {
        return "latest_price.%2$s = %1$s(COALESCE(latest_price.%2$s, VALUES(%2$s)), COALESCE(VALUES(%2$s), latest_price.%2$s))"
                .formatted(function, column);
    }
}
