package org.mtgtracker.rest;

import static java.util.Objects.requireNonNull;

/** A request that cannot be granted, for a reason that its sender is told. */
public abstract class RequestFailure extends RuntimeException {
    private final transient Problem problem;

    protected RequestFailure(Problem problem) {
        super(requireNonNull(problem, "problem is null").detail());
        this.problem = problem;
    }

    /** What the sender is told. */
    public Problem problem() {
        return problem;
    }
}
