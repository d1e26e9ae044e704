package org.mtgtracker.search.index;

/** A question with few answers: every answer has the bitmap of the printings that give it. */
public enum Facet {
    EXACT_NAME,
    COLOURS,
    IDENTITY,
    PRODUCES,
    MANA_COST,
    /** Of cards that are permanents with one face and no permanents with another: what the first cost, also nothing. */
    PERMANENT_COST,
    TYPE_LINE,
    TYPE_WORD,
    KEYWORD,
    KIND,
    HAS,
    SET,
    RARITY,
    PLAYABLE,
    BANNED,
    RESTRICTED,
    ARTIST,
    WATERMARK,
    BORDER,
    FRAME,
    STAMP,
    LAYOUT,
    GAME,
    LANGUAGE,
    NEW
}
