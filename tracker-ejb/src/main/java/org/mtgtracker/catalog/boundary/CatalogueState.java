package org.mtgtracker.catalog.boundary;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * What the catalogue holds.
 *
 * @param version raised by every import that changed something; 0 before the first
 * @param cards cards that are not retired
 * @param sets sets that have such a card
 * @param source {@code demo}, {@code scryfall}, or the path or address of the file; empty when version is 0
 * @param importedAt when the last successful import ended; null only when version is 0
 */
public record CatalogueState(long version, int cards, int sets, String source, Instant importedAt) {
    public CatalogueState {
        requireNonNull(source, "source is null");
    }
}
