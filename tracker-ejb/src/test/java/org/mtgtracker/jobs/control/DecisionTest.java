package org.mtgtracker.jobs.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mtgtracker.jobs.boundary.JobRun.Trigger;
import org.mtgtracker.jobs.boundary.Schedule;

class DecisionTest {
    private static final Instant DUE = Instant.parse("2026-01-05T00:10:00Z");
    private static final Schedule DAILY = Schedule.dailyAt(0, 10);

    @Test
    void nothing_is_done_before_it_is_due() {
        assertThat(decision(DAILY, free(DUE.minus(Duration.ofHours(20))), DUE.minusMillis(1)))
                .isEqualTo(new Decision.Leave());
    }

    @Test
    void what_is_due_is_started() {
        assertThat(decision(DAILY, free(DUE.minus(Duration.ofHours(20))), DUE.plusSeconds(3)))
                .isEqualTo(new Decision.Start(DUE, Trigger.SCHEDULE));
    }

    @Test
    void what_is_due_for_over_a_minute_is_caught_up() {
        Standing standing = free(DUE.minus(Duration.ofHours(20)));

        assertThat(decision(DAILY, standing, DUE.plusSeconds(60))).isEqualTo(new Decision.Start(DUE, Trigger.SCHEDULE));
        assertThat(decision(DAILY, standing, DUE.plusSeconds(61))).isEqualTo(new Decision.Start(DUE, Trigger.CATCH_UP));
    }

    @Test
    void many_missed_days_are_caught_up_once() {
        Instant now = DUE.plus(Duration.ofHours(5));
        List<Decision> decisions = new ArrayList<>();
        Standing standing = free(DUE.minus(Duration.ofDays(30)));
        for (int i = 0; i < 3; i++) {
            Decision decision = decision(DAILY, standing, now);
            decisions.add(decision);
            if (decision instanceof Decision.Start) {
                standing = free(now);
            }
            now = now.plusSeconds(5);
        }

        assertThat(decisions)
                .containsExactly(new Decision.Start(DUE, Trigger.CATCH_UP), new Decision.Leave(), new Decision.Leave());
    }

    @Test
    void what_began_after_the_moment_settles_it() {
        assertThat(decision(DAILY, free(DUE), DUE.plusSeconds(5))).isEqualTo(new Decision.Leave());
        assertThat(decision(DAILY, free(DUE.plusSeconds(1)), DUE.plusSeconds(5)))
                .isEqualTo(new Decision.Leave());
    }

    @Test
    void a_job_first_seen_after_the_moment_waits_for_the_next() {
        Instant installed = DUE.plus(Duration.ofHours(3));

        assertThat(decision(DAILY, free(installed), installed)).isEqualTo(new Decision.Leave());
        assertThat(decision(DAILY, free(installed), DUE.plus(Duration.ofDays(1))))
                .isEqualTo(new Decision.Start(DUE.plus(Duration.ofDays(1)), Trigger.SCHEDULE));
    }

    @Test
    void what_somebody_runs_is_left_to_him_even_when_it_is_due_again() {
        Standing held = new Standing(4, "a", false, DUE.minus(Duration.ofDays(2)));

        assertThat(decision(DAILY, held, DUE.plusSeconds(5))).isEqualTo(new Decision.Leave());
    }

    @Test
    void what_was_abandoned_is_taken_over_whether_due_or_not() {
        Standing abandoned = new Standing(4, "a", true, DUE);

        assertThat(decision(DAILY, abandoned, DUE.plusSeconds(60))).isEqualTo(new Decision.TakeOver());
        assertThat(decision(Schedule.byHand(), abandoned, DUE)).isEqualTo(new Decision.TakeOver());
    }

    @Test
    void a_job_by_hand_is_never_started() {
        assertThat(decision(Schedule.byHand(), free(Instant.EPOCH), DUE)).isEqualTo(new Decision.Leave());
    }

    /** Jobs that begin at each decision to start, looked at every five seconds for a day. */
    @Test
    void every_quarter_of_an_hour_is_96_times_a_day() {
        Schedule schedule = Schedule.every(Duration.ofMinutes(15));
        Standing standing = free(DUE);
        int starts = 0;
        for (Instant now = DUE; now.isBefore(DUE.plus(Duration.ofDays(1))); now = now.plusSeconds(5)) {
            if (decision(schedule, standing, now) instanceof Decision.Start start) {
                assertThat(start.trigger()).isEqualTo(Trigger.SCHEDULE);
                standing = free(now);
                starts++;
            }
        }

        assertThat(starts).isEqualTo(96);
    }

    private static Standing free(Instant settledAt) {
        return new Standing(3, "", true, settledAt);
    }

    private static Decision decision(Schedule schedule, Standing standing, Instant now) {
        return Decision.on(schedule, standing, now, ZoneOffset.UTC);
    }
}
