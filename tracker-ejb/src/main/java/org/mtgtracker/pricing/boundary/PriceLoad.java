package org.mtgtracker.pricing.boundary;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A price file on its way in, or what became of it. Lines that were left out are {@link PriceProblem problems}.
 *
 * @param source where it came from: a path, an address, or the name that its sender gave it
 * @param kind what its prices are against those that are there
 * @param read lines after the header, blank ones left out
 * @param taken lines whose prices are in the history now, or gave way to better ones
 * @param unknownCards lines left out because the catalogue never had the card
 * @param contradicting lines left out because the file has said another price of that card, day and type before
 * @param repeated lines left out because the file has said all of it before
 * @param broken lines left out because they are not what a line must be
 * @param finishedAt null while it is running
 * @param message a sentence that says what went wrong when it failed; null otherwise
 */
public record PriceLoad(
        long id,
        String source,
        Kind kind,
        Outcome outcome,
        long read,
        long taken,
        long unknownCards,
        long contradicting,
        long repeated,
        long broken,
        Instant startedAt,
        Instant finishedAt,
        String message) {

    public PriceLoad {
        requireNonNull(source, "source is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(outcome, "outcome is null");
        requireNonNull(startedAt, "startedAt is null");
    }

    /** What a file's prices are against those that are there. */
    public enum Kind {
        /** Better than the catalogue's, and than those of an earlier file. */
        PRICES,
        /** Better than all but a later correction; an empty field takes a price away for good. */
        CORRECTION
    }

    /** How far a file came. */
    public enum Outcome {
        RUNNING,
        SUCCEEDED,
        FAILED
    }
}
