package org.mtgtracker.pricing.control;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;
import org.mtgtracker.jobs.boundary.Permit;
import org.mtgtracker.persistence.boundary.On;
import org.mtgtracker.persistence.boundary.Rows;
import org.mtgtracker.persistence.boundary.Workload;

/**
 * Gives each month of prices a partition of its own, before its prices come: then there is nothing to be moved. Without
 * one a month's prices lie in the partition between months; they are found all the same, and move when it is opened.
 */
@ApplicationScoped
public class PricePartitions {
    private static final Logger LOG = Logger.getLogger(PricePartitions.class.getName());
    private static final int MONTHS_AHEAD = 3;
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("uuuuMM");

    private static final String ALL = """
            SELECT PARTITION_NAME, PARTITION_DESCRIPTION
            FROM information_schema.PARTITIONS
            WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'card_price'
            ORDER BY PARTITION_ORDINAL_POSITION
            """;

    /** Somebody who reads on and on must not make everybody else wait behind this change. */
    private static final String IMPATIENT = "SET SESSION lock_wait_timeout = 5";

    private static final String AS_BEFORE = "SET SESSION lock_wait_timeout = DEFAULT";

    private final Rows rows;
    private final Clock clock;
    private final Set<YearMonth> open = ConcurrentHashMap.newKeySet();

    @Inject
    public PricePartitions(@On(Workload.BULK) Rows rows) {
        this(rows, Clock.systemUTC());
    }

    public PricePartitions(Rows rows, Clock clock) {
        this.rows = requireNonNull(rows, "rows is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    protected PricePartitions() {
        rows = null;
        clock = null;
    }

    /** A partition's rows are of the days before {@code end} that the one before it has not. */
    private record Partition(String name, LocalDate start, LocalDate end) {
        boolean contains(LocalDate day) {
            return (start == null || !day.isBefore(start)) && (end == null || day.isBefore(end));
        }
    }

    /** Opens this month and the next ones; gives a sentence about it. */
    String openAhead(Permit permit) {
        YearMonth now = YearMonth.from(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        Set<YearMonth> months = new TreeSet<>();
        for (int ahead = 0; ahead <= MONTHS_AHEAD; ahead++) {
            months.add(now.plusMonths(ahead));
        }
        // a job asks the database, whatever this pod remembers
        open.removeAll(months);
        open(months, permit);
        return open.containsAll(months)
                ? "The months " + now + " to " + now.plusMonths(MONTHS_AHEAD) + " have partitions of their own."
                : "Not all of the months " + months + " could be opened; the log has the reason.";
    }

    /** Opens these months where they are not open; where that cannot be done now it is said, and tried again later. */
    public void open(Collection<YearMonth> months) {
        if (!open.containsAll(months)) {
            open(months, Permit.FREE);
        }
    }

    private void open(Collection<YearMonth> months, Permit permit) {
        rows.write(connection -> {
            permit.check(connection);
            try (Statement statement = connection.createStatement()) {
                statement.execute(IMPATIENT);
                try {
                    for (YearMonth month : new TreeSet<>(months)) {
                        open(connection, month);
                    }
                } catch (SQLException e) {
                    LOG.warning(() -> "No partition was opened for " + months + ": " + e.getMessage());
                } finally {
                    statement.execute(AS_BEFORE);
                }
            }
            return null;
        });
    }

    private void open(Connection connection, YearMonth month) throws SQLException {
        LocalDate first = month.atDay(1);
        LocalDate end = month.plusMonths(1).atDay(1);
        Partition around = all(connection).stream()
                .filter(partition -> partition.contains(first))
                .findFirst()
                .orElseThrow();
        if (!first.equals(around.start) || !end.equals(around.end)) {
            List<String> parts = new ArrayList<>();
            if (!first.equals(around.start)) {
                parts.add(part("before" + NAME.format(month), first));
            }
            parts.add(part("m" + NAME.format(month), end));
            if (!end.equals(around.end)) {
                parts.add(part(around.name, around.end));
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute("ALTER TABLE card_price REORGANIZE PARTITION " + around.name + " INTO ("
                        + String.join(", ", parts) + ")");
            }
        }
        open.add(month);
    }

    private static String part(String name, LocalDate end) {
        return "PARTITION " + name + " VALUES LESS THAN (" + (end == null ? "MAXVALUE" : "'" + end + "'") + ")";
    }

    private static List<Partition> all(Connection connection) throws SQLException {
        List<Partition> partitions = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(ALL);
                ResultSet row = select.executeQuery()) {
            LocalDate start = null;
            while (row.next()) {
                String end = row.getString(2);
                LocalDate day = end.equals("MAXVALUE") ? null : LocalDate.parse(end.replace("'", ""));
                partitions.add(new Partition(row.getString(1), start, day));
                start = day;
            }
        }
        return partitions;
    }
}
