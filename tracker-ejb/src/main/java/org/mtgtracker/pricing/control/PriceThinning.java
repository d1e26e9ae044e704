package org.mtgtracker.pricing.control;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mtgtracker.jobs.boundary.JobFailed;
import org.mtgtracker.jobs.boundary.Permit;
import org.mtgtracker.persistence.boundary.On;
import org.mtgtracker.persistence.boundary.Rows;
import org.mtgtracker.persistence.boundary.Workload;
import org.mtgtracker.pricing.boundary.PriceType;
import org.mtgtracker.pricing.boundary.PricesChanged;
import org.mtgtracker.pricing.boundary.Resolution;

/**
 * Thins out old prices, where {@code tracker.prices.thin-after-days} says how old: of every week (Monday to Sunday) that
 * lies wholly before, each card keeps its last price of every type, on the day it was one. Nothing else of the week
 * stays; no price is lost that is the only one of its type in its week.
 */
@ApplicationScoped
public class PriceThinning {
    private static final int DELETED_AT_ONCE = 1000;

    private static final String LOCK = "SELECT version FROM price_state WHERE id = 1 FOR UPDATE";

    private static final String NEXT_WEEK = """
            SELECT MIN(d.day) FROM price_day d JOIN price_state s ON d.day >= COALESCE(s.thinned_to, d.day)
            WHERE d.day < ?
            """;

    private static final String WEEK =
            "SELECT day, card, " + Sql.PRICES + " FROM card_price WHERE day BETWEEN ? AND ? ORDER BY day DESC, card";

    private static final String DELETE = "DELETE FROM card_price WHERE day = ? AND card IN (%s)";

    private static final String FORGET_DAYS = """
            DELETE FROM price_day
            WHERE day BETWEEN ? AND ? AND NOT EXISTS (SELECT 1 FROM card_price p WHERE p.day = price_day.day)
            """;

    private static final String DONE = "UPDATE price_state SET version = version + 1, thinned_to = ? WHERE id = 1";

    private final Rows rows;
    private final Clock clock;
    private final int afterDays;
    private final Consumer<PricesChanged> tell;

    @Inject
    public PriceThinning(
            @On(Workload.BULK) Rows rows,
            @ConfigProperty(name = "tracker.prices.thin-after-days") Optional<Integer> afterDays,
            Event<PricesChanged> changed) {
        this(rows, Clock.systemUTC(), afterDays.orElse(0), (Consumer<PricesChanged>) changed::fire);
    }

    /** @param afterDays how old a price must be; 0: all are kept */
    PriceThinning(Rows rows, Clock clock, int afterDays, Consumer<PricesChanged> tell) {
        this.rows = requireNonNull(rows, "rows is null");
        this.clock = requireNonNull(clock, "clock is null");
        this.afterDays = afterDays;
        this.tell = requireNonNull(tell, "tell is null");
    }

    protected PriceThinning() {
        rows = null;
        clock = null;
        afterDays = 0;
        tell = null;
    }

    /** Thins out what is old enough, a week in a transaction; gives a sentence about it. */
    public String run(Permit permit) {
        if (afterDays < 0) {
            throw new JobFailed("tracker.prices.thin-after-days is " + afterDays
                    + "; it must be at least 0, which keeps" + " all prices. None were thinned out.");
        }
        if (afterDays == 0) {
            return "All prices are kept: tracker.prices.thin-after-days is not set.";
        }
        LocalDate border = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(afterDays);
        LocalDate end = Resolution.WEEK.start(border);
        long deleted = 0;
        int weeks = 0;
        for (Optional<Long> week = thinNext(end, permit); week.isPresent(); week = thinNext(end, permit)) {
            deleted += week.get();
            weeks++;
        }
        if (deleted > 0) {
            tell.accept(new PricesChanged(rows.write((Connection connection) -> PriceStore.version(connection))));
        }
        return "%,d rows of %,d weeks before %s were thinned out.".formatted(deleted, weeks, end);
    }

