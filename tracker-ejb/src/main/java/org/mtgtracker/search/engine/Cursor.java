package org.mtgtracker.search.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.mtgtracker.search.boundary.BadCursor;

/**
 * Where a page of a search ended, as an opaque text. It names the last printings that were shown, so that the next page
 * neither skips nor repeats a card when the catalogue has changed in between and the very last is gone; and, for when
 * all of them are, the name of the last and how many were shown.
 *
 * <p>The check at its end finds mistakes, not malice: a cursor gives no right that the search itself does not give.
 *
 * @param version the catalogue version of the page
 * @param shown how many results were on this and all pages before it
 * @param last the last printings on the page, the very last first
 * @param name its folded name
 */
record Cursor(long version, int shown, List<UUID> last, String name) {
    /** How many of the last printings it names at most. */
    static final int NAMED = 3;

    private static final byte FORMAT = 3;
    private static final int CHECK_BYTES = 8;
    private static final int SEARCH_BYTES = 8;
    private static final int FIXED_BYTES = 2 + Long.BYTES + Integer.BYTES + SEARCH_BYTES + CHECK_BYTES;
    /** Longer than any cursor of ours: a name has 400 characters at most, and folding may lengthen it. */
    private static final int LONGEST = 8000;

    private static final String UNKNOWN = "The cursor is not one of this search: it was changed or cut off. "
            + "Use the address of the next page as it was given, or leave the cursor out to start at the first page.";
    private static final String FOREIGN = "The cursor belongs to another search: to other words, or another order. "
            + "Leave it out to start at the first page.";

    Cursor {
        last = List.copyOf(last);
        requireNonNull(name, "name is null");
    }

    /** The text for the caller; valid with the same search only. */
    String text(String search) {
        byte[] letters = name.getBytes(UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(FIXED_BYTES + 2 * Long.BYTES * last.size() + letters.length)
                .put(FORMAT)
                .putLong(version)
                .putInt(shown)
                .put(digest(search))
                .put((byte) last.size());
        last.forEach(id -> bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()));
        bytes.put(letters);
        bytes.put(check(bytes.array()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** @throws BadCursor when the text is no cursor, or one of another search */
    static Cursor parse(String text, String search) {
        if (text.length() > LONGEST) {
            throw new BadCursor(UNKNOWN);
        }
        try {
            byte[] all = Base64.getUrlDecoder().decode(text);
            ByteBuffer bytes = ByteBuffer.wrap(all);
            byte format = bytes.get();
            long version = bytes.getLong();
            int shown = bytes.getInt();
            byte[] searchDigest = new byte[SEARCH_BYTES];
            bytes.get(searchDigest);
            List<UUID> last = new ArrayList<>();
            for (int left = Math.min(NAMED, bytes.get()); left > 0; left--) {
                last.add(new UUID(bytes.getLong(), bytes.getLong()));
            }
            byte[] name = new byte[Math.max(0, bytes.remaining() - CHECK_BYTES)];
            bytes.get(name);
            byte[] check = new byte[CHECK_BYTES];
            bytes.get(check);
            if (format != FORMAT || !MessageDigest.isEqual(check, check(all))) {
                throw new BadCursor(UNKNOWN);
            }
            if (!Arrays.equals(searchDigest, digest(search))) {
                throw new BadCursor(FOREIGN);
            }
            return new Cursor(version, shown, last, new String(name, UTF_8));
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            throw new BadCursor(UNKNOWN);
        }
    }

    /** Over everything but the room for the check itself. */
    private static byte[] check(byte[] all) {
        MessageDigest sha = sha256();
        sha.update(all, 0, all.length - CHECK_BYTES);
        return Arrays.copyOf(sha.digest(), CHECK_BYTES);
    }

    private static byte[] digest(String search) {
        return Arrays.copyOf(sha256().digest(search.getBytes(UTF_8)), SEARCH_BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
