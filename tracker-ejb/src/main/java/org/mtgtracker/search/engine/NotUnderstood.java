package org.mtgtracker.search.engine;

/** A term's value means nothing to its key, and this sentence says why; the term is left out, or finds nothing. */
final class NotUnderstood extends Exception {
    private final boolean findsNothing;

    /** Of a term that is left out. */
    NotUnderstood(String sentence) {
        this(sentence, false);
    }

    private NotUnderstood(String sentence, boolean findsNothing) {
        super(sentence);
        this.findsNothing = findsNothing;
    }

    /** Of a term that stays: what it names may be, as a set to come, but no card of this catalogue is of it. */
    static NotUnderstood unknownThing(String sentence) {
        return new NotUnderstood(sentence, true);
    }

    boolean findsNothing() {
        return findsNothing;
    }
}
