package org.mtgtracker.pricing.control;

/** A line of a price file that cannot be taken; the message says what is wrong and what is allowed. */
final class BrokenPriceLine extends RuntimeException {
    BrokenPriceLine(String reason) {
        super(reason);
    }
}
