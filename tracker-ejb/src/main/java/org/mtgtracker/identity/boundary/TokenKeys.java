package org.mtgtracker.identity.boundary;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.mtgtracker.identity.control.AccessTokens;

/** The public keys by which anybody can check an access token. */
@ApplicationScoped
public class TokenKeys {
    private final AccessTokens accessTokens;

    @Inject
    public TokenKeys(AccessTokens accessTokens) {
        this.accessTokens = requireNonNull(accessTokens, "accessTokens is null");
    }

    /** For the container's proxy. */
    protected TokenKeys() {
        accessTokens = null;
    }

    /** As a JSON Web Key Set (RFC 7517), those of all pods. */
    public String keySet() {
        return accessTokens.keySet(Clock.systemUTC().instant());
    }
}
