package org.mtgtracker.catalog.control;

import java.util.Locale;

/** A source that is not a catalogue, or has a broken object; the message names the source, the place and the reason. */
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

    /**
     * The source is broken at one place.
     *
     * @param number of the card object, counted from 1
     * @param line in the unpacked text, counted from 1
     * @param offset bytes from the beginning of the unpacked text
     * @param id of the card; null when it is not known
     */
    static BrokenCatalogue at(String source, long number, long line, long offset, String id, String reason) {
        return new BrokenCatalogue(String.format(
                Locale.ROOT,
                "%s, card object %,d (line %,d, byte %,d of the unpacked text%s): %s.",
                source,
                number,
                line,
                offset,
                id == null ? "" : ", id " + id,
                reason));
    }
}
