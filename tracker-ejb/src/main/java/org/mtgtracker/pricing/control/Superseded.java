package org.mtgtracker.pricing.control;

/** A load was taken for dead and ended, while it had only been slow; it must not write any more. */
final class Superseded extends RuntimeException {
    Superseded(long load) {
        super("The price load " + load + " was ended from outside.");
    }
}
