package org.mtgtracker.server.demo;

import java.util.Locale;

/** Scryfall's six rarities. */
enum Rarity {
    COMMON,
    UNCOMMON,
    RARE,
    SPECIAL,
    MYTHIC,
    BONUS;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isHigh() {
        return this != COMMON && this != UNCOMMON;
    }
}
