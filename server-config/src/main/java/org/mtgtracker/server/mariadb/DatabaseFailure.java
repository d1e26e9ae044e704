package org.mtgtracker.server.mariadb;

/** The embedded databases cannot be had; the message is one sentence for the user: what, where, what to do. */
public class DatabaseFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DatabaseFailure(String message) {
        super(message);
    }

    public DatabaseFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
