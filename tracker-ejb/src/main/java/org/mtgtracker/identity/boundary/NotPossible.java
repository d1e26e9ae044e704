package org.mtgtracker.identity.boundary;

import static java.util.Objects.requireNonNull;

/** What was asked for is right in itself, and cannot be done as things stand. */
public final class NotPossible extends IdentityFailure {
    private final Reason reason;

    public NotPossible(Reason reason) {
        super(reason.sentence);
        this.reason = requireNonNull(reason, "reason is null");
    }

    public Reason reason() {
        return reason;
    }

    /** Why not. */
    public enum Reason {
        LAST_ADMIN("This is the last active administrator; make another one first."),
        TOO_MANY_KEYS("An account has at most 50 usable API keys; revoke one first."),
        NO_MAIL("This installation sends no mail; ask an administrator for a token with which to set a new password."),
        NO_EMAIL("This account has no e-mail address that waits to be verified.");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }
    }
}
