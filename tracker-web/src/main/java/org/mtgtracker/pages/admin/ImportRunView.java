package org.mtgtracker.pages.admin;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.mtgtracker.catalog.boundary.ImportRun;

/**
 * A run of an import as the admin's page shows it; all of it is text for people.
 *
 * @param broken objects that were left out
 * @param done how much of the source has been read; empty when its size is not known
 * @param started in UTC
 * @param took how long it took, or has taken up to now
 * @param pace how many cards a second, and how long reading will still take as far as that is known; empty after the end
 * @param message why it failed; empty when it did not
 */
public record ImportRunView(
        long id,
        String source,
        String outcome,
        String read,
        String added,
        String changed,
        String removed,
        String unchanged,
        String broken,
        String done,
        String started,
        String took,
        String pace,
        String message) {
    private static final int PERCENT = 100;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    public ImportRunView {
        requireNonNull(source, "source is null");
        requireNonNull(outcome, "outcome is null");
    }

    /** The view of a run at a moment. */
    static ImportRunView of(ImportRun run, Instant now) {
        return new ImportRunView(
                run.id(),
                run.source(),
                run.outcome().name().toLowerCase(Locale.ROOT),
                number(run.read()),
                number(run.added()),
                number(run.changed()),
                number(run.removed()),
                number(run.unchanged()),
                number(run.broken()),
                done(run),
                TIME.format(run.startedAt()),
                duration(Duration.between(run.startedAt(), run.finishedAt() == null ? now : run.finishedAt())),
                pace(run, now),
                run.message() == null ? "" : run.message());
    }

    private static String done(ImportRun run) {
        return run.bytesTotal() <= 0 ? "" : PERCENT * run.bytesRead() / run.bytesTotal() + " %";
    }

    private static String pace(ImportRun run, Instant now) {
        if (run.finishedAt() != null || !now.isAfter(run.startedAt())) {
            return "";
        }
        ImportRun.Pace pace = run.pace(now);
        String rate = ", " + number(pace.cardsPerSecond()) + " cards a second";
        return pace.secondsLeft().isEmpty()
                ? rate
                : rate + ", some "
                        + duration(Duration.ofSeconds(pace.secondsLeft().getAsLong())) + " left";
    }

    private static String number(long count) {
        return String.format(Locale.ENGLISH, "%,d", count);
    }

    private static String duration(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
    }
}
