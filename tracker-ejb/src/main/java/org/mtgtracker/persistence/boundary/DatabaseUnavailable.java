package org.mtgtracker.persistence.boundary;

import jakarta.ejb.ApplicationException;

/** The database that the work needs does not answer; the same call may succeed in a moment. */
@ApplicationException(rollback = true)
public class DatabaseUnavailable extends RuntimeException {
    public DatabaseUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
