package org.mtgtracker.catalog.control;

/** What a run has counted so far. */
final class Counts {
    long read;
    long added;
    long changed;
    long removed;
    long unchanged;
    long broken;
    long prices;
    long bytesRead;

    /** What is counted now, for whoever writes it down while counting goes on. */
    Counts copy() {
        Counts copy = new Counts();
        copy.read = read;
        copy.added = added;
        copy.changed = changed;
        copy.removed = removed;
        copy.unchanged = unchanged;
        copy.broken = broken;
        copy.prices = prices;
        copy.bytesRead = bytesRead;
        return copy;
    }
}
