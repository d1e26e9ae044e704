package org.mtgtracker.identity.boundary;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;

/**
 * A session that is going on, as its owner knows it again.
 *
 * @param kind API, or PAGES for a browser
 * @param current whether the request that asks is part of it
 */
public record SessionInfo(
        UUID id, Kind kind, Origin origin, Instant startedAt, Instant lastUsedAt, Instant expiresAt, boolean current) {
    public SessionInfo {
        requireNonNull(id, "id is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(origin, "origin is null");
        requireNonNull(startedAt, "startedAt is null");
        requireNonNull(lastUsedAt, "lastUsedAt is null");
        requireNonNull(expiresAt, "expiresAt is null");
    }

    /** How the person came in. */
    public enum Kind {
        API,
        PAGES
    }
}
