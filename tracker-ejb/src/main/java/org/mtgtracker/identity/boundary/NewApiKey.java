package org.mtgtracker.identity.boundary;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a new API key is to be like.
 *
 * @param name by which its owner knows it again
 * @param expiresAt empty for never
 */
public record NewApiKey(String name, Set<Scope> scopes, Optional<Instant> expiresAt) {
    public NewApiKey {
        requireNonNull(name, "name is null");
        scopes = Set.copyOf(scopes);
        requireNonNull(expiresAt, "expiresAt is null");
    }
}
