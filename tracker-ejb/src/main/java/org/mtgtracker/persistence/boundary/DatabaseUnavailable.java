package org.mtgtracker.persistence.boundary;

/** The database that the work needs does not answer; the same call may succeed in a moment. */
public class DatabaseUnavailable extends RuntimeException {
    public DatabaseUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
