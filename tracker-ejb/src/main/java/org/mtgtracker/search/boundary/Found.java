package org.mtgtracker.search.boundary;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One page of what a search found.
 *
 * @param cards Scryfall ids of the printings on the page, in the order of the search
 * @param objects their Scryfall objects, each UTF-8 JSON on one line; read only
 * @param total how many results there are on all pages together
 * @param next the cursor of the page after this one; null on the last page
 * @param warnings sentences about parts of the query that were left out; empty when all of it was understood
 * @param version the catalogue version that answered; 0 when no catalogue was ever imported
 * @param explanation how the query was understood, when that was asked for
 */
public record Found(
        List<UUID> cards,
        List<ByteBuffer> objects,
        int total,
        String next,
        List<String> warnings,
        long version,
        Optional<Explanation> explanation) {
    public Found {
        cards = List.copyOf(requireNonNull(cards, "cards is null"));
        objects = List.copyOf(requireNonNull(objects, "objects is null"));
        warnings = List.copyOf(requireNonNull(warnings, "warnings is null"));
        requireNonNull(explanation, "explanation is null");
    }
}
