package org.mtgtracker.jobs.boundary;

/** A run's lease was taken by another one: it must stop, and has no right to write any more, not even of its end. */
public class LeaseLost extends RuntimeException {
    public LeaseLost(String job, long runId, long generation) {
        super("Run " + runId + " of the job " + job + " has lost its lease (generation " + generation
                + "): another one has taken over.");
    }
}
