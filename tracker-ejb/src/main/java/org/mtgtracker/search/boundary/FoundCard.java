package org.mtgtracker.search.boundary;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * One card, from memory.
 *
 * @param object the Scryfall object, UTF-8 JSON on one line; read only
 * @param version the catalogue version that answered
 */
public record FoundCard(UUID id, ByteBuffer object, long version) {
    public FoundCard {
        requireNonNull(id, "id is null");
        requireNonNull(object, "object is null");
    }

    /** A copy of the object. */
    public byte[] bytes() {
        return bytes(object);
    }

    /** A copy of an object; its buffer stays as it was. */
    public static byte[] bytes(ByteBuffer object) {
        byte[] bytes = new byte[object.remaining()];
        object.get(object.position(), bytes);
        return bytes;
    }
}
