package org.mtgtracker.jobs.control;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.mtgtracker.jobs.boundary.JobRun.Trigger;
import org.mtgtracker.jobs.boundary.Schedule;

/** What a server does about a job at one moment. */
sealed interface Decision {
    /** Who starts later than this after the scheduled moment catches up. */
    Duration PUNCTUAL = Duration.ofMinutes(1);

    /** Nothing: it is not due, or somebody runs it. */
    record Leave() implements Decision {}

    /** Its owner is gone: start it again. */
    record TakeOver() implements Decision {}

    /** It is due since that moment. However many moments were missed, it is started once. */
    record Start(Instant dueAt, Trigger trigger) implements Decision {
        public Start {
            requireNonNull(dueAt, "dueAt is null");
            requireNonNull(trigger, "trigger is null");
        }
    }

    static Decision on(Schedule schedule, Standing standing, Instant now, ZoneId zone) {
        if (standing.isHeld()) {
            return new Leave();
        }
        if (standing.isAbandoned()) {
            return new TakeOver();
        }
        return schedule.latest(now, zone)
                .filter(due -> due.isAfter(standing.settledAt()))
                .<Decision>map(
                        due -> new Start(due, due.plus(PUNCTUAL).isBefore(now) ? Trigger.CATCH_UP : Trigger.SCHEDULE))
                .orElseGet(Leave::new);
    }
}
