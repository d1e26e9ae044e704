package org.mtgtracker.identity.boundary;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** A token with which somebody may set a new password, once, until it expires. */
public record ResetToken(String token, Instant expiresAt) {
    public ResetToken {
        requireNonNull(token, "token is null");
        requireNonNull(expiresAt, "expiresAt is null");
    }

    /** Without the token, so that no log ever has it. */
    @Override
    public String toString() {
        return "ResetToken[expiresAt=" + expiresAt + "]";
    }
}
