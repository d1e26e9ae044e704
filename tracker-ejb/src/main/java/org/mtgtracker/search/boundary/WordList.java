package org.mtgtracker.search.boundary;

/** Words that cards have, each told once. */
public enum WordList {
    /** The names of those who painted them. */
    ARTISTS,
    /** Keyword abilities, keyword actions and ability words. */
    KEYWORDS,
    /** Card types, subtypes and supertypes. */
    TYPES
}
