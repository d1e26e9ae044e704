package org.mtgtracker.catalog.boundary;

import jakarta.ejb.ApplicationException;

/** An import was asked for while another one is running; only one runs in the whole cluster. */
@ApplicationException
public class ImportRunning extends RuntimeException {
    private final long runId;

    public ImportRunning(long runId) {
        super("An import is running already (run " + runId + "); wait for its end, then ask again.");
        this.runId = runId;
    }

    /** The id of the run that is in the way. */
    public long runId() {
        return runId;
    }
}
