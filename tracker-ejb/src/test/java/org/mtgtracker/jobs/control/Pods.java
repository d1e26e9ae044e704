package org.mtgtracker.jobs.control;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.mtgtracker.DatabaseUnderTest;
import org.mtgtracker.jobs.boundary.JobRun;
import org.mtgtracker.jobs.boundary.JobRun.Outcome;
import org.mtgtracker.jobs.boundary.Lease;
import org.mtgtracker.jobs.boundary.Schedule;

/** Servers over one schema, and what the tests of jobs let them do. */
abstract class Pods {
    static final Duration WITHIN = Duration.ofSeconds(20);

    final DataSource source;
    final List<Pod> pods = new ArrayList<>();
    /** Lets the work that waits for it go on. */
    final CountDownLatch goOn = new CountDownLatch(1);

    Pods(DatabaseUnderTest database) {
        source = database.schema("two_pods");
    }

    @BeforeEach
    void reset() throws SQLException {
        execute("DROP TABLE IF EXISTS probe");
        execute("CREATE TABLE probe (what VARCHAR(100) NOT NULL)");
        for (String table : List.of("job_run", "job_beat", "job_lease")) {
            execute("DELETE FROM " + table);
        }
    }

    @AfterEach
    void end() {
        goOn.countDown();
        pods.forEach(Pod::close);
    }

    Pod pod(String name, Function<Lease, String> work) {
        return pod(name, new ProbeJob(work));
    }

    Pod pod(String name, ProbeJob job) {
        Pod pod = new Pod(name, source, job);
        pods.add(pod);
        return pod;
    }

    static ProbeJob dueMinutesAgo(int minutes) {
        LocalTime at =
                LocalTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES).minusMinutes(minutes);
        return new ProbeJob(Schedule.dailyAt(at.getHour(), at.getMinute()), lease -> "Well.");
    }

    String waiting(Lease lease) {
        try {
            goOn.await();
            return "Waited in run " + lease.runId() + ".";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What is done inside a transaction of a run. */
    @FunctionalInterface
    interface Work {
        void on(Connection connection) throws SQLException;
    }

    String transaction(Lease lease, Work work) {
        return DatabaseUnderTest.rows(source).write(connection -> {
            lease.check(connection);
            work.on(connection);
            return "Written.";
        });
    }

    static void sleep(Connection connection, Duration time) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DO SLEEP(" + time.toSeconds() + ")");
        }
    }

    static JobRun ended(Pod pod, JobRun run) {
        await().atMost(WITHIN)
                .until(() -> pod.jobs().run(run.id()).orElseThrow().outcome() != Outcome.RUNNING);
        JobRun ended = pod.jobs().run(run.id()).orElseThrow();
        if (ended.outcome() != Outcome.LOST) {
            // the record comes first
            await().atMost(WITHIN)
                    .until(() -> pod.ended().contains(ended) || !pod.name().equals(ended.owner()));
        }
        return ended;
    }

    /** Lets a server look until it has found the run lost and begun another one. */
    static JobRun nextAfter(JobRun run, Pod pod) {
        return await().atMost(WITHIN)
                .until(
                        () -> {
                            pod.tick();
                            return pod.jobs().newest(1).get(0);
                        },
                        newest -> newest.id() > run.id());
    }

    static List<Outcome> outcomes(Pod pod) {
        return pod.jobs().newest(10).stream().map(JobRun::outcome).toList();
    }

    List<String> written() {
        List<String> found = new ArrayList<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT what FROM probe")) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
