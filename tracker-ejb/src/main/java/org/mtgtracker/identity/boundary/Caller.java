package org.mtgtracker.identity.boundary;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import java.util.UUID;

/**
 * Somebody whose word was checked: the account that acts, and what it may do this way in. A key may carry less than
 * its owner may do.
 *
 * @param id the account's id; of an API key its owner's
 */
public record Caller(UUID id, String name, Set<Role> roles) {
    public Caller {
        requireNonNull(id, "id is null");
        requireNonNull(name, "name is null");
        roles = Set.copyOf(roles);
    }
}
