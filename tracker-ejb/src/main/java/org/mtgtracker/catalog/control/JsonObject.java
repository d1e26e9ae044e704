package org.mtgtracker.catalog.control;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import org.mtgtracker.catalog.boundary.ImportProblem;

/** One JSON object that was cut out of a file, with the place that it came from. */
final class JsonObject {
    private final long number;
    private final long line;
    private final long position;
    private byte[] bytes;
    private boolean blanks;

    /**
     * @param number counted from 1
     * @param line where it begins, counted from 1
     * @param position of its first byte in the file, counted from 0
     * @param bytes its own
     * @param blanks whether there is white space in it that belongs to no text
     */
    JsonObject(long number, long line, long position, byte[] bytes, boolean blanks) {
        this.number = number;
        this.line = line;
        this.position = position;
        this.bytes = requireNonNull(bytes, "bytes is null");
        this.blanks = blanks;
    }

    byte[] bytes() {
        return bytes;
    }

    /** True when there is no white space between its tokens, so that its bytes are what would be stored of it. */
    boolean isCompact() {
        return !blanks;
    }

    /** Takes the white space between the tokens out; only for an object that has been found to be valid JSON. */
    void compact() {
        if (blanks) {
            bytes = Arrays.copyOf(bytes, Blanks.removed(bytes, 0, bytes.length));
            blanks = false;
        }
    }

    /** Where in the file it is broken, at so many bytes from its beginning as it was read. */
    ImportProblem problem(BrokenCard card) {
        int to = (int) Math.min(card.offset(), bytes.length);
        long at = line;
        for (int i = 0; i < to; i++) {
            at += bytes[i] == '\n' ? 1 : 0;
        }
        return new ImportProblem(number, at, position + card.offset(), card.id(), card.getMessage());
    }
}
