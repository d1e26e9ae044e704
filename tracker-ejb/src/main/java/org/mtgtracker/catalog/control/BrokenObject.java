package org.mtgtracker.catalog.control;

import static java.util.Objects.requireNonNull;

import org.mtgtracker.catalog.boundary.ImportProblem;

/** One object of a source is broken, and the ones behind it can still be read. */
final class BrokenObject extends RuntimeException {
    private final transient ImportProblem problem;

    BrokenObject(ImportProblem problem) {
        super(requireNonNull(problem, "problem is null").sentence());
        this.problem = problem;
    }

    ImportProblem problem() {
        return problem;
    }
}
