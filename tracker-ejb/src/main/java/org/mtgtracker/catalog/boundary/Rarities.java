package org.mtgtracker.catalog.boundary;

import java.util.List;

/** The rarities that Scryfall knows. */
public final class Rarities {
    /** From the least to the greatest, as comparisons and orders go. */
    public static final List<String> ALL = List.of("common", "uncommon", "rare", "special", "mythic", "bonus");

    private Rarities() {}
}
