package org.mtgtracker.jobs.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.mtgtracker.DatabaseUnderTest;
import org.mtgtracker.OnEachDatabase;
import org.mtgtracker.jobs.boundary.JobRun;
import org.mtgtracker.jobs.boundary.JobRun.Outcome;
import org.mtgtracker.jobs.boundary.JobRun.Trigger;
import org.mtgtracker.jobs.boundary.LeaseLost;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;

/** Who does the work when the server that had it is gone, paused, or without a database. */
@OnEachDatabase
class TwoPodsTest extends Pods {
    TwoPodsTest(DatabaseUnderTest database) {
        super(database);
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
}
