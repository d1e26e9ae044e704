package org.mtgtracker.catalog.boundary;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/**
 * What an import did to a card.
 *
 * @param card its number in the catalogue, by which changes are ordered
 * @param id the Scryfall id
 * @param name as it is now
 */
public record ImportChange(int card, UUID id, String name, Kind kind) {
    public ImportChange {
        requireNonNull(id, "id is null");
        requireNonNull(name, "name is null");
        requireNonNull(kind, "kind is null");
    }

    /** What can happen to a card. */
    public enum Kind {
        ADDED,
        CHANGED,
        REMOVED
    }
}
