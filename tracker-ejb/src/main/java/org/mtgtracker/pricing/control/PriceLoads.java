package org.mtgtracker.pricing.control;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mtgtracker.persistence.boundary.On;
import org.mtgtracker.persistence.boundary.Rows;
import org.mtgtracker.persistence.boundary.Workload;
import org.mtgtracker.pricing.boundary.PriceLoad;
import org.mtgtracker.pricing.boundary.PriceLoad.Kind;
import org.mtgtracker.pricing.boundary.PriceLoad.Outcome;
import org.mtgtracker.pricing.boundary.PriceProblem;

/** The record of all price files. Read on the primary: who has just sent one asks for it at once. */
@Dependent
public class PriceLoads {
    /** A load that has not moved for so long has died with its server. */
    static final Duration LONGEST_REST = Duration.ofMinutes(10);

    private static final int LONGEST_MESSAGE = 2000;
    private static final int LONGEST_REASON = 500;

    private static final String COLUMNS = """
            SELECT id, source, kind, outcome, lines_read, taken, unknown_cards, contradicting, repeated, broken_lines, started_at,
                   finished_at, message
            FROM price_load
            """;

    private static final String BEGIN =
            "INSERT INTO price_load (source, kind, outcome, started_at, moved_at) VALUES (?, ?, 'RUNNING', ?, ?)";

    private static final String PROGRESS = """
            UPDATE price_load
            SET lines_read = ?, taken = ?, unknown_cards = ?, contradicting = ?, repeated = ?, broken_lines = ?, moved_at = ?
            WHERE id = ? AND outcome = 'RUNNING'
            """;

    private static final String END = """
            UPDATE price_load SET outcome = ?, finished_at = ?, message = ?, fingerprint = ?
            WHERE id = ? AND outcome = 'RUNNING'
            """;

    private static final String INTERRUPTED = """
            UPDATE price_load SET outcome = 'FAILED', finished_at = ?, message = ?
            WHERE outcome = 'RUNNING' AND moved_at < ?
            """;

    private static final String LOADED = """
            SELECT COUNT(*) FROM price_load WHERE source = ? AND fingerprint = ? AND outcome = 'SUCCEEDED'
            """;

    private static final String PROBLEM =
            "INSERT IGNORE INTO price_problem (load_id, line, kind, reason) VALUES (?, ?, ?, ?)";

    private static final String PROBLEMS =
            "SELECT line, kind, reason FROM price_problem WHERE load_id = ? ORDER BY line";

    private final Rows rows;
    private final Clock clock;

    @Inject
    public PriceLoads(@On(Workload.BULK) Rows rows) {
        this(rows, Clock.systemUTC());
    }

    public PriceLoads(Rows rows, Clock clock) {
        this.rows = requireNonNull(rows, "rows is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    public Optional<PriceLoad> load(long id) {
        return rows.write(connection -> {
            endInterrupted(connection);
            try (PreparedStatement select = connection.prepareStatement(COLUMNS + "WHERE id = ?")) {
                select.setLong(1, id);
                return all(select).stream().findFirst();
            }
        });
    }

    public List<PriceLoad> newest(int limit) {
        return rows.write(connection -> {
            endInterrupted(connection);
            try (PreparedStatement select = connection.prepareStatement(COLUMNS + "ORDER BY id DESC LIMIT ?")) {
                select.setInt(1, limit);
                return all(select);
            }
        });
    }

    public List<PriceProblem> problems(long id) {
        return rows.write(connection -> {
            try (PreparedStatement select = connection.prepareStatement(PROBLEMS)) {
                select.setLong(1, id);
                List<PriceProblem> problems = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        problems.add(new PriceProblem(
                                row.getLong(1), PriceProblem.Kind.valueOf(row.getString(2)), row.getString(3)));
                    }
                }
                return problems;
            }
        });
    }

    /** Whether a file of that content has come in from there. */
    public boolean hasLoaded(String source, String fingerprint) {
        return rows.write(connection -> {
            try (PreparedStatement select = connection.prepareStatement(LOADED)) {
                select.setString(1, source);
                select.setString(2, fingerprint);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getInt(1) > 0;
                }
            }
        });
    }

    /** Records a load that begins now. */
    public PriceLoad begin(String source, Kind kind) {
        Instant now = now();
        long id = rows.write(connection -> {
            endInterrupted(connection);
            try (PreparedStatement insert = connection.prepareStatement(BEGIN, Statement.RETURN_GENERATED_KEYS)) {
                insert.setString(1, source);
                insert.setString(2, kind.name());
                insert.setObject(3, utc(now));
                insert.setObject(4, utc(now));
                insert.executeUpdate();
                try (ResultSet keys = insert.getGeneratedKeys()) {
                    keys.next();
                    return keys.getLong(1);
                }
            }
        });
        return new PriceLoad(id, source, kind, Outcome.RUNNING, 0, 0, 0, 0, 0, 0, now, null, null);
    }

    /**
     * Writes down how far the load is, as part of a transaction that writes for it.
     *
     * @throws Superseded when the load was taken for dead meanwhile
     */
    void progress(Connection connection, long id, LoadCounts counts) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(PROGRESS)) {
            update.setLong(1, counts.read);
            update.setLong(2, counts.taken);
            update.setLong(3, counts.unknownCards);
            update.setLong(4, counts.contradicting);
            update.setLong(5, counts.repeated);
            update.setLong(6, counts.broken);
            update.setObject(7, utc(now()));
            update.setLong(8, id);
            if (update.executeUpdate() == 0) {
                throw new Superseded(id);
            }
        }
    }

    void note(Connection connection, long id, List<PriceProblem> problems) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(PROBLEM)) {
            for (PriceProblem problem : problems) {
                insert.setLong(1, id);
                insert.setLong(2, problem.line());
                insert.setString(3, problem.kind().name());
                insert.setString(4, shortened(problem.reason(), LONGEST_REASON));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /**
     * Ends the load.
     *
     * @param message null when it succeeded
     * @param fingerprint of the whole file; null when it was not read to its end
     */
    void end(Connection connection, long id, Outcome outcome, String message, String fingerprint) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(END)) {
            update.setString(1, outcome.name());
            update.setObject(2, utc(now()));
            update.setString(3, message == null ? null : shortened(message, LONGEST_MESSAGE));
            update.setString(4, fingerprint);
            update.setLong(5, id);
            if (update.executeUpdate() == 0) {
                throw new Superseded(id);
            }
        }
    }

    private void endInterrupted(Connection connection) throws SQLException {
        Instant now = now();
        try (PreparedStatement update = connection.prepareStatement(INTERRUPTED)) {
            update.setObject(1, utc(now));
            update.setString(
                    2,
                    "Interrupted: the server that loaded this file stopped before its end. What it had taken is in the"
                            + " history; send the file again.");
            update.setObject(3, utc(now.minus(LONGEST_REST)));
            update.executeUpdate();
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static List<PriceLoad> all(PreparedStatement select) throws SQLException {
        List<PriceLoad> loads = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                LocalDateTime finished = row.getObject(12, LocalDateTime.class);
                loads.add(new PriceLoad(
                        row.getLong(1),
                        row.getString(2),
                        Kind.valueOf(row.getString(3)),
                        Outcome.valueOf(row.getString(4)),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getLong(8),
                        row.getLong(9),
                        row.getLong(10),
                        row.getObject(11, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        finished == null ? null : finished.toInstant(ZoneOffset.UTC),
                        row.getString(13)));
            }
        }
        return loads;
    }

    private static String shortened(String message, int longest) {
        return message.length() <= longest ? message : message.substring(0, longest - 1) + "…";
    }
}
