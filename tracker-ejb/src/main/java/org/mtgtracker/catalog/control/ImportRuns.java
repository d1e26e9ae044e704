package org.mtgtracker.catalog.control;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mtgtracker.catalog.boundary.ImportChange;
import org.mtgtracker.catalog.boundary.ImportProblem;
import org.mtgtracker.catalog.boundary.ImportRun;
import org.mtgtracker.catalog.boundary.ImportRun.Outcome;
import org.mtgtracker.persistence.boundary.On;
import org.mtgtracker.persistence.boundary.Rows;
import org.mtgtracker.persistence.boundary.Workload;
import org.mtgtracker.persistence.entity.UuidBytes;

/** The record of all imports. Read on the primary: who has just started one asks for it at once. */
@Dependent
public class ImportRuns {
    private static final int LONGEST_MESSAGE = 2000;
    private static final int LONGEST_REASON = 1000;

    /** So many runs are remembered: three months of nights. */
    static final int KEPT = 90;

    private static final String COLUMNS = """
            SELECT id, source, outcome, cards_read, added, changed, removed, unchanged, broken, prices, price_day,
                   bytes_read, bytes_total, started_at, finished_at, message
            FROM import_run
            """;

    private static final String BEGIN =
            "INSERT INTO import_run (id, source, outcome, started_at) VALUES (?, ?, 'RUNNING', ?)";

    private static final String OPENED =
            "UPDATE import_run SET bytes_total = ?, price_day = ? WHERE id = ? AND outcome = 'RUNNING'";

    private static final String PROGRESS = """
            UPDATE import_run
            SET cards_read = ?, added = ?, changed = ?, removed = ?, unchanged = ?, broken = ?, prices = ?,
                bytes_read = ?
            WHERE id = ? AND outcome = 'RUNNING'
            """;

    private static final String END = "UPDATE import_run SET outcome = ?, finished_at = UTC_TIMESTAMP(3), message = ?"
            + " WHERE id = ? AND outcome = 'RUNNING'";

    private static final String INTERRUPTED = """
            UPDATE import_run SET outcome = 'FAILED', finished_at = ?, message = ? WHERE outcome = 'RUNNING'
            """;

    private static final String PROBLEM = """
            INSERT INTO import_problem (run, position, line, byte_offset, card_id, reason) VALUES (?, ?, ?, ?, ?, ?)
            """;

    private static final String PROBLEMS = """
            SELECT position, line, byte_offset, card_id, reason FROM import_problem WHERE run = ? ORDER BY position
            """;

