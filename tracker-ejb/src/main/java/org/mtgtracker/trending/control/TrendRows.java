package org.mtgtracker.trending.control;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.mtgtracker.pricing.boundary.PriceType;
import org.mtgtracker.trending.boundary.Timeframe;

/**
 * Generations of trends in the database. A new one is written beside the one that holds, and takes its place with the
 * commit; that one stays for whoever is still reading it, and goes with the next.
 */
final class TrendRows {
    /** Locks out whoever else has just reckoned. */
    private static final String HOLDING = """
            SELECT s.generation, g.price_version
            FROM trending_state s LEFT JOIN trending_generation g ON g.id = s.generation
            WHERE s.id = 1
            FOR UPDATE
            """;

    private static final String GENERATION = """
            INSERT INTO trending_generation (price_version, rules, newest_day, reckoned_at, millis, cards)
            VALUES (?, ?, ?, ?, ?, ?)
            """;

    private static final String LIST = """
            INSERT INTO trending_list (generation, timeframe, price_type, target_day, stale, movers, data)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String HOLD = "UPDATE trending_state SET generation = ? WHERE id = 1";

    private static final String FORGET_LISTS = "DELETE FROM trending_list WHERE generation < ?";

    private static final String FORGET = "DELETE FROM trending_generation WHERE id < ?";

    private static final String NUMBER = "SELECT generation FROM trending_state WHERE id = 1";

    private static final String BASIS = """
            SELECT g.price_version, g.rules
            FROM trending_state s JOIN trending_generation g ON g.id = s.generation
            """;

    private static final String READ = """
            SELECT g.id, g.price_version, g.newest_day, g.reckoned_at, g.millis, g.cards
            FROM trending_state s JOIN trending_generation g ON g.id = s.generation
            """;

    private static final String READ_LISTS =
            "SELECT timeframe, price_type, stale, data FROM trending_list WHERE generation = ?";

    private TrendRows() {}

    /** What the generation that holds was reckoned from. */
    record Basis(long priceVersion, String rules) {}

    /**
     * Writes trends and makes them hold; as part of a transaction.
     *
     * @return with their generation; empty when newer ones hold already
     */
    static Optional<Trends> write(Connection connection, Trends trends, TrendRules rules) throws SQLException {
        long holding = 0;
        try (PreparedStatement select = connection.prepareStatement(HOLDING);
                ResultSet row = select.executeQuery()) {
            row.next();
            holding = row.getLong(1);
            if (row.getLong(2) > trends.priceVersion()) {
                return Optional.empty();
            }
        }
        long generation = insert(connection, trends, rules);
        if (trends.newestDay().isPresent()) {
            insertLists(connection, generation, trends, trends.newestDay().get());
        }
        execute(connection, HOLD, generation);
        execute(connection, FORGET_LISTS, holding);
        execute(connection, FORGET, holding);
        return Optional.of(trends.as(generation));
    }

    private static long insert(Connection connection, Trends trends, TrendRules rules) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(GENERATION, Statement.RETURN_GENERATED_KEYS)) {
            insert.setLong(1, trends.priceVersion());
            insert.setString(2, rules.text());
            insert.setDate(3, trends.newestDay().map(Date::valueOf).orElse(null));
            insert.setObject(4, LocalDateTime.ofInstant(trends.reckonedAt(), ZoneOffset.UTC));
            insert.setInt(5, trends.millis());
            insert.setBytes(6, TrendBytes.pack(trends.cards()));
            insert.executeUpdate();
            try (ResultSet keys = insert.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        }
    }

    private static void insertLists(Connection connection, long generation, Trends trends, LocalDate newest)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(LIST)) {
            for (Timeframe timeframe : Timeframe.ALL) {
                for (PriceType type : PriceType.ALL) {
                    Movers movers = trends.movers(timeframe, type);
                    insert.setLong(1, generation);
                    insert.setString(2, timeframe.key());
                    insert.setString(3, type.key());
                    insert.setDate(4, Date.valueOf(timeframe.target(newest)));
                    insert.setInt(5, movers.stale());
                    insert.setInt(6, movers.size());
                    insert.setBytes(7, TrendBytes.pack(new Trends.Listed(movers, trends.sets(timeframe, type)), (int)
                            newest.toEpochDay()));
                    insert.executeUpdate();
                }
            }
        }
    }

    /** The number of the generation that holds; 0 before the first. */
    static long number(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NUMBER);
                ResultSet row = select.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    static Optional<Basis> basis(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(BASIS);
                ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(new Basis(row.getLong(1), row.getString(2))) : Optional.empty();
        }
    }

    /** The trends that hold; empty before the first. To be read in one snapshot. */
    static Optional<Trends> read(Connection connection) throws SQLException {
        Trends head;
        try (PreparedStatement select = connection.prepareStatement(READ);
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            head = new Trends(
                    row.getLong(1),
                    row.getLong(2),
                    Optional.ofNullable(row.getDate(3)).map(Date::toLocalDate),
                    row.getObject(4, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                    row.getInt(5),
                    TrendBytes.cards(row.getBytes(6)),
                    Map.of());
        }
        Map<Timeframe, Map<PriceType, Trends.Listed>> lists = new EnumMap<>(Timeframe.class);
        if (head.newestDay().isPresent()) {
            readLists(connection, head, lists);
        }
        return Optional.of(new Trends(
                head.generation(),
                head.priceVersion(),
                head.newestDay(),
                head.reckonedAt(),
                head.millis(),
                head.cards(),
                lists));
    }

    private static void readLists(
            Connection connection, Trends head, Map<Timeframe, Map<PriceType, Trends.Listed>> lists)
            throws SQLException {
        int newest = (int) head.newestDay().orElseThrow().toEpochDay();
        try (PreparedStatement select = connection.prepareStatement(READ_LISTS)) {
            select.setLong(1, head.generation());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Timeframe timeframe = Timeframe.of(row.getString(1)).orElseThrow();
                    PriceType type = PriceType.of(row.getString(2)).orElseThrow();
                    lists.computeIfAbsent(timeframe, any -> new EnumMap<>(PriceType.class))
                            .put(type, TrendBytes.list(row.getBytes(4), newest, row.getInt(3)));
                }
            }
        }
    }

    private static void execute(Connection connection, String sql, long generation) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, generation);
            statement.executeUpdate();
        }
    }
}
