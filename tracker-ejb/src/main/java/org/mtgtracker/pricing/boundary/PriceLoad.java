package org.mtgtracker.pricing.boundary;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What became of a price file.
 *
 * @param rows lines whose prices are in the history now
 * @param unknownCards lines left out because the catalogue does not have the card
 * @param broken lines left out because they are not what a line must be
 * @param brokenLines the first of these, at most {@link #MOST_REPORTED}
 */
public record PriceLoad(long rows, long unknownCards, long broken, List<BrokenLine> brokenLines) {
    /** How many broken lines are reported one by one. */
    public static final int MOST_REPORTED = 100;

    public PriceLoad {
        brokenLines = List.copyOf(requireNonNull(brokenLines, "brokenLines is null"));
    }

    /**
     * A line that was left out.
     *
     * @param number of the line, counted from 1, the header included
     * @param reason what is wrong and what is allowed
     */
    public record BrokenLine(long number, String reason) {
        public BrokenLine {
            requireNonNull(reason, "reason is null");
        }
    }
}
