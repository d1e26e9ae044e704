package org.mtgtracker.identity.boundary;

import static java.util.Objects.requireNonNull;

import java.util.Set;
import java.util.UUID;

/** What a caller came in with. */
public sealed interface Credential {
    /** A session that began with a password: an access token of it, or a page's cookie. */
    record Session(UUID id) implements Credential {
        public Session {
            requireNonNull(id, "id is null");
        }
    }

    /** An API key, and what it may be used for. */
    record Key(UUID id, Set<Scope> scopes) implements Credential {
        public Key {
            requireNonNull(id, "id is null");
            scopes = Set.copyOf(scopes);
        }
    }
}
