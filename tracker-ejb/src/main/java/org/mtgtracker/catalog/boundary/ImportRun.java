package org.mtgtracker.catalog.boundary;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * One import, running or ended.
 *
 * @param read card objects read so far
 * @param added cards that were not there, or were retired
 * @param changed cards that were there with other content
 * @param removed cards that the source no longer has; known at the end only
 * @param unchanged cards that were there with the same content
 * @param finishedAt null while it is running
 * @param message a sentence that says what went wrong when it failed; null otherwise
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
        Instant startedAt,
        Instant finishedAt,
        String message) {

    public ImportRun {
        requireNonNull(source, "source is null");
        requireNonNull(outcome, "outcome is null");
        requireNonNull(startedAt, "startedAt is null");
    }

    /** How far an import came. */
    public enum Outcome {
        RUNNING,
        SUCCEEDED,
        FAILED
    }
}
