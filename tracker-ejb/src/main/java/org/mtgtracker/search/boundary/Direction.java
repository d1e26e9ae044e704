package org.mtgtracker.search.boundary;

import java.util.Locale;
import java.util.Optional;

/** Which end of an order comes first. */
public enum Direction {
    /** As the order is usually read: the newest, the rarest, the dearest first; the least first by everything else. */
    AUTO,
    ASC,
    DESC;

    /** Scryfall's word for it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By Scryfall's word, in any case. */
    public static Optional<Direction> of(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "auto" -> Optional.of(AUTO);
            case "asc", "ascending", "up" -> Optional.of(ASC);
            case "desc", "descending", "down" -> Optional.of(DESC);
            default -> Optional.empty();
        };
    }
}
