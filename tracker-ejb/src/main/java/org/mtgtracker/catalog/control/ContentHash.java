package org.mtgtracker.catalog.control;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import org.mtgtracker.values.boundary.Sha256;

/**
 * What tells a card's content from another: the first 16 bytes of SHA-256 over its JSON. The JDK has it, the processor
 * helps with it, and it takes a small part of the time that reading the JSON does; a faster hash of our own would have
 * to be proven first.
 */
record ContentHash(long high, long low) {
    private static final int LENGTH = 16;

    /** Raised whenever the same JSON gives other columns than before, so that the next import writes every card anew. */
    static final byte READER = 1;

    byte[] bytes() {
        return ByteBuffer.allocate(LENGTH).putLong(high).putLong(low).array();
    }

    static ContentHash of(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new ContentHash(buffer.getLong(), buffer.getLong());
    }

    /** Makes hashes, one after the other. */
    static final class Digest {
        private final MessageDigest sha = Sha256.digest();

        ContentHash of(byte[] json, int start, int length) {
            sha.update(READER);
            sha.update(json, start, length);
            return ContentHash.of(sha.digest());
        }
    }
}
