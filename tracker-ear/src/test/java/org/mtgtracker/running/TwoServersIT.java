package org.mtgtracker.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Two servers on one database do a job once, whatever becomes of the one that does it. The job is the one that forgets
 * old runs, and it is long because there are very many of them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoServersIT {
    private static final String JOB = "history";
    private static final int MANY = 100_000;
    private static final int LEASE_SECONDS = 6;
    private static final Duration WITHIN = Duration.ofSeconds(180);

    private RunningTracker first;
    private RunningTracker second;
    private RunningTracker third;
    private EmbeddedPair databases;
    private String key;

    @BeforeAll
    void start() {
        first = command("two-servers-first")
                .with("--catalogue=demo")
                .launchAnew()
                .awaitReady();
        key = first.apiKey().orElseThrow();
        databases = EmbeddedPair.of(first);
        second = onTheSameDatabases("two-servers-second");
    }

    @AfterAll
    void stop() {
        for (RunningTracker tracker : new RunningTracker[] {third, second, first}) {
            if (tracker != null) {
                tracker.signal("CONT");
                tracker.close();
            }
        }
    }

    private static TrackerCommand command(String name) {
        return TrackerCommand.named(name)
                .environment("TRACKER_JOBS_LEASE_SECONDS", Integer.toString(LEASE_SECONDS))
                .environment("TRACKER_JOBS_TICK_SECONDS", "1");
    }

    private RunningTracker onTheSameDatabases(String name) {
        TrackerCommand command = command(name).with("--catalogue=demo");
        databases.variables().forEach(command::environment);
        return command.launchAnew().awaitReady();
    }

    @Test
    @Order(1)
    void what_one_runs_the_other_does_not_and_says_so() throws SQLException {
        long last = oldRuns();
        String address = jobs(first).begun(JOB);

        var refused = jobs(second).start(JOB);

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
        assertThat(Api.parsed(refused.body()).path("type").asText()).isEqualTo("/problems/job-running");
        assertThat(Api.parsed(refused.body()).path("run").asText()).isEqualTo(address);
        assertThat(jobs(second).job(JOB).path("running").path("uri").asText()).isEqualTo(address);
        assertThat(jobs(second).ended(address).path("outcome").asText()).isEqualTo("succeeded");
        assertThat(left(last)).isZero();
    }

    @Test
    @Order(2)
    void what_a_killed_server_has_begun_the_other_brings_to_its_end() throws SQLException {
        long last = oldRuns();
        String address = jobs(first).begun(JOB);
        awaitProgress(last);

        first.kill();

        JsonNode next = takenOver(address);
        assertThat(jobs(second).ended(next.path("uri").asText()).path("outcome").asText())
                .isEqualTo("succeeded");
        assertThat(left(last)).isZero();
    }

    @Test
    @Order(3)
    void a_paused_server_that_wakes_after_the_other_took_over_writes_nothing() throws SQLException {
        third = onTheSameDatabases("two-servers-third");
        long last = oldRuns();
        String address = jobs(third).begun(JOB);
        awaitProgress(last);

        third.signal("STOP");
        JsonNode next = takenOver(address);
        assertThat(jobs(second).ended(next.path("uri").asText()).path("outcome").asText())
                .isEqualTo("succeeded");
        // what the sleeper would go on with, if it could
        long bait = oldRuns();
        third.signal("CONT");

        await().atMost(WITHIN).until(() -> third.logged("is broken off") || third.logged("has lost its lease"));
        await().atMost(WITHIN).until(() -> third.api().get("/health/ready").statusCode() == 200);
        assertThat(left(bait)).isEqualTo(MANY);
        assertThat(jobs(third).run(address).path("outcome").asText()).isEqualTo("lost");
        assertThat(jobs(third).newest(JOB).path("uri")).isEqualTo(next.path("uri"));
        // it is as good as any other again
        assertThat(jobs(third).ended(jobs(third).begun(JOB)).path("outcome").asText())
                .isEqualTo("succeeded");
        assertThat(left(bait)).isZero();
    }

    /** The run by which the second server goes on with a lost one. */
    private JsonNode takenOver(String address) {
        JsonNode next = await().atMost(WITHIN).until(() -> jobs(second).newest(JOB), newest -> !newest.path("uri")
                .asText()
                .equals(address));
        assertThat(next.path("trigger").asText()).isEqualTo("take_over");
        assertThat(next.path("attempt").asInt()).isEqualTo(1);
        assertThat(jobs(second).run(address).path("outcome").asText()).isEqualTo("lost");
        assertThat(next.path("server").asText())
                .isNotEqualTo(jobs(second).run(address).path("server").asText());
        return next;
    }

    private Jobs jobs(RunningTracker tracker) {
        return new Jobs(tracker.api().withKey(key));
    }

    private void awaitProgress(long last) {
        await().atMost(WITHIN).pollInterval(Duration.ofMillis(20)).until(() -> left(last) < MANY);
        assertThat(left(last)).as("the job is long enough to be broken off").isPositive();
    }

    /** Writes very many runs of a job that is no more, older than is kept; answers the number of the last. */
    private long oldRuns() throws SQLException {
        String digits = "(SELECT 0 AS d UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4"
                + " UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9)";
        String sql = """
                INSERT INTO job_run (job, run_trigger, argument, generation, attempt, owner, started_at, finished_at,
                                     outcome, message)
                SELECT 'former', 'SCHEDULE', '', (SELECT COALESCE(MAX(generation), 0) FROM job_run g
                                                  WHERE g.job = 'former')
                           + 1 + a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d,
                       0, 'nobody', UTC_TIMESTAMP(3) - INTERVAL 400 DAY, UTC_TIMESTAMP(3) - INTERVAL 400 DAY,
                       'SUCCEEDED', 'Well.'
                FROM %1$s a, %1$s b, %1$s c, %1$s e, %1$s f
                """.formatted(digits);
        try (Connection connection = databases.primary();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(MANY);
            // the newest of a job is kept: this one comes after all that are counted
            statement.executeUpdate("""
                    INSERT INTO job_run (job, run_trigger, argument, generation, attempt, owner, started_at,
                                         finished_at, outcome, message)
                    SELECT 'former', 'SCHEDULE', '', MAX(generation) + 1, 0, 'nobody', UTC_TIMESTAMP(3),
                           UTC_TIMESTAMP(3), 'SUCCEEDED', 'Well.'
                    FROM job_run WHERE job = 'former'
                    """);
            try (ResultSet row = statement.executeQuery("SELECT MAX(generation) FROM job_run WHERE job = 'former'")) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** How many of the old runs are still there, of those that were written before the one of this number. */
    private long left(long last) throws SQLException {
        String sql = "SELECT COUNT(*) FROM job_run WHERE job = 'former' AND generation BETWEEN ? AND ?";
        try (Connection connection = databases.primary();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, last - MANY);
            select.setLong(2, last - 1);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
