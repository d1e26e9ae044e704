package org.mtgtracker.identity.boundary;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;

/**
 * What a program that signed in for a person goes on with.
 *
 * @param accessToken a signed JWT, sent as {@code Authorization: Bearer …}
 * @param lifetime how long the access token is good for
 * @param refreshToken exchanged once for the next two
 * @param sessionEnds when the person has to sign in again unless tokens are refreshed before
 */
public record SessionTokens(
        Caller caller, String accessToken, Duration lifetime, String refreshToken, Instant sessionEnds) {
    public SessionTokens {
        requireNonNull(caller, "caller is null");
        requireNonNull(accessToken, "accessToken is null");
        requireNonNull(lifetime, "lifetime is null");
        requireNonNull(refreshToken, "refreshToken is null");
        requireNonNull(sessionEnds, "sessionEnds is null");
    }

    /** Without the tokens, so that no log ever has them. */
    @Override
    public String toString() {
        return "SessionTokens[caller=" + caller.name() + "]";
    }
}
