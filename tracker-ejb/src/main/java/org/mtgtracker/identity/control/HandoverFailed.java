package org.mtgtracker.identity.control;

/** The file that was to tell how the first admin signs in cannot be written. */
public class HandoverFailed extends RuntimeException {
    public HandoverFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
