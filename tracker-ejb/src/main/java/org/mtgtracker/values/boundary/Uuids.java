package org.mtgtracker.values.boundary;

import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/** UUIDs as addresses, files and card objects write them (RFC 9562, section 4). */
public final class Uuids {
    private static final int LENGTH = 36;

    private Uuids() {}

    /** The UUID that a text is in full, 8-4-4-4-12 hexadecimal digits; {@link UUID#fromString} takes {@code 1-1-1-1-1}. */
    public static Optional<UUID> in(String text) {
        return isOne(text) ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    /** Whether a text is a UUID in full. */
    public static boolean isOne(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? text.charAt(i) != '-' : !HexFormat.isHexDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
