package org.mtgtracker.identity.boundary;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An account as its owner and administrators see it.
 *
 * @param role USER or ADMIN
 * @param active false when it was disabled
 * @param version another one after each change
 */
public record Account(
        UUID id,
        String name,
        Optional<String> email,
        boolean emailVerified,
        Role role,
        boolean active,
        Instant createdAt,
        long version) {
    public Account {
        requireNonNull(id, "id is null");
        requireNonNull(name, "name is null");
        requireNonNull(email, "email is null");
        requireNonNull(role, "role is null");
        requireNonNull(createdAt, "createdAt is null");
    }
}
