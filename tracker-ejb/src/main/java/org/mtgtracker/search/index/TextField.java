package org.mtgtracker.search.index;

/** The texts that are searched. */
public enum TextField {
    /** In all their readings, without punctuation. */
    NAME,
    /** With punctuation, for patterns. */
    WHOLE_NAME,
    TYPE_LINE,
    FULL_ORACLE,
    /** Without reminder text. */
    ORACLE,
    /** Without reminder text, the card's own name being {@code ~}. */
    SELF_ORACLE,
    FLAVOR,
    ARTIST
}
