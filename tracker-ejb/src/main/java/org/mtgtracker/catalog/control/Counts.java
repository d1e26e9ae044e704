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
}
