package org.mtgtracker.search.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.mtgtracker.search.boundary.BadCursor;

/**
 * Where a page of a search ended, as an opaque text. It names the last card that was shown, not how many were shown:
 * so the next page neither skips nor repeats a card when the catalogue has changed in between.
 *
 * <p>The check at its end finds mistakes, not malice: a cursor gives no right that the search itself does not give.
 *
 * @param version the catalogue version of the page
 * @param last the last card on the page
 */
record Cursor(long version, NameIndex.Key last) {
    private static final byte FORMAT = 1;
    private static final int CHECK_BYTES = 8;
    private static final int WORDS_BYTES = 8;
    /** Longer than any cursor of ours: a name has 400 characters at most, and folding may lengthen it. */
    private static final int LONGEST = 8000;

    private static final String UNKNOWN = "The cursor is not one of this search: it was changed or cut off. "
            + "Use the address of the next page as it was given, or leave the cursor out to start at the first page.";
    private static final String FOREIGN =
            "The cursor belongs to a search for other words. " + "Leave it out to start at the first page.";

    Cursor {
        requireNonNull(last, "last is null");
    }

    /** The text for the caller; valid with the same words only. */
    String text(List<String> words) {
        byte[] name = last.name().getBytes(UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(1 + Long.BYTES + WORDS_BYTES + 16 + name.length + CHECK_BYTES)
                .put(FORMAT)
                .putLong(version)
                .put(digest(words))
                .putLong(last.oracle().getMostSignificantBits())
                .putLong(last.oracle().getLeastSignificantBits())
                .put(name);
        bytes.put(check(bytes.array()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** @throws BadCursor when the text is no cursor, or one of other words */
    static Cursor parse(String text, List<String> words) {
        if (text.length() > LONGEST) {
            throw new BadCursor(UNKNOWN);
        }
        try {
            byte[] all = Base64.getUrlDecoder().decode(text);
            ByteBuffer bytes = ByteBuffer.wrap(all);
            byte format = bytes.get();
            long version = bytes.getLong();
            byte[] wordsDigest = new byte[WORDS_BYTES];
            bytes.get(wordsDigest);
            UUID oracle = new UUID(bytes.getLong(), bytes.getLong());
            byte[] name = new byte[Math.max(0, bytes.remaining() - CHECK_BYTES)];
            bytes.get(name);
            byte[] check = new byte[CHECK_BYTES];
            bytes.get(check);
            if (format != FORMAT || !MessageDigest.isEqual(check, check(all))) {
                throw new BadCursor(UNKNOWN);
            }
            if (!Arrays.equals(wordsDigest, digest(words))) {
                throw new BadCursor(FOREIGN);
            }
            return new Cursor(version, new NameIndex.Key(new String(name, UTF_8), oracle));
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

    private static byte[] digest(List<String> words) {
        return Arrays.copyOf(sha256().digest(String.join(" ", words).getBytes(UTF_8)), WORDS_BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
