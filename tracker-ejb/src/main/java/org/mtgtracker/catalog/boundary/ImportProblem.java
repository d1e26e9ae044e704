package org.mtgtracker.catalog.boundary;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * An object of a source that an import could not take, and left out.
 *
 * @param number of the object in the file, counted from 1
 * @param line where it begins or, as far as that is known, is broken; in the unpacked text, counted from 1
 * @param offset bytes from the beginning of the unpacked text
 * @param cardId as it was written; null when it was not read before the fault
 * @param reason what is wrong and what is allowed
 */
public record ImportProblem(long number, long line, long offset, String cardId, String reason) {
    public ImportProblem {
        requireNonNull(reason, "reason is null");
    }

    /** Where it is, and what is wrong; without a full stop at the end. */
    public String sentence() {
        return String.format(
                Locale.ROOT,
                "card object %,d (line %,d, byte %,d of the unpacked text%s): %s",
                number,
                line,
                offset,
                cardId == null ? "" : ", id " + cardId,
                reason);
    }
}
