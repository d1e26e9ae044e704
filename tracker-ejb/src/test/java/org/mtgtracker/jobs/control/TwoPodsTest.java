package org.mtgtracker.jobs.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mtgtracker.DatabaseUnderTest;
import org.mtgtracker.OnEachDatabase;
import org.mtgtracker.jobs.boundary.JobFailed;
import org.mtgtracker.jobs.boundary.JobRun;
import org.mtgtracker.jobs.boundary.JobRun.Outcome;
import org.mtgtracker.jobs.boundary.JobRun.Trigger;
import org.mtgtracker.jobs.boundary.JobRunning;
import org.mtgtracker.jobs.boundary.JobState;
import org.mtgtracker.jobs.boundary.Lease;
import org.mtgtracker.jobs.boundary.LeaseLost;
import org.mtgtracker.jobs.boundary.Schedule;
import org.mtgtracker.jobs.boundary.UnknownJob;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;

/** Two servers over one schema: who does the work, and who does it when the first one is gone. */
@OnEachDatabase
class TwoPodsTest {
    private static final Duration WITHIN = Duration.ofSeconds(20);

    private final DataSource source;
    private final List<Pod> pods = new ArrayList<>();
    /** Lets the work that waits for it go on. */
    private final CountDownLatch goOn = new CountDownLatch(1);

