package org.mtgtracker.search.language;

/** What a key asks about; the chapters of the reference. */
public enum Area {
    NAMES("Names"),
    COLOURS("Colours"),
    TEXTS("Types and texts"),
    MANA("Mana"),
    NUMBERS("Numbers"),
    KINDS("Kinds of cards and printings"),
    SETS("Sets, rarity and collector numbers"),
    LEGALITY("Formats"),
    PRICES("Prices"),
    ART("Artists and illustrations"),
    LOOK("How a card looks"),
    GAMES("Games and languages"),
    DATES("Dates"),
    TAGS("Tags"),
    REPRINTS("Printings of a card"),
    DISPLAY("How results are shown");

    private final String title;

    Area(String title) {
        this.title = title;
    }

    /** For people. */
    public String title() {
        return title;
    }
}
