package org.mtgtracker.search.boundary;

import java.util.Locale;
import java.util.Optional;

/** What counts as one result. */
public enum Unique {
    /** One printing for each oracle card. */
    CARDS,
    /** Every printing. */
    PRINTS,
    /** One printing for each illustration of an oracle card. */
    ART;

    /** Scryfall's word for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By Scryfall's word, in any case. */
    public static Optional<Unique> of(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "cards", "card", "names", "name" -> Optional.of(CARDS);
            case "prints", "print", "printings", "printing" -> Optional.of(PRINTS);
            case "art", "arts", "artwork" -> Optional.of(ART);
            default -> Optional.empty();
        };
    }
}
