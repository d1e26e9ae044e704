package org.mtgtracker.pricing.boundary;

/** A file that is no price file at all, or cannot be read to its end; the message says why, and what one looks like. */
public class UnusablePriceFile extends RuntimeException {
    public UnusablePriceFile(String message) {
        super(message);
    }

    public UnusablePriceFile(String message, Throwable cause) {
        super(message, cause);
    }
}
