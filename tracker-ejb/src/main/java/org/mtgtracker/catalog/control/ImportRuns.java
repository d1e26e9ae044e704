package org.mtgtracker.catalog.control;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mtgtracker.catalog.boundary.ImportRun;
import org.mtgtracker.catalog.boundary.ImportRun.Outcome;
import org.mtgtracker.persistence.boundary.On;
import org.mtgtracker.persistence.boundary.Rows;
import org.mtgtracker.persistence.boundary.Workload;

/** The record of all imports. Read on the primary: who has just started one asks for it at once. */
@Dependent
public class ImportRuns {
    private static final int LONGEST_MESSAGE = 2000;

    private static final String COLUMNS = """
            SELECT id, source, outcome, cards_read, added, changed, removed, unchanged,
                   started_at, finished_at, message
            FROM import_run
            """;

    private static final String BEGIN = "INSERT INTO import_run (source, outcome, started_at) VALUES (?, 'RUNNING', ?)";

    private static final String REFUSE = """
            INSERT INTO import_run (source, outcome, started_at, finished_at, message) VALUES (?, 'FAILED', ?, ?, ?)
            """;

    private static final String PROGRESS = """
            UPDATE import_run SET cards_read = ?, added = ?, changed = ?, removed = ?, unchanged = ?
            WHERE id = ? AND outcome = 'RUNNING'
            """;

    private static final String END =
            "UPDATE import_run SET outcome = ?, finished_at = ?, message = ? WHERE id = ? AND outcome = 'RUNNING'";

    private static final String INTERRUPTED = """
            UPDATE import_run SET outcome = 'FAILED', finished_at = ?, message = ? WHERE outcome = 'RUNNING'
            """;

    private final Rows rows;
    private final Clock clock;

    @Inject
    public ImportRuns(@On(Workload.BULK) Rows rows) {
        this(rows, Clock.systemUTC());
    }

    ImportRuns(Rows rows, Clock clock) {
        this.rows = requireNonNull(rows, "rows is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    public Optional<ImportRun> run(long id) {
        return rows.write(connection -> {
            try (PreparedStatement select = connection.prepareStatement(COLUMNS + "WHERE id = ?")) {
                select.setLong(1, id);
                return all(select).stream().findFirst();
            }
        });
    }

    public List<ImportRun> newest(int limit) {
        return rows.write(connection -> {
            try (PreparedStatement select = connection.prepareStatement(COLUMNS + "ORDER BY id DESC LIMIT ?")) {
                select.setInt(1, limit);
                return all(select);
            }
        });
    }

    public Optional<ImportRun> running() {
        return rows.write(connection -> {
            // a run whose process or database was killed says RUNNING until somebody ends it, but holds no lock
            String newest = COLUMNS + "WHERE outcome = 'RUNNING' AND IS_USED_LOCK(" + ImportLock.NAME
                    + ") IS NOT NULL ORDER BY id DESC LIMIT 1";
            try (PreparedStatement select = connection.prepareStatement(newest)) {
                return all(select).stream().findFirst();
            }
        });
    }

    /** Records a run that begins now. */
    ImportRun begin(String source) {
        Instant now = now();
        long id = rows.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(BEGIN, Statement.RETURN_GENERATED_KEYS)) {
                insert.setString(1, source);
                insert.setObject(2, utc(now));
                insert.executeUpdate();
                try (ResultSet keys = insert.getGeneratedKeys()) {
                    keys.next();
                    return keys.getLong(1);
                }
            }
        });
        return new ImportRun(id, source, Outcome.RUNNING, 0, 0, 0, 0, 0, now, null, null);
    }

    /** Records a run that could not begin. */
    void refused(String source, String message) {
        rows.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(REFUSE)) {
                insert.setString(1, source);
                insert.setObject(2, utc(now()));
                insert.setObject(3, utc(now()));
                insert.setString(4, shortened(message));
                return insert.executeUpdate();
            }
        });
    }

    /**
     * Writes down how far the run is. As part of a transaction that writes for the run it keeps out a run that was taken
     * for dead: the row is locked until the transaction ends.
     *
     * @throws Superseded when the run was ended from outside
     */
    void progress(Connection connection, long id, Counts counts) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(PROGRESS)) {
            update.setLong(1, counts.read);
            update.setLong(2, counts.added);
            update.setLong(3, counts.changed);
            update.setLong(4, counts.removed);
            update.setLong(5, counts.unchanged);
            update.setLong(6, id);
            if (update.executeUpdate() == 0) {
                throw new Superseded(id);
            }
        }
    }

    /** Ends the run as part of the transaction that brings its cards in. */
    void succeed(Connection connection, long id, Instant at) throws SQLException {
        end(connection, id, Outcome.SUCCEEDED, at, null);
    }

    void fail(long id, Counts counts, String message) {
        rows.write(connection -> {
            progress(connection, id, counts);
            end(connection, id, Outcome.FAILED, now(), shortened(message));
            return id;
        });
    }

    /** Ends what is recorded as running; only for who holds the lock, so that nothing can be. Says how many there were. */
    int endInterrupted(Connection connection) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(INTERRUPTED)) {
            update.setObject(1, utc(now()));
            update.setString(
                    2, "interrupted: the server that ran this import stopped before its end; nothing was changed.");
            return update.executeUpdate();
        }
    }

    /** The time as the database keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static void end(Connection connection, long id, Outcome outcome, Instant at, String message)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(END)) {
            update.setString(1, outcome.name());
            update.setObject(2, utc(at));
            update.setString(3, message);
            update.setLong(4, id);
            if (update.executeUpdate() == 0) {
                throw new Superseded(id);
            }
        }
    }

    private static List<ImportRun> all(PreparedStatement select) throws SQLException {
        List<ImportRun> runs = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                LocalDateTime finished = row.getObject(10, LocalDateTime.class);
                runs.add(new ImportRun(
                        row.getLong(1),
                        row.getString(2),
                        Outcome.valueOf(row.getString(3)),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getLong(8),
                        row.getObject(9, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        finished == null ? null : finished.toInstant(ZoneOffset.UTC),
                        row.getString(11)));
            }
        }
        return runs;
    }

    private static String shortened(String message) {
        return message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE - 1) + "…";
    }
}
