package org.mtgtracker.catalog.boundary;

/** An import was asked for from something that cannot be a source; the message says what can. */
public class UnusableSource extends RuntimeException {
    public UnusableSource(String message) {
        super(message);
    }
}
