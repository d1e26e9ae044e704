package org.mtgtracker.search.index;

/** The texts that are searched. */
public enum TextField {
    /** In all their readings, without punctuation. */
    NAME,
    /** Letters and digits of the name, and nothing between them. */
    NAME_LETTERS,
    /** With punctuation, for patterns; of a card with several faces as a whole, and each face by itself. */
    WHOLE_NAME,
    /** As {@link #WHOLE_NAME}. */
    TYPE_LINE,
    FULL_ORACLE,
    /** Without reminder text. */
    ORACLE,
    /** Without reminder text, the card's own name being {@code ~}. */
    SELF_ORACLE,
    /** With reminder text, the card's own name being {@code ~}. */
    SELF_FULL_ORACLE,
    FLAVOR,
    ARTIST
}
