package org.mtgtracker.pages.admin;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.mtgtracker.jobs.boundary.JobRun;

/** Moments and times for administrators, in UTC. */
final class Moments {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final int SECONDS_OF_MINUTE = 60;

    private Moments() {}

    static String of(Instant moment) {
        return MOMENT.format(moment);
    }

    /** {@code 0.4 s}, {@code 12 s}, {@code 3 min 5 s}. */
    static String between(Instant from, Instant to) {
        Duration time = Duration.between(from, to);
        if (time.toSeconds() < 10) {
            return String.format(Locale.ENGLISH, "%.1f s", Math.max(0, time.toMillis()) / 1000.0);
        }
        long seconds = time.toSeconds();
        return seconds < SECONDS_OF_MINUTE
                ? seconds + " s"
                : seconds / SECONDS_OF_MINUTE + " min " + seconds % SECONDS_OF_MINUTE + " s";
    }

    static String word(JobRun.Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}
