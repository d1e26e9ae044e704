package org.mtgtracker.search.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.mtgtracker.search.boundary.BadCursor;
import org.mtgtracker.search.index.SortKey;
import org.mtgtracker.values.boundary.Sha256;

/**
 * Where a page of a search ended, as an opaque text. It has what the last printing was sorted by, so that the next page
 * goes on behind that, whatever has become of the printing: of what has kept its own place nothing is missed and nothing
 * shown again, though the catalogue and its prices have changed in between.
 *
 * <p>The check at its end finds mistakes, not malice: a cursor gives no right that the search itself does not give.
 *
 * @param version the catalogue version of the page
 * @param last what the last printing on the page was sorted by
 */
record Cursor(long version, SortKey last) {
    private static final byte FORMAT = 4;
    private static final int CHECK_BYTES = 8;
    private static final int SEARCH_BYTES = 8;
    private static final int FIXED_BYTES = 1
            + 2 * Long.BYTES
            + SEARCH_BYTES
            + 4 * Long.BYTES
            + Integer.BYTES
            + Float.BYTES
            + 3 * Short.BYTES
            + CHECK_BYTES;
    /** Longer than any cursor of ours: a name has 400 characters at most, an artist 200, and folding may lengthen them. */
    private static final int LONGEST = 8000;

    private static final String UNKNOWN = "The cursor is not one of this search: it was changed or cut off. "
            + "Use the address of the next page as it was given, or leave the cursor out to start at the first page.";
    private static final String FOREIGN = "The cursor belongs to another search: to other words, or another order. "
            + "Leave it out to start at the first page.";

    Cursor {
        requireNonNull(last, "last is null");
    }

    /** The text for the caller; valid with the same search only. */
    String text(String search) {
        byte[] text = last.text().getBytes(UTF_8);
        byte[] name = last.name().getBytes(UTF_8);
        byte[] set = last.set().getBytes(UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(FIXED_BYTES + text.length + name.length + set.length)
                .put(FORMAT)
                .putLong(version)
                .put(digest(search))
                .putLong(last.value())
                .putInt(last.released())
                .putFloat(last.number());
        put(bytes, last.oracle());
        put(bytes, last.id());
        put(bytes, text);
        put(bytes, name);
        put(bytes, set);
        bytes.put(check(bytes.array()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    private static void put(ByteBuffer bytes, UUID id) {
        bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private static void put(ByteBuffer bytes, byte[] text) {
        bytes.putShort((short) text.length).put(text);
    }

    /** @throws BadCursor when the text is no cursor, or one of another search */
    static Cursor parse(String text, String search) {
        if (text.length() > LONGEST) {
            throw new BadCursor(UNKNOWN);
        }
        try {
            byte[] all = Base64.getUrlDecoder().decode(text);
            if (all.length < FIXED_BYTES || all[0] != FORMAT || !isWhole(all)) {
                throw new BadCursor(UNKNOWN);
            }
            ByteBuffer bytes = ByteBuffer.wrap(all, 1, all.length - 1);
            long version = bytes.getLong();
            byte[] searchDigest = new byte[SEARCH_BYTES];
            bytes.get(searchDigest);
            if (!Arrays.equals(searchDigest, digest(search))) {
                throw new BadCursor(FOREIGN);
            }
            return new Cursor(version, key(bytes));
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            throw new BadCursor(UNKNOWN);
        }
    }

    private static SortKey key(ByteBuffer bytes) {
        long value = bytes.getLong();
        int released = bytes.getInt();
        float number = bytes.getFloat();
        UUID oracle = id(bytes);
        UUID id = id(bytes);
        return new SortKey(value, text(bytes), text(bytes), oracle, released, text(bytes), number, id);
    }

    private static UUID id(ByteBuffer bytes) {
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private static String text(ByteBuffer bytes) {
        byte[] text = new byte[Short.toUnsignedInt(bytes.getShort())];
        bytes.get(text);
        return new String(text, UTF_8);
    }

    private static boolean isWhole(byte[] all) {
        byte[] check = Arrays.copyOfRange(all, all.length - CHECK_BYTES, all.length);
        return MessageDigest.isEqual(check, check(all));
    }

    /** Over everything but the room for the check itself. */
    private static byte[] check(byte[] all) {
        MessageDigest sha = Sha256.digest();
        sha.update(all, 0, all.length - CHECK_BYTES);
        return Arrays.copyOf(sha.digest(), CHECK_BYTES);
    }

    private static byte[] digest(String search) {
        return Arrays.copyOf(Sha256.of(search.getBytes(UTF_8)), SEARCH_BYTES);
    }
}
