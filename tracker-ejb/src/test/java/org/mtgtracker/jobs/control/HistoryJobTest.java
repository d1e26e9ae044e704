package org.mtgtracker.jobs.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mtgtracker.DatabaseUnderTest;
import org.mtgtracker.OnEachDatabase;
import org.mtgtracker.jobs.LeaseDouble;
import org.mtgtracker.jobs.boundary.LeaseLost;

@OnEachDatabase
class HistoryJobTest {
    private final DataSource source;
    private final HistoryJob job;
    private int generation;

    HistoryJobTest(DatabaseUnderTest database) {
        source = database.schema("job_history");
        job = new HistoryJob(DatabaseUnderTest.rows(source), 90);
    }

    @BeforeEach
    void reset() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM job_run");
        }
    }

    @Test
    void runs_older_than_the_days_are_forgotten() throws SQLException {
        run("cards", "SUCCEEDED", 92);
        run("cards", "LOST", 91);
        run("cards", "SUCCEEDED", 89);
        run("cards", "SUCCEEDED", 1);

        assertThat(job.run(LeaseDouble.HELD)).isEqualTo("Forgot 2 runs older than 90 days.");
        assertThat(kept()).containsExactly("cards SUCCEEDED 89", "cards SUCCEEDED 1");
        assertThat(job.run(LeaseDouble.HELD)).isEqualTo("Forgot 0 runs older than 90 days.");
    }

    @Test
    void of_each_job_the_newest_run_and_the_newest_success_stay_however_old() throws SQLException {
        run("cards", "SUCCEEDED", 400);
        run("cards", "SUCCEEDED", 300);
        run("cards", "FAILED", 250);
        run("cards", "FAILED", 200);
        run("sets", "FAILED", 500);
        run("sets", "LOST", 450);

        assertThat(job.run(LeaseDouble.HELD)).isEqualTo("Forgot 3 runs older than 90 days.");
        assertThat(kept()).containsExactly("cards SUCCEEDED 300", "cards FAILED 200", "sets LOST 450");
    }

    @Test
    void many_are_forgotten_in_several_batches() throws SQLException {
        for (int i = 0; i < HistoryJob.BATCH * 2 + 5; i++) {
            run("cards", "SUCCEEDED", 100);
        }

        assertThat(job.run(LeaseDouble.HELD)).isEqualTo("Forgot 2004 runs older than 90 days.");
        assertThat(kept()).hasSize(1);
    }

    @Test
    void nothing_is_forgotten_without_the_lease() throws SQLException {
        run("cards", "SUCCEEDED", 100);
        run("cards", "SUCCEEDED", 99);

        assertThatThrownBy(() -> job.run(LeaseDouble.LOST)).isInstanceOf(LeaseLost.class);
        assertThat(kept()).hasSize(2);
    }

    private void run(String name, String outcome, int daysAgo) throws SQLException {
        String sql = """
                INSERT INTO job_run (job, run_trigger, argument, generation, attempt, owner, started_at, finished_at,
                                     outcome, message)
                VALUES (?, 'SCHEDULE', '', ?, 0, 'a', UTC_TIMESTAMP(3) - INTERVAL ? DAY,
                        UTC_TIMESTAMP(3) - INTERVAL ? DAY, ?, 'Well.')
                """;
        try (Connection connection = source.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, name);
            insert.setInt(2, ++generation);
            insert.setInt(3, daysAgo);
            insert.setInt(4, daysAgo);
            insert.setString(5, outcome);
            insert.executeUpdate();
        }
    }

    private List<String> kept() throws SQLException {
        String sql = "SELECT job, outcome, TIMESTAMPDIFF(DAY, finished_at, UTC_TIMESTAMP(3)) FROM job_run ORDER BY id";
        List<String> found = new ArrayList<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                found.add(row.getString(1) + " " + row.getString(2) + " " + row.getInt(3));
            }
        }
        return found;
    }
}
