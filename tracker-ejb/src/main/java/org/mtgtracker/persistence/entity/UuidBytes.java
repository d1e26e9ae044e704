package org.mtgtracker.persistence.entity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.nio.ByteBuffer;
import java.util.UUID;

/** A UUID as BINARY(16): its bytes in the order in which it is written, so that the column sorts as its text does. */
@Converter
public class UuidBytes implements AttributeConverter<UUID, byte[]> {
    private static final int LENGTH = 16;

    @Override
    public byte[] convertToDatabaseColumn(UUID id) {
        return bytes(id);
    }

    @Override
    public UUID convertToEntityAttribute(byte[] bytes) {
        return uuid(bytes);
    }

    /** The column's value for an id; null for null. */
    public static byte[] bytes(UUID id) {
        return id == null
                ? null
                : ByteBuffer.allocate(LENGTH)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array();
    }

    /** The id for a column's value; null for null. */
    public static UUID uuid(byte[] bytes) {
        if (bytes == null) {
            return null;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
