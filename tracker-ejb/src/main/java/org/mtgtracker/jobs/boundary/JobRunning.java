package org.mtgtracker.jobs.boundary;

import static java.util.Objects.requireNonNull;

import jakarta.ejb.ApplicationException;

/** A job was to be started that is running, on this server or another. */
@ApplicationException
public class JobRunning extends RuntimeException {
    private final String job;
    private final long runId;

    public JobRunning(String job, long runId) {
        super("The job " + job + " is running" + (runId == 0 ? "" : " (run " + runId + ")")
                + "; wait for its end, then ask again.");
        this.job = requireNonNull(job, "job is null");
        this.runId = runId;
    }

    public String job() {
        return job;
    }

    /** The run that is in the way; 0 when it is only about to begin. */
    public long runId() {
        return runId;
    }
}
