package org.mtgtracker.catalog.boundary;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/**
 * A card as Scryfall describes it.
 *
 * @param id the Scryfall id of this printing
 * @param json the Scryfall card object, UTF-8 JSON on one line; not to be changed
 * @param version the catalogue version that brought this content: the same id and version are the same bytes
 * @param retired whether the source has it no more
 */
public record CardJson(UUID id, byte[] json, long version, boolean retired) {
    public CardJson {
        requireNonNull(id, "id is null");
        requireNonNull(json, "json is null");
    }

    /** A card that the source has. */
    public CardJson(UUID id, byte[] json, long version) {
        this(id, json, version, false);
    }
}
