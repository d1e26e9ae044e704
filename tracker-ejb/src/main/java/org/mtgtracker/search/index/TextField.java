package org.mtgtracker.search.index;

/** The texts that are searched. */
public enum TextField {
    /** In all their readings, without punctuation. */
    NAME,
    /** Letters and digits of the name, and nothing between them. */
    NAME_LETTERS,
    /** What a printing is sold as, where that is not its card's name: in all readings, without punctuation. */
    FLAVOR_NAME,
    /** Letters and digits of each name in {@link #FLAVOR_NAME}, with a {@link Folded#BREAK} before and behind it. */
    FLAVOR_LETTERS,
    /** As {@link #WHOLE_NAME}, of {@link #FLAVOR_NAME}. */
    WHOLE_FLAVOR_NAME,
    /** As {@link #FLAVOR_NAME}, the name in the printing's own language. */
    PRINTED_NAME,
    /** As {@link #FLAVOR_LETTERS}. */
    PRINTED_LETTERS,
    /** As {@link #WHOLE_NAME}, of {@link #PRINTED_NAME}. */
    WHOLE_PRINTED_NAME,
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
