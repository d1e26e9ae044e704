package org.mtgtracker.server.mariadb;

/** The replica could not be filled from the primary this time; unlike a server that does not start, worth trying on. */
final class SeedingFailure extends DatabaseFailure {
    private static final long serialVersionUID = 1L;

    SeedingFailure(String message) {
        super(message);
    }

    SeedingFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
