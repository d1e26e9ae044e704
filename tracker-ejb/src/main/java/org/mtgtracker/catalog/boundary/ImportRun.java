package org.mtgtracker.catalog.boundary;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalLong;

/**
 * One import, running or ended.
 *
 * @param id also that of the job's run
 * @param read card objects taken so far
 * @param added cards that were not there, or were retired
 * @param changed cards that were there with other content
 * @param removed cards that the source no longer has; known at the end only
 * @param unchanged cards that were there with the same content
 * @param broken objects that were left out because they are broken
 * @param prices cards whose prices went to the history; known at the end only
 * @param priceDay the UTC date of the source's prices; null when that is not known, and they are not kept
 * @param bytesRead of the source as it comes, packed or not
 * @param bytesTotal how many there will be; -1 when the source does not say
 * @param finishedAt null while it is running
 * @param message a sentence that says what went wrong when it failed, or what is worth knowing; null otherwise
 */
public record ImportRun(
        long id,
        String source,
        Outcome outcome,
        long read,
        long added,
        long changed,
        long removed,
        long unchanged,
        long broken,
        long prices,
        LocalDate priceDay,
        long bytesRead,
        long bytesTotal,
        Instant startedAt,
        Instant finishedAt,
        String message) {

    public ImportRun {
        requireNonNull(source, "source is null");
        requireNonNull(outcome, "outcome is null");
        requireNonNull(startedAt, "startedAt is null");
    }

    /** A run that has just begun. */
    public static ImportRun begun(long id, String source, Instant at) {
        return new ImportRun(id, source, Outcome.RUNNING, 0, 0, 0, 0, 0, 0, 0, null, 0, -1, at, null, null);
    }

    /** How fast it goes, or went. */
    public Pace pace(Instant now) {
        if (finishedAt == null) {
            return Pace.of(read, bytesRead, bytesTotal, Duration.between(startedAt, now));
        }
        return new Pace(
                Pace.of(read, bytesRead, bytesTotal, Duration.between(startedAt, finishedAt))
                        .cardsPerSecond(),
                OptionalLong.empty());
    }

    /** The same run, as it is when its server has stopped before its end. */
    ImportRun interrupted(Instant at, String reason) {
        return new ImportRun(
                id,
                source,
                Outcome.FAILED,
                read,
                added,
                changed,
                removed,
                unchanged,
                broken,
                prices,
                priceDay,
                bytesRead,
                bytesTotal,
                startedAt,
                at,
                reason);
    }

    /**
     * How fast an import goes.
     *
     * @param secondsLeft of reading; empty where the source does not say how large it is, and once all is read: how long
     *     bringing in takes then is not known
     */
    public record Pace(long cardsPerSecond, OptionalLong secondsLeft) {
        private static final double MILLIS = 1000;

        public Pace {
            requireNonNull(secondsLeft, "secondsLeft is null");
        }

        /**
         * The pace of reading that goes on.
         *
         * @param read card objects so far
         * @param bytesRead so far
         * @param bytesTotal how many there will be; -1 when that is not known
         * @param time since the start
         */
        public static Pace of(long read, long bytesRead, long bytesTotal, Duration time) {
            double seconds = time.toMillis() / MILLIS;
            if (seconds <= 0) {
                return new Pace(0, OptionalLong.empty());
            }
            boolean told = bytesRead > 0 && bytesRead < bytesTotal;
            return new Pace(
                    Math.round(read / seconds),
                    told
                            ? OptionalLong.of(Math.round(seconds * (bytesTotal - bytesRead) / bytesRead))
                            : OptionalLong.empty());
        }
    }

    /** How far an import came. */
    public enum Outcome {
        RUNNING,
        SUCCEEDED,
        FAILED
    }
}
