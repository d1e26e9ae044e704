package org.mtgtracker.identity.control;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import org.mtgtracker.values.boundary.Sha256;

/**
 * An API key as its holder writes it: {@code mtg_PREFIX_SECRET}. The prefix is no secret: it finds the key and names
 * it in lists. The secret is kept as its SHA-256 only; it is random and long, so a slow hash would add nothing.
 */
public record ApiKeyText(String prefix, String secret) {
    /** What a key looks like, for messages. */
    public static final String FORM = "mtg_, 8 letters or digits, _, and 32 to 128 letters or digits";

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final String START = "mtg_";
    private static final int PREFIX_LENGTH = 8;
    private static final int SECRET_AT = START.length() + PREFIX_LENGTH + 1;
    private static final int SHORTEST_SECRET = 32;
    private static final int LONGEST_SECRET = 128;
    /** 43 of 62 characters are 256 bits. */
    private static final int SECRET_LENGTH = 43;

    public ApiKeyText {
        requireNonNull(prefix, "prefix is null");
        requireNonNull(secret, "secret is null");
    }

    /** Reads a key, which comes with every request; empty when the text has not the form of one. */
    public static Optional<ApiKeyText> parse(String text) {
        int secret = requireNonNull(text, "text is null").length() - SECRET_AT;
        if (secret < SHORTEST_SECRET
                || secret > LONGEST_SECRET
                || !text.startsWith(START)
                || text.charAt(SECRET_AT - 1) != '_'
                || !isPlain(text, START.length(), SECRET_AT - 1)
                || !isPlain(text, SECRET_AT, text.length())) {
            return Optional.empty();
        }
        return Optional.of(new ApiKeyText(text.substring(START.length(), SECRET_AT - 1), text.substring(SECRET_AT)));
    }

    /** Whether there are only letters and digits of {@link #ALPHABET} from one place to before another. */
    private static boolean isPlain(String text, int from, int to) {
        for (int at = from; at < to; at++) {
            char letter = text.charAt(at);
            boolean plain =
                    letter >= 'A' && letter <= 'Z' || letter >= 'a' && letter <= 'z' || letter >= '0' && letter <= '9';
            if (!plain) {
                return false;
            }
        }
        return true;
    }

    /** A new key that nobody can guess. */
    public static ApiKeyText random(SecureRandom random) {
        return new ApiKeyText(randomText(random, PREFIX_LENGTH), randomText(random, SECRET_LENGTH));
    }

    static String randomText(SecureRandom random, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    /** What is stored of the secret: 32 bytes. */
    public byte[] secretHash() {
        return Sha256.of(secret.getBytes(US_ASCII));
    }

    /** Whether this is the key of which that hash is kept; takes the same time wherever they differ. */
    public boolean matches(byte[] storedHash) {
        return MessageDigest.isEqual(secretHash(), requireNonNull(storedHash, "storedHash is null"));
    }

    /** The whole key, as its holder gets it once. */
    public String text() {
        return START + prefix + "_" + secret;
    }

    /** Without the secret, so that no log ever has it. */
    @Override
    public String toString() {
        return START + prefix + "_…";
    }
}
