package org.mtgtracker.identity.boundary;

/** A change was meant for an account, key or session as it was; it has changed since then. */
public final class StaleVersion extends IdentityFailure {
    public StaleVersion() {
        super("It has changed in the meantime; look at it again.");
    }
}