    /** Thins out the earliest week that has not been; says how many rows went, empty when there is none before the end. */
    private Optional<Long> thinNext(LocalDate end, Permit permit) {
        return rows.write(connection -> {
            permit.check(connection);
            lock(connection);
            Optional<LocalDate> day = nextDay(connection, end);
            if (day.isEmpty()) {
                return Optional.empty();
            }
            LocalDate first = Resolution.WEEK.start(day.get());
            LocalDate last = Resolution.WEEK.end(first);
            try (PreparedStatement update = connection.prepareStatement(DONE)) {
                update.setDate(1, Date.valueOf(last.plusDays(1)));
                update.executeUpdate();
            }
            long deleted = delete(connection, spare(connection, first, last));
            try (PreparedStatement forget = connection.prepareStatement(FORGET_DAYS)) {
                forget.setDate(1, Date.valueOf(first));
                forget.setDate(2, Date.valueOf(last));
                forget.executeUpdate();
            }
            return Optional.of(deleted);
        });
    }

    /** Writers of prices wait from here on; before the first read, so that what they have written is seen. */
    private static void lock(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LOCK);
                ResultSet row = select.executeQuery()) {
            row.next();
        }
    }

    private static Optional<LocalDate> nextDay(Connection connection, LocalDate end) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NEXT_WEEK)) {
            select.setDate(1, Date.valueOf(end));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return Optional.ofNullable(row.getDate(1)).map(Date::toLocalDate);
            }
        }
    }

    /** The rows of a week whose types all have later prices in it, by day in the order they were read. */
    private static Spare spare(Connection connection, LocalDate first, LocalDate last) throws SQLException {
        Spare spare = new Spare();
        try (PreparedStatement select = connection.prepareStatement(WEEK)) {
            select.setDate(1, Date.valueOf(first));
            select.setDate(2, Date.valueOf(last));
            // row by row: Connector/J otherwise holds the whole result in memory first
            select.setFetchSize(Integer.MIN_VALUE);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    int types = 0;
                    for (PriceType type : PriceType.ALL) {
                        row.getInt(type.ordinal() + 3);
                        types |= row.wasNull() ? 0 : 1 << type.ordinal();
                    }
                    spare.take(row.getDate(1), row.getInt(2), types);
                }
            }
        }
        return spare;
    }

    private static long delete(Connection connection, Spare spare) throws SQLException {
        long deleted = 0;
        for (int from = 0; from < spare.size; ) {
            int to = from;
            while (to < spare.size && to - from < DELETED_AT_ONCE && spare.days[to].equals(spare.days[from])) {
                to++;
            }
            try (PreparedStatement delete = connection.prepareStatement(DELETE.formatted(Sql.marks(to - from)))) {
                delete.setDate(1, spare.days[from]);
                for (int i = from; i < to; i++) {
                    delete.setInt(i - from + 2, spare.cards[i]);
                }
                deleted += delete.executeUpdate();
            }
            from = to;
        }
        return deleted;
    }

    /** Rows that may go: seven days of 500,000 cards take 50 MB. */
    private static final class Spare {
        private static final int FIRST_SIZE = 1 << 12;

        private byte[] seen = new byte[FIRST_SIZE];
        private Date[] days = new Date[FIRST_SIZE];
        private int[] cards = new int[FIRST_SIZE];
        private int size;
        private Date day;

        /** Takes rows from the last day to the first. */
        void take(Date ofDay, int card, int types) {
            if (card >= seen.length) {
                seen = Arrays.copyOf(seen, Math.max(card + 1, 2 * seen.length));
            }
            if ((types & ~seen[card]) == 0) {
                if (size == cards.length) {
                    cards = Arrays.copyOf(cards, 2 * size);
                    days = Arrays.copyOf(days, 2 * size);
                }
                // one object for all rows of a day
                day = ofDay.equals(day) ? day : ofDay;
                days[size] = day;
                cards[size++] = card;
            }
            seen[card] |= (byte) types;
        }
    }
}
