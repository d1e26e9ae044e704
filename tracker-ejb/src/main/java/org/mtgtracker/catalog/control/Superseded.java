package org.mtgtracker.catalog.control;

/** A run finds that it was ended from outside: it lost its lock and another pod took it for dead. It must not write. */
final class Superseded extends RuntimeException {
    Superseded(long run) {
        super("Import run " + run + " lost its lock, and was ended by another server; nothing was changed");
    }
}
