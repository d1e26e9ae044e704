package org.mtgtracker.search.engine;

/** A term's value means nothing to its key; the term is left out and this sentence says why. */
final class NotUnderstood extends Exception {
    NotUnderstood(String sentence) {
        super(sentence);
    }
}
