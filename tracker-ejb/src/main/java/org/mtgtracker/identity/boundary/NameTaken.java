package org.mtgtracker.identity.boundary;

/** Another account has this name, whatever its case and accents. */
public final class NameTaken extends IdentityFailure {
    public NameTaken(String name) {
        super("The name " + name + " is taken; choose another.");
    }
}
