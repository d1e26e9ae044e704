package org.mtgtracker.values.boundary;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256, which every Java platform has. */
public final class Sha256 {
    private Sha256() {}

    /** One that has seen nothing yet. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** One that has seen these texts, each with a zero byte behind it: no other texts without one give the same. */
    public static MessageDigest digest(String... texts) {
        MessageDigest digest = digest();
        for (String text : texts) {
            digest.update(text.getBytes(UTF_8));
            digest.update((byte) 0);
        }
        return digest;
    }

    /** The 32 bytes of these. */
    public static byte[] of(byte[] bytes) {
        return digest().digest(bytes);
    }
}
