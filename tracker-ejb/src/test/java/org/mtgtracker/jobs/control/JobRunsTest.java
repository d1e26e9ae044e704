package org.mtgtracker.jobs.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.mtgtracker.DatabaseUnderTest;
import org.mtgtracker.OnEachDatabase;
import org.mtgtracker.jobs.boundary.JobFailed;
import org.mtgtracker.jobs.boundary.JobRun;
import org.mtgtracker.jobs.boundary.JobRun.Outcome;
import org.mtgtracker.jobs.boundary.JobRun.Trigger;
import org.mtgtracker.jobs.boundary.JobRunning;
import org.mtgtracker.jobs.boundary.JobState;
import org.mtgtracker.jobs.boundary.UnknownJob;

/** Runs are begun by hand or by the clock, by one server, and recorded. */
@OnEachDatabase
class JobRunsTest extends Pods {
    JobRunsTest(DatabaseUnderTest database) {
        super(database);
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
}
