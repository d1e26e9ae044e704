package org.mtgtracker.pricing.control;

/** What a load has counted so far. */
final class LoadCounts {
    long read;
    long taken;
    long unknownCards;
    long contradicting;
    long repeated;
    long broken;
}
