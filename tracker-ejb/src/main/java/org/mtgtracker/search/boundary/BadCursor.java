package org.mtgtracker.search.boundary;

/** The cursor is not one that a search gave out, or belongs to a search for other words. The caller's mistake. */
public class BadCursor extends RuntimeException {
    public BadCursor(String message) {
        super(message);
    }
}