    private static final String CHANGES = """
            SELECT i.card, c.scryfall_id, c.name, i.kind
            FROM import_change i JOIN card c ON c.id = i.card
            WHERE i.run = ? AND i.card > ?
            ORDER BY i.card
            LIMIT ?
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

    /** The newest run that has not recorded its end. */
    public Optional<ImportRun> running() {
        return rows.write(connection -> {
            String newest = COLUMNS + "WHERE outcome = 'RUNNING' ORDER BY id DESC LIMIT 1";
            try (PreparedStatement select = connection.prepareStatement(newest)) {
                return all(select).stream().findFirst();
            }
        });
    }

    /** The broken objects that a run left out, in the order of the file; the first {@value Problems#KEPT}. */
    public List<ImportProblem> problems(long id) {
        return rows.write(connection -> {
            try (PreparedStatement select = connection.prepareStatement(PROBLEMS)) {
                select.setLong(1, id);
                List<ImportProblem> problems = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        problems.add(new ImportProblem(
                                row.getLong(1), row.getLong(2), row.getLong(3), row.getString(4), row.getString(5)));
                    }
                }
                return problems;
            }
        });
    }

    /** What a run did to cards, ordered by their number: at most {@code limit} of those behind {@code after}. */
    public List<ImportChange> changes(long id, int after, int limit) {
        return rows.write(connection -> {
            try (PreparedStatement select = connection.prepareStatement(CHANGES)) {
                select.setLong(1, id);
                select.setInt(2, after);
                select.setInt(3, limit);
                List<ImportChange> changes = new ArrayList<>();
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        changes.add(new ImportChange(
                                row.getInt(1),
                                UuidBytes.uuid(row.getBytes(2)),
                                row.getString(3),
                                ImportChange.Kind.valueOf(row.getString(4).toUpperCase(Locale.ROOT))));
                    }
                }
                return changes;
            }
        });
    }

    /**
     * Records a run that begins, in the transaction that gives it the lease; one that is still said to be running has
     * lost it, and is ended.
     */
    void begin(Connection connection, long id, String source, Instant at) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(INTERRUPTED)) {
            update.setObject(1, utc(at));
            update.setString(
                    2, "interrupted: the server that ran this import stopped before its end; nothing was changed.");
            update.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement(BEGIN)) {
            insert.setLong(1, id);
            insert.setString(2, source);
            insert.setObject(3, utc(at));
            insert.executeUpdate();
        }
    }

    /** Writes down what is known once the source is open. */
    void opened(Connection connection, long id, long bytesTotal, LocalDate priceDay) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(OPENED)) {
            if (bytesTotal < 0) {
                update.setNull(1, Types.BIGINT);
            } else {
                update.setLong(1, bytesTotal);
            }
            update.setDate(2, priceDay == null ? null : Date.valueOf(priceDay));
            update.setLong(3, id);
            update.executeUpdate();
        }
    }

    /** Writes down how far the run is. */
    void progress(Connection connection, long id, Counts counts) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(PROGRESS)) {
            update.setLong(1, counts.read);
            update.setLong(2, counts.added);
            update.setLong(3, counts.changed);
            update.setLong(4, counts.removed);
            update.setLong(5, counts.unchanged);
            update.setLong(6, counts.broken);
            update.setLong(7, counts.prices);
            update.setLong(8, counts.bytesRead);
            update.setLong(9, id);
            update.executeUpdate();
        }
    }

    /**
     * Ends the run as part of the transaction that brings its cards in, or takes them back: by the primary's clock, as it
     * began, since that of this server may be another.
     */
    void end(Connection connection, long id, Outcome outcome, String message) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(END)) {
            update.setString(1, outcome.name());
            update.setString(2, message == null ? null : shortened(message, LONGEST_MESSAGE));
            update.setLong(3, id);
            update.executeUpdate();
        }
    }

    /** Writes down the objects that were left out. */
    void problems(Connection connection, long id, List<ImportProblem> problems) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(PROBLEM)) {
            for (ImportProblem problem : problems) {
                insert.setLong(1, id);
                insert.setLong(2, problem.number());
                insert.setLong(3, problem.line());
                insert.setLong(4, problem.offset());
                insert.setString(5, problem.cardId());
                insert.setString(6, shortened(problem.reason(), LONGEST_REASON));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /**
     * Forgets one run that is older than the newest {@value #KEPT}, with all that is listed of it; false when there is
     * none.
     */
    boolean forgetOne(Connection connection) throws SQLException {
        long newest = Numbers.queryLong(
                connection,
                "SELECT COALESCE(MAX(id), 0) FROM (SELECT id FROM import_run ORDER BY id DESC LIMIT 1 OFFSET " + KEPT
                        + ") older");
        long oldest =
                Numbers.queryLong(connection, "SELECT COALESCE(MIN(id), 0) FROM import_run WHERE id <= " + newest);
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM import_run WHERE id = ?")) {
            delete.setLong(1, oldest);
            return delete.executeUpdate() > 0;
        }
    }

    /** The time as the database keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static List<ImportRun> all(PreparedStatement select) throws SQLException {
        List<ImportRun> runs = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                runs.add(run(row));
            }
        }
        return runs;
    }

    private static ImportRun run(ResultSet row) throws SQLException {
        Date priceDay = row.getDate(11);
        long bytesTotal = row.getLong(13);
        if (row.wasNull()) {
            bytesTotal = -1;
        }
        LocalDateTime finished = row.getObject(15, LocalDateTime.class);
        return new ImportRun(
                row.getLong(1),
                row.getString(2),
                Outcome.valueOf(row.getString(3)),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8),
                row.getLong(9),
                row.getLong(10),
                priceDay == null ? null : priceDay.toLocalDate(),
                row.getLong(12),
                bytesTotal,
                row.getObject(14, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                finished == null ? null : finished.toInstant(ZoneOffset.UTC),
                row.getString(16));
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
