package org.mtgtracker.rest.search;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.mtgtracker.rest.ETag;

/** One answer as JSON, of a state of the catalogue. */
final class ReadyAnswer {
    /** Below this, gzip costs more than it saves. */
    private static final int WORTH_PACKING = 1024;

    private final String state;
    private final ETag tag;
    private final Optional<String> link;
    private final byte[] body;
    private volatile byte[] packed;

    /**
     * An answer.
     *
     * @param state what it was made of
     * @param link the header of that name
     * @param body nobody may change it any more
     */
    ReadyAnswer(String state, ETag tag, Optional<String> link, byte[] body) {
        this.state = requireNonNull(state, "state is null");
        this.tag = requireNonNull(tag, "tag is null");
        this.link = requireNonNull(link, "link is null");
        this.body = requireNonNull(body, "body is null");
    }

    String state() {
        return state;
    }

    ETag tag() {
        return tag;
    }

    Optional<String> link() {
        return link;
    }

    byte[] body() {
        return body;
    }

    /** Whether it is sent packed to whoever understands that. */
    boolean isWorthPacking() {
        return body.length >= WORTH_PACKING;
    }

    /** Packed by gzip, once. */
    byte[] packed() {
        byte[] known = packed;
        if (known == null) {
            known = gzip(body);
            packed = known;
        }
        return known;
    }

    /** How much memory it takes at most: packed it is at worst as long as it is now. */
    int bytes() {
        return 2 * body.length;
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length / 4);
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory can always be written to", e);
        }
        return packed.toByteArray();
    }
}
