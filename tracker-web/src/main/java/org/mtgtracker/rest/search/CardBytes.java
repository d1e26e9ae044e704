package org.mtgtracker.rest.search;

import java.nio.ByteBuffer;

/** Ready objects as what JAX-RS can write. */
final class CardBytes {
    private CardBytes() {}

    /** A copy of an object; its buffer stays as it was. */
    static byte[] of(ByteBuffer object) {
        byte[] bytes = new byte[object.remaining()];
        object.duplicate().get(bytes);
        return bytes;
    }
}
