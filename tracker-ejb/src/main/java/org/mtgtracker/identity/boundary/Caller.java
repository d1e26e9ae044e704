package org.mtgtracker.identity.boundary;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody whose word was checked: the account that acts, and what it may do this way in. A key may carry less than
 * its owner may do.
 *
 * @param id the account's id; of an API key its owner's
 */
public record Caller(UUID id, String name, Set<Role> roles, Credential credential) {
    public Caller {
        requireNonNull(id, "id is null");
        requireNonNull(name, "name is null");
        requireNonNull(credential, "credential is null");
        roles = Set.copyOf(roles);
    }

    /** Whether this way in reaches so far; a person's own reaches everywhere. */
    public boolean may(Scope scope) {
        return !(credential instanceof Credential.Key key) || key.scopes().contains(scope);
    }

    /** The session that this is; empty for a key. */
    public Optional<UUID> session() {
        return credential instanceof Credential.Session session ? Optional.of(session.id()) : Optional.empty();
    }
}
