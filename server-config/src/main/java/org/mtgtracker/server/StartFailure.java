package org.mtgtracker.server;

import static java.util.Objects.requireNonNull;

/** A reason why MTG Tracker cannot start, in one sentence for the person who started it. */
public final class StartFailure extends RuntimeException {
    private final Reason reason;

    public StartFailure(Reason reason, String message) {
        super(requireNonNull(message, "message is null"));
        this.reason = requireNonNull(reason, "reason is null");
    }

    public StartFailure(Reason reason, String message, Throwable cause) {
        super(requireNonNull(message, "message is null"), cause);
        this.reason = requireNonNull(reason, "reason is null");
    }

    /** What kind of failure it is. */
    public Reason reason() {
        return reason;
    }

    /** The failures a user meets, each with an exit code of its own; 2 is a wrong command line, 10 a Java too old. */
    public enum Reason {
        PORT_TAKEN(11),
        DATA_FOLDER_IN_USE(12),
        DATABASE_UNREACHABLE(13),
        DATABASE_REFUSED(14),
        APPLICATION_FAILED(15),
        INSTALLATION_BROKEN(16),
        WRONG_SETTING(17);

        private final int exitCode;

        Reason(int exitCode) {
            this.exitCode = exitCode;
        }

        /** What the process exits with. */
        public int exitCode() {
            return exitCode;
        }
    }
}
