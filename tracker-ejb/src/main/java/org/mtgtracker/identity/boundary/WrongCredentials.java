package org.mtgtracker.identity.boundary;

import static java.util.Objects.requireNonNull;

/** What somebody presents does not prove who he is; why exactly is told only where that helps nobody to guess. */
public final class WrongCredentials extends IdentityFailure {
    private final Kind kind;

    public WrongCredentials(Kind kind, String message) {
        super(message);
        this.kind = requireNonNull(kind, "kind is null");
    }

    public Kind kind() {
        return kind;
    }

    /** What was presented. */
    public enum Kind {
        PASSWORD,
        ACCESS_TOKEN,
        REFRESH_TOKEN,
        ONE_TIME_TOKEN
    }
}
