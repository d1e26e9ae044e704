package org.mtgtracker.identity.boundary;

import jakarta.ejb.ApplicationException;

/** Something about accounts cannot be done, for a reason that the one who asked is told. */
@ApplicationException(rollback = true)
public abstract sealed class IdentityFailure extends RuntimeException
        permits BadDetail, NameTaken, WrongCredentials, TooManyAttempts, UnknownThing, NotPossible, StaleVersion {
    protected IdentityFailure(String message) {
        super(message);
    }
}
