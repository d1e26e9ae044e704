package org.mtgtracker.identity.control;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mtgtracker.values.boundary.Sha256;

/** Makes what nobody can guess, and keeps of it what nobody can use. */
public final class Secrets {
    /** 22 of 62 characters are 130 bits. */
    private static final int PASSWORD_LENGTH = 22;
    /** 43 of 62 characters are 256 bits. */
    private static final int TOKEN_LENGTH = 43;

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9]{" + TOKEN_LENGTH + "}");

    private final SecureRandom random = new SecureRandom();

    String password() {
        return ApiKeyText.randomText(random, PASSWORD_LENGTH);
    }

    public ApiKeyText apiKey() {
        return ApiKeyText.random(random);
    }

    /** A token that is used once. */
    public String token() {
        return ApiKeyText.randomText(random, TOKEN_LENGTH);
    }

    /** What is stored of a token: its SHA-256, by which it is also found; empty when the text has not the form of one. */
    public static Optional<byte[]> tokenHash(String token) {
        return TOKEN.matcher(requireNonNull(token, "token is null")).matches()
                ? Optional.of(Sha256.of(token.getBytes(US_ASCII)))
                : Optional.empty();
    }
}
