package org.mtgtracker.identity.boundary;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** There is no account, key or session of this id, or it is somebody else's: which of the two is not told. */
public final class UnknownThing extends IdentityFailure {
    private final Kind kind;

    public UnknownThing(Kind kind, UUID id) {
        super("There is no " + kind.word + " with the id " + id + ".");
        this.kind = requireNonNull(kind, "kind is null");
    }

    public Kind kind() {
        return kind;
    }

    /** What it would be. */
    public enum Kind {
        USER("user"),
        API_KEY("API key"),
        SESSION("session");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }
}
