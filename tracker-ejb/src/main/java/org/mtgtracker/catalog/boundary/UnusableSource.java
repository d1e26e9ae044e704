package org.mtgtracker.catalog.boundary;

import jakarta.ejb.ApplicationException;

/** An import was asked for from something that cannot be a source; the message says what can. */
@ApplicationException
public class UnusableSource extends RuntimeException {
    public UnusableSource(String message) {
        super(message);
    }
}
