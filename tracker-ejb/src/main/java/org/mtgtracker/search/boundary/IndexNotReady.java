package org.mtgtracker.search.boundary;

/** The pod has just started and has not read the catalogue yet; the same search succeeds in a moment. */
public class IndexNotReady extends RuntimeException {
    public IndexNotReady() {
        super("The search index is still being built after the start; try again in a few seconds.");
    }
}
