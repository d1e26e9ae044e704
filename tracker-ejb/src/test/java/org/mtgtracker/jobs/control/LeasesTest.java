package org.mtgtracker.jobs.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.mtgtracker.DatabaseUnderTest;
import org.mtgtracker.OnEachDatabase;
import org.mtgtracker.jobs.boundary.JobRun;
import org.mtgtracker.jobs.boundary.JobRun.Outcome;

/** A lease lasts as long as its run, and hinders nobody else. */
@OnEachDatabase
class LeasesTest extends Pods {
    LeasesTest(DatabaseUnderTest database) {
        super(database);
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
}
