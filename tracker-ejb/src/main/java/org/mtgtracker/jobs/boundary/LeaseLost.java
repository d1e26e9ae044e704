package org.mtgtracker.jobs.boundary;

/** A run's lease is not its own any more: it must stop, and has no right to write any more, not even of its end. */
public class LeaseLost extends RuntimeException {
    private LeaseLost(String message) {
        super(message);
    }

    /** Another one has it. */
    public LeaseLost(String job, long runId, long generation) {
        this("Run " + runId + " of the job " + job + " has lost its lease (generation " + generation
                + "): another one has taken over.");
    }

    /** Its own server stops, and has left it to others. */
    public static LeaseLost givenUp(String job, long runId, long generation) {
        return new LeaseLost("Run " + runId + " of the job " + job + " has given up its lease (generation " + generation
                + "), since its server stops.");
    }
}
