package org.mtgtracker.identity.control;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.PasswordHash;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;
import java.util.Optional;

/**
 * Hashes and checks passwords. A hash carries its own algorithm and count, so raising the count below leaves the
 * hashes that exist valid.
 */
@ApplicationScoped
public class Passwords {
    /** A longer password is refused unread, so that nobody makes us hash megabytes. */
    public static final int LONGEST = 1000;

    /** OWASP Password Storage Cheat Sheet, "PBKDF2": 210,000 rounds with HMAC-SHA512. */
    private static final Map<String, String> COST = Map.of(
            "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
            "Pbkdf2PasswordHash.Iterations", "210000",
            "Pbkdf2PasswordHash.SaltSizeBytes", "32",
            "Pbkdf2PasswordHash.KeySizeBytes", "32");

    private final PasswordHash hash;
    private final String nobodys;

    @Inject
    public Passwords(Pbkdf2PasswordHash hash) {
        this((PasswordHash) hash);
    }

    Passwords(PasswordHash hash) {
        this.hash = requireNonNull(hash, "hash is null");
        hash.initialize(COST);
        nobodys = hash.generate("no password of anybody".toCharArray());
    }

    /** For the container's proxy. */
    protected Passwords() {
        hash = null;
        nobodys = null;
    }

    /** The text to store for a password of 1 to {@value #LONGEST} characters. */
    public String hash(String password) {
        if (requireNonNull(password, "password is null").isEmpty() || password.length() > LONGEST) {
            throw new IllegalArgumentException("A password has 1 to " + LONGEST + " characters");
        }
        return hash.generate(password.toCharArray());
    }

    /** Whether the password is the stored one; does the same work when none is stored. */
    public boolean matches(String password, Optional<String> stored) {
        boolean readable = requireNonNull(password, "password is null").length() <= LONGEST;
        boolean right = hash.verify((readable ? password : "").toCharArray(), stored.orElse(nobodys));
        return right && readable && stored.isPresent();
    }
}
