package org.mtgtracker.catalog.boundary;

import java.util.OptionalLong;

/** An import was asked for while another one is running; only one runs in the whole cluster. */
public class ImportRunning extends RuntimeException {
    private final long runId;

    public ImportRunning(OptionalLong runId) {
        super("An import is running already"
                + (runId.isPresent() ? " (run " + runId.getAsLong() + ")" : "")
                + "; wait for its end, then ask again.");
        this.runId = runId.orElse(0);
    }

    /** The id of the run that is in the way; 0 when it has just ended. */
    public long runId() {
        return runId;
    }
}
