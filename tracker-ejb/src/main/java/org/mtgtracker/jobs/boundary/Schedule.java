package org.mtgtracker.jobs.boundary;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/** When a job is due. */
public sealed interface Schedule {
    /** The shortest time between two moments of {@link Every}. */
    Duration SHORTEST = Duration.ofSeconds(10);

    /** The newest scheduled moment that is not after this one. */
    Optional<Instant> latest(Instant now, ZoneId zone);

    /** The first scheduled moment after this one. */
    Optional<Instant> next(Instant now, ZoneId zone);

    /** In words, after "is due": "daily at 00:10 (Europe/Zurich)". */
    String text(ZoneId zone);

    static Schedule dailyAt(int hour, int minute) {
        return new Daily(LocalTime.of(hour, minute));
    }

    static Schedule every(Duration period) {
        return new Every(period);
    }

    static Schedule byHand() {
        return new ByHand();
    }

    /**
     * Once on every day of the zone's calendar. A time that a day does not have, since its clocks are put forward, is
     * as much later as they are put; of a time that a day has twice the first one counts.
     */
    record Daily(LocalTime at) implements Schedule {
        public Daily {
            requireNonNull(at, "at is null");
        }

        @Override
        public Optional<Instant> latest(Instant now, ZoneId zone) {
            LocalDate day = now.atZone(zone).toLocalDate();
            while (on(day, zone).isAfter(now)) {
                day = day.minusDays(1);
            }
            return Optional.of(on(day, zone));
        }

        @Override
        public Optional<Instant> next(Instant now, ZoneId zone) {
            LocalDate day = now.atZone(zone).toLocalDate();
            while (!on(day, zone).isAfter(now)) {
                day = day.plusDays(1);
            }
            return Optional.of(on(day, zone));
        }

        private Instant on(LocalDate day, ZoneId zone) {
            return ZonedDateTime.of(day, at, zone).toInstant();
        }

        @Override
        public String text(ZoneId zone) {
            return "daily at " + at + " (" + zone.getId() + ")";
        }
    }

    /** Again and again at the same distance, counted from 1970 on: all servers mean the same moments. */
    record Every(Duration period) implements Schedule {
        public Every {
            if (period.compareTo(SHORTEST) < 0) {
                throw new IllegalArgumentException("period is " + period + "; it must be at least " + SHORTEST);
            }
        }

        @Override
        public Optional<Instant> latest(Instant now, ZoneId zone) {
            long millis = period.toMillis();
            return Optional.of(Instant.ofEpochMilli(Math.floorDiv(now.toEpochMilli(), millis) * millis));
        }

        @Override
        public Optional<Instant> next(Instant now, ZoneId zone) {
            return latest(now, zone).map(latest -> latest.plusMillis(period.toMillis()));
        }

        @Override
        public String text(ZoneId zone) {
            return "every " + period;
        }
    }

    /** Never by itself. */
    record ByHand() implements Schedule {
        @Override
        public Optional<Instant> latest(Instant now, ZoneId zone) {
            return Optional.empty();
        }

        @Override
        public Optional<Instant> next(Instant now, ZoneId zone) {
            return Optional.empty();
        }

        @Override
        public String text(ZoneId zone) {
            return "by hand only";
        }
    }
}