    TwoPodsTest(DatabaseUnderTest database) {
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

    @Test
    void a_run_by_hand_is_recorded_with_what_became_of_it() {
        Pod pod = pod("a", lease -> "It went well with " + lease.argument() + ".");

        JobRun begun = pod.jobs().start(ProbeJob.NAME, "a file");
        JobRun run = ended(pod, begun);

        assertThat(begun.outcome()).isEqualTo(Outcome.RUNNING);
        assertThat(begun.trigger()).isEqualTo(Trigger.HAND);
        assertThat(begun.owner()).isEqualTo("a");
        assertThat(begun.generation()).isEqualTo(1);
        assertThat(begun.dueAt()).isEmpty();
        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(run.message()).isEqualTo("It went well with a file.");
        assertThat(run.finishedAt()).isPresent();
        assertThat(written()).containsExactly("recorded " + run.id());
        assertThat(pod.ended()).containsExactly(run);
        assertThat(pod.jobs().newest(10)).containsExactly(run);
        assertThat(pod.jobs().newest(ProbeJob.NAME, 10)).containsExactly(run);
        assertThat(pod.jobs().job(ProbeJob.NAME))
                .isEqualTo(new JobState(
                        ProbeJob.NAME,
                        "by hand only",
                        Optional.empty(),
                        Optional.of(run),
                        Optional.of(run),
                        Optional.empty()));
    }

    @Test
    void a_job_that_fails_leaves_its_sentence() {
        Pod pod = pod("a", lease -> {
            throw new JobFailed("There is nothing to do it with.");
        });

        JobRun run = ended(pod, pod.jobs().start(ProbeJob.NAME, ""));

        assertThat(run.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(run.message()).isEqualTo("There is nothing to do it with.");
        assertThat(pod.jobs().job(ProbeJob.NAME).lastSuccess()).isEmpty();
    }

    @Test
    void a_job_that_breaks_has_failed_and_can_be_started_again() {
        AtomicInteger runs = new AtomicInteger();
        Pod pod = pod("a", lease -> {
            if (runs.incrementAndGet() == 1) {
                throw new IllegalStateException("a bug");
            }
            return "Well.";
        });

        JobRun broken = ended(pod, pod.jobs().start(ProbeJob.NAME, ""));
        JobRun mended = ended(pod, pod.jobs().start(ProbeJob.NAME, ""));

        assertThat(broken.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(broken.message()).contains("a bug");
        assertThat(mended.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(mended.generation()).isEqualTo(2);
    }

    @Test
    void what_is_not_there_is_named() {
        Pod pod = pod("a", lease -> "Well.");

        assertThatThrownBy(() -> pod.jobs().start("cards", ""))
                .isInstanceOf(UnknownJob.class)
                .hasMessageContaining("cards")
                .hasMessageContaining(ProbeJob.NAME);
        assertThatThrownBy(() -> pod.jobs().newest("cards", 1)).isInstanceOf(UnknownJob.class);
        assertThat(pod.jobs().run(Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void while_one_server_runs_it_no_other_does_and_is_told_which_run_is_in_the_way() {
        Pod first = pod("a", this::waiting);
        Pod second = pod("b", this::waiting);

        JobRun begun = first.jobs().start(ProbeJob.NAME, "");

        assertThatThrownBy(() -> second.jobs().start(ProbeJob.NAME, ""))
                .isInstanceOfSatisfying(
                        JobRunning.class, running -> assertThat(running.runId()).isEqualTo(begun.id()));
        assertThatThrownBy(() -> first.jobs().start(ProbeJob.NAME, "")).isInstanceOf(JobRunning.class);
        assertThat(second.jobs().job(ProbeJob.NAME).running()).contains(begun);
        goOn.countDown();
        ended(first, begun);
        assertThat(second.jobs().job(ProbeJob.NAME).running()).isEmpty();
        assertThat(second.jobs().newest(10)).hasSize(1);
    }

    @Test
    void of_many_that_start_it_at_once_one_does() throws Exception {
        Pod first = pod("a", this::waiting);
        Pod second = pod("b", this::waiting);
        List<CompletableFuture<Boolean>> starts = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Pod pod = i % 2 == 0 ? first : second;
            starts.add(CompletableFuture.supplyAsync(() -> {
                try {
                    pod.jobs().start(ProbeJob.NAME, "");
                    return true;
                } catch (JobRunning e) {
                    return false;
                }
            }));
        }

        int begun = 0;
        for (CompletableFuture<Boolean> start : starts) {
            begun += start.get(20, TimeUnit.SECONDS) ? 1 : 0;
        }

        assertThat(begun).isEqualTo(1);
        assertThat(first.jobs().newest(10)).hasSize(1);
    }

    @Test
    void a_lease_is_renewed_as_long_as_the_run_lasts() throws Exception {
        Pod first = pod("a", this::waiting);
        Pod second = pod("b", lease -> "Well.");
        JobRun begun = first.jobs().start(ProbeJob.NAME, "");

        long until = System.nanoTime() + Pod.LEASE.multipliedBy(3).toNanos();
        while (System.nanoTime() < until) {
            second.tick();
            assertThat(second.jobs().job(ProbeJob.NAME).running()).contains(begun);
        }

        goOn.countDown();
        assertThat(ended(first, begun).outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(second.ended()).isEmpty();
    }

    @Test
    void a_lease_is_renewed_while_a_long_transaction_of_the_run_is_open() {
        Pod first = pod(
                "a",
                lease -> transaction(lease, connection -> {
                    ProbeJob.write(connection, "long");
                    sleep(connection, Pod.LEASE.multipliedBy(3));
                }));
        Pod second = pod("b", lease -> "Well.");
        JobRun begun = first.jobs().start(ProbeJob.NAME, "");

        await().atMost(WITHIN).until(() -> {
            second.tick();
            return first.jobs().run(begun.id()).orElseThrow().outcome() != Outcome.RUNNING;
        });

        assertThat(first.jobs().newest(10))
                .singleElement()
                .extracting(JobRun::outcome)
                .isEqualTo(Outcome.SUCCEEDED);
        assertThat(written()).contains("long");
    }

    @Test
    void transactions_of_one_run_do_not_wait_for_each_other() {
        Pod pod = pod(
                "a",
                lease -> transaction(
                        lease,
                        outer -> transaction(lease, inner -> {
                            ProbeJob.write(inner, "inner");
                        })));

        assertThat(ended(pod, pod.jobs().start(ProbeJob.NAME, "")).outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(written()).contains("inner");
    }

    @Test
    void a_run_whose_server_fell_silent_is_started_again_elsewhere_with_the_same_argument() {
        Pod first = pod("a", this::waiting);
        Pod second = pod("b", lease -> "Well with " + lease.argument() + ".");
        JobRun begun = first.jobs().start(ProbeJob.NAME, "a file");
        first.fallSilent();

        JobRun next = nextAfter(begun, second);

        assertThat(next.trigger()).isEqualTo(Trigger.TAKE_OVER);
        assertThat(next.argument()).isEqualTo("a file");
        assertThat(next.owner()).isEqualTo("b");
        assertThat(next.attempt()).isEqualTo(1);
        assertThat(next.generation()).isGreaterThan(begun.generation());
        assertThat(ended(second, next).message()).isEqualTo("Well with a file.");
        JobRun lost = second.jobs().run(begun.id()).orElseThrow();
        assertThat(lost.outcome()).isEqualTo(Outcome.LOST);
        assertThat(lost.finishedAt()).isPresent();
        assertThat(lost.message()).contains("b");
        assertThat(second.ended()).contains(lost);
    }

    @Test
    void a_server_that_says_that_it_stops_is_followed_before_its_lease_would_expire() {
        Pod first = pod("a", this::waiting);
        Pod second = pod("b", lease -> "Well.");
        JobRun begun = first.jobs().start(ProbeJob.NAME, "");

        first.stop();
        second.tick();

        assertThat(second.jobs().run(begun.id()).orElseThrow().outcome()).isEqualTo(Outcome.LOST);
        assertThat(second.jobs().newest(1).get(0).owner()).isEqualTo("b");
    }

    @Test
    void what_breaks_because_its_server_stops_has_not_failed() {
        Pod first = pod("a", lease -> {
            waiting(lease);
            throw new IllegalStateException("The pool is closed");
        });
        Pod second = pod("b", lease -> "Well.");
        JobRun broken = first.jobs().start(ProbeJob.NAME, "");

        first.stop();
        goOn.countDown();
        first.awaitRest();
        JobRun next = ended(second, nextAfter(broken, second));

        assertThat(first.ended()).isEmpty();
        assertThat(next.trigger()).isEqualTo(Trigger.TAKE_OVER);
        assertThat(outcomes(second)).containsExactly(Outcome.SUCCEEDED, Outcome.LOST);
    }

    @Test
    void a_run_whose_server_stops_begins_no_transaction_any_more() {
        Pod first = pod("a", lease -> {
            waiting(lease);
            return transaction(lease, connection -> ProbeJob.write(connection, "late"));
        });
        JobRun run = first.jobs().start(ProbeJob.NAME, "");

        first.stop();
        goOn.countDown();
        first.awaitRest();

        assertThat(written()).containsExactly("recorded " + run.id());
    }

    @Test
    void a_server_that_was_paused_between_transactions_writes_nothing_after_it_woke() {
        AtomicReference<Throwable> met = new AtomicReference<>();
        Pod first = pod("a", lease -> {
            transaction(lease, connection -> ProbeJob.write(connection, "before the pause"));
            waiting(lease);
            try {
                return transaction(lease, connection -> ProbeJob.write(connection, "after the pause"));
            } catch (RuntimeException e) {
                met.set(e);
                throw e;
            }
        });
        Pod second = pod("b", lease -> transaction(lease, connection -> ProbeJob.write(connection, "taken over")));
        JobRun begun = first.jobs().start(ProbeJob.NAME, "");
        await().atMost(WITHIN).until(() -> written().contains("before the pause"));
        first.fallSilent();
        JobRun next = ended(second, nextAfter(begun, second));

        goOn.countDown();

        await().atMost(WITHIN).until(() -> met.get() != null);
        assertThat(met.get()).isInstanceOf(LeaseLost.class);
        assertThat(written())
                .containsExactlyInAnyOrder(
                        "recorded " + begun.id(), "before the pause", "recorded " + next.id(), "taken over");
        assertThat(outcomes(second)).containsExactly(Outcome.SUCCEEDED, Outcome.LOST);
    }

    @Test
    void a_server_that_was_paused_inside_a_transaction_is_followed_and_cannot_commit_it() {
        AtomicReference<Throwable> met = new AtomicReference<>();
        Pod first = pod("a", lease -> {
            try {
                return transaction(lease, connection -> {
                    ProbeJob.write(connection, "in the pause");
                    waiting(lease);
                });
            } catch (RuntimeException e) {
                met.set(e);
                throw e;
            }
        });
        Pod second = pod("b", lease -> transaction(lease, connection -> ProbeJob.write(connection, "taken over")));
        JobRun begun = first.jobs().start(ProbeJob.NAME, "");
        first.fallSilent();

        JobRun next = ended(second, nextAfter(begun, second));
        goOn.countDown();

        await().atMost(WITHIN).until(() -> met.get() != null);
        assertThat(met.get()).isInstanceOf(DatabaseUnavailable.class);
        assertThat(written())
                .containsExactlyInAnyOrder("recorded " + begun.id(), "recorded " + next.id(), "taken over");
        assertThat(outcomes(second)).containsExactly(Outcome.SUCCEEDED, Outcome.LOST);
    }

    @Test
    void a_run_that_is_lost_again_and_again_has_failed_in_the_end() {
        Pod first = pod("a", this::waiting);
        JobRun begun = first.jobs().start(ProbeJob.NAME, "");
        first.stop();
        for (int i = 1; i <= Starts.MOST_TAKE_OVERS; i++) {
            Pod next = pod("next-" + i, this::waiting);
            next.tick();
            next.stop();
        }
        Pod last = pod("last", this::waiting);

        last.tick();

        assertThat(outcomes(last)).containsExactly(Outcome.FAILED, Outcome.LOST, Outcome.LOST, Outcome.LOST);
        JobRun failed = last.jobs().newest(1).get(0);
        assertThat(failed.attempt()).isEqualTo(3);
        assertThat(failed.message()).contains("3 runs before it");
        assertThat(last.jobs().job(ProbeJob.NAME).running()).isEmpty();
        last.tick();
        assertThat(last.jobs().newest(10)).hasSize(4).contains(failed);
        assertThat(last.jobs().run(begun.id()).orElseThrow().outcome()).isEqualTo(Outcome.LOST);
        assertThat(last.jobs().start(ProbeJob.NAME, "").attempt()).isZero();
    }

    @Test
    void a_start_by_hand_takes_the_place_of_a_lost_run() {
        Pod first = pod("a", this::waiting);
        Pod second = pod("b", lease -> "Well.");
        JobRun begun = first.jobs().start(ProbeJob.NAME, "old");
        first.stop();

        JobRun run = ended(second, second.jobs().start(ProbeJob.NAME, "new"));

        assertThat(run.trigger()).isEqualTo(Trigger.HAND);
        assertThat(second.jobs().run(begun.id()).orElseThrow().outcome()).isEqualTo(Outcome.LOST);
        second.tick();
        assertThat(second.jobs().newest(10)).hasSize(2);
    }

    @Test
    void a_run_that_finds_no_database_is_started_again() {
        AtomicInteger runs = new AtomicInteger();
        Pod pod = pod("a", lease -> {
            if (runs.incrementAndGet() == 1) {
                throw new DatabaseUnavailable("The database does not answer", null);
            }
            return "Well.";
        });
        JobRun begun = pod.jobs().start(ProbeJob.NAME, "");

        JobRun next = ended(pod, nextAfter(begun, pod));

        assertThat(next.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(pod.jobs().run(begun.id()).orElseThrow().outcome()).isEqualTo(Outcome.LOST);
    }

    @Test
    void what_was_missed_is_caught_up_once_by_one_server() throws SQLException {
        Pod first = pod("a", dueMinutesAgo(10));
        Pod second = pod("b", dueMinutesAgo(10));
        first.tick();
        assertThat(first.jobs().newest(10))
                .as("nothing is caught up by a new installation")
                .isEmpty();
        execute("UPDATE job_lease SET settled_at = settled_at - INTERVAL 3 DAY");
        assertThat(first.jobs().job(ProbeJob.NAME).nextDue().orElseThrow()).isBefore(Instant.now());

        CompletableFuture<Void> other = CompletableFuture.runAsync(second::tick);
        first.tick();
        other.join();
        JobRun run = first.jobs().newest(1).get(0);
        ended(first, run);
        first.tick();
        second.tick();

        assertThat(first.jobs().newest(10)).hasSize(1);
        assertThat(run.trigger()).isEqualTo(Trigger.CATCH_UP);
        assertThat(run.dueAt().orElseThrow()).isBefore(run.startedAt());
    }

    @Test
    void a_run_with_an_argument_is_not_the_one_that_was_due() throws SQLException {
        Pod pod = pod("a", dueMinutesAgo(10));
        pod.tick();
        execute("UPDATE job_lease SET settled_at = settled_at - INTERVAL 3 DAY");

        ended(pod, pod.jobs().start(ProbeJob.NAME, "a file"));
        pod.tick();

        assertThat(pod.jobs().newest(10)).hasSize(2);
        assertThat(pod.jobs().newest(1).get(0).trigger()).isEqualTo(Trigger.CATCH_UP);
    }

    @Test
    void a_run_by_hand_without_an_argument_settles_what_was_due() throws SQLException {
        Pod pod = pod("a", dueMinutesAgo(10));
        pod.tick();
        execute("UPDATE job_lease SET settled_at = settled_at - INTERVAL 3 DAY");

        ended(pod, pod.jobs().start(ProbeJob.NAME, ""));
        pod.tick();

        assertThat(pod.jobs().newest(10)).hasSize(1);
    }

    @Test
    void a_lease_is_checked_in_transactions_only() {
        AtomicReference<Throwable> met = new AtomicReference<>();
        Pod pod = pod("a", lease -> {
            try (Connection connection = source.getConnection()) {
                lease.check(connection);
            } catch (SQLException | IllegalStateException e) {
                met.set(e);
            }
            return "Well.";
        });

        ended(pod, pod.jobs().start(ProbeJob.NAME, ""));

        assertThat(met.get()).isInstanceOf(IllegalStateException.class).hasMessageContaining("transaction");
    }

    private Pod pod(String name, Function<Lease, String> work) {
        return pod(name, new ProbeJob(work));
    }

    private Pod pod(String name, ProbeJob job) {
        Pod pod = new Pod(name, source, job);
        pods.add(pod);
        return pod;
    }

    private static ProbeJob dueMinutesAgo(int minutes) {
        LocalTime at =
                LocalTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES).minusMinutes(minutes);
        return new ProbeJob(Schedule.dailyAt(at.getHour(), at.getMinute()), lease -> "Well.");
    }

    private String waiting(Lease lease) {
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
    private interface Work {
        void on(Connection connection) throws SQLException;
    }

    private String transaction(Lease lease, Work work) {
        return DatabaseUnderTest.rows(source).write(connection -> {
            lease.check(connection);
            work.on(connection);
            return "Written.";
        });
    }

    private static void sleep(Connection connection, Duration time) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DO SLEEP(" + time.toSeconds() + ")");
        }
    }

    private static JobRun ended(Pod pod, JobRun run) {
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
    private static JobRun nextAfter(JobRun run, Pod pod) {
        return await().atMost(WITHIN)
                .until(
                        () -> {
                            pod.tick();
                            return pod.jobs().newest(1).get(0);
                        },
                        newest -> newest.id() > run.id());
    }

    private static List<Outcome> outcomes(Pod pod) {
        return pod.jobs().newest(10).stream().map(JobRun::outcome).toList();
    }

    private List<String> written() {
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

    private void execute(String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
