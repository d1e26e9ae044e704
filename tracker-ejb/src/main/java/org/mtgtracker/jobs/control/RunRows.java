package org.mtgtracker.jobs.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mtgtracker.jobs.boundary.JobRun;
import org.mtgtracker.jobs.boundary.JobRun.Outcome;
import org.mtgtracker.jobs.boundary.JobRun.Trigger;

/** The history of runs. */
final class RunRows {
    /** Of an argument and of a message. */
    static final int LONGEST_TEXT = 2000;

    private static final String SELECT = """
            SELECT id, job, run_trigger, argument, generation, attempt, owner, due_at, started_at, finished_at,
                   outcome, message
            FROM job_run
            """;

    private static final String BEGIN = """
            INSERT INTO job_run (job, run_trigger, argument, generation, attempt, owner, due_at, started_at, outcome,
                                 message)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'RUNNING', '')
            """;

    private static final String END = """
            UPDATE job_run SET outcome = ?, finished_at = UTC_TIMESTAMP(3), message = ?
            WHERE id = ? AND outcome = 'RUNNING'
            """;

    /** A run whose lease is not its own any more does not run, whatever its row says. */
    private static final String RUNNING = SELECT + """
            WHERE outcome = 'RUNNING'
              AND EXISTS (SELECT 1 FROM job_beat b
                          WHERE b.name = job AND b.generation = job_run.generation AND b.until_ts > UTC_TIMESTAMP(3))
            """;

    private static final String NEWEST_OF_EACH =
            SELECT + "WHERE id IN (SELECT newest FROM (SELECT MAX(id) AS newest FROM job_run GROUP BY job) n)";

    private static final String SUCCESS_OF_EACH = SELECT + """
            WHERE id IN (SELECT newest
                         FROM (SELECT MAX(id) AS newest FROM job_run WHERE outcome = 'SUCCEEDED' GROUP BY job) n)
            """;

    private RunRows() {}

    /** Records a run that begins; its number in the argument means nothing. */
    static JobRun begin(Connection connection, JobRun run) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(BEGIN, Statement.RETURN_GENERATED_KEYS)) {
            insert.setString(1, run.job());
            insert.setString(2, run.trigger().name());
            insert.setString(3, run.argument());
            insert.setLong(4, run.generation());
            insert.setInt(5, run.attempt());
            insert.setString(6, run.owner());
            insert.setObject(7, Sql.utc(run.dueAt().orElse(null)));
            insert.setObject(8, Sql.utc(run.startedAt()));
            insert.executeUpdate();
            try (ResultSet keys = insert.getGeneratedKeys()) {
                keys.next();
                return run(connection, keys.getLong(1)).orElseThrow();
            }
        }
    }

    /** Records how a running run ended, and gives it as it is then. */
    static JobRun end(Connection connection, long id, Outcome outcome, String message) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(END)) {
            update.setString(1, outcome.name());
            update.setString(2, shortened(message));
            update.setLong(3, id);
            if (update.executeUpdate() != 1) {
                throw new IllegalStateException("Run " + id + " is not running, and cannot end as " + outcome);
            }
        }
        return run(connection, id).orElseThrow();
    }

    static Optional<JobRun> run(Connection connection, long id) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + "WHERE id = ?")) {
            select.setLong(1, id);
            return all(select).stream().findFirst();
        }
    }

    /** The run that began with this taking of the lease. */
    static Optional<JobRun> ofGeneration(Connection connection, String job, long generation) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + "WHERE job = ? AND generation = ?")) {
            select.setString(1, job);
            select.setLong(2, generation);
            return all(select).stream().findFirst();
        }
    }

    static List<JobRun> newest(Connection connection, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + "ORDER BY id DESC LIMIT ?")) {
            select.setInt(1, limit);
            return all(select);
        }
    }

    static List<JobRun> newest(Connection connection, String job, int limit) throws SQLException {
        // by generation, which rises with the id and has the index
        String sql = SELECT + "WHERE job = ? ORDER BY generation DESC LIMIT ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, job);
            select.setInt(2, limit);
            return all(select);
        }
    }

    /** The newest run of each job. */
    static List<JobRun> newestOfEach(Connection connection) throws SQLException {
        return all(connection, NEWEST_OF_EACH);
    }

    /** The newest successful run of each job that ever succeeded. */
    static List<JobRun> successOfEach(Connection connection) throws SQLException {
        return all(connection, SUCCESS_OF_EACH);
    }

    static List<JobRun> running(Connection connection) throws SQLException {
        return all(connection, RUNNING);
    }

    private static List<JobRun> all(Connection connection, String sql) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            return all(select);
        }
    }

    private static List<JobRun> all(PreparedStatement select) throws SQLException {
        List<JobRun> runs = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                runs.add(new JobRun(
                        row.getLong(1),
                        row.getString(2),
                        Trigger.valueOf(row.getString(3)),
                        row.getString(4),
                        row.getLong(5),
                        row.getInt(6),
                        row.getString(7),
                        optional(row, 8),
                        Sql.instant(row, 9),
                        optional(row, 10),
                        Outcome.valueOf(row.getString(11)),
                        row.getString(12)));
            }
        }
        return runs;
    }

    private static Optional<Instant> optional(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(Sql.instant(row, column));
    }

    private static String shortened(String message) {
        return message.length() <= LONGEST_TEXT ? message : message.substring(0, LONGEST_TEXT - 1) + "…";
    }
}
