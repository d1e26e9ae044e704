package org.mtgtracker.catalog.control;

import org.mtgtracker.catalog.boundary.ImportProblem;

/**
 * A source that is not a catalogue, cannot be read to its end, or has too many broken objects; the message names the
 * source, the place and the reason.
 */
final class BrokenCatalogue extends RuntimeException {
    static final String ALLOWED =
            "a catalogue is UTF-8 text, plain or gzip'd, holding Scryfall card objects as one JSON array or one a line";

    private BrokenCatalogue(String message) {
        super(message);
    }

    /** The source as a whole is of no use. */
    static BrokenCatalogue whole(String source, String reason) {
        return new BrokenCatalogue(source + " " + reason + "; " + ALLOWED + ".");
    }

    /** The source is broken at one place, and cannot be read further. */
    static BrokenCatalogue at(String source, ImportProblem problem) {
        return new BrokenCatalogue(source + ", " + problem.sentence() + ".");
    }

    /** A list beside the cards is of no use. */
    static BrokenCatalogue list(String list, String reason) {
        return new BrokenCatalogue(list + ": " + reason + ".");
    }

    /** More objects are broken than are allowed. */
    static BrokenCatalogue tooMany(String source, String figures, ImportProblem first) {
        return new BrokenCatalogue(source + ": " + figures + " The first: " + first.sentence() + ".");
    }
}
