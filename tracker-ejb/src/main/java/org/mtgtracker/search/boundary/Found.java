package org.mtgtracker.search.boundary;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.UUID;

/**
 * One page of what a search found.
 *
 * @param cards Scryfall ids, one printing for each oracle card, in the order of the search
 * @param total how many cards match on all pages together
 * @param next the cursor of the page after this one; null on the last page
 * @param warnings sentences about parts of the query that were left out; empty when all of it was understood
 * @param version the catalogue version that answered; 0 when no catalogue was ever imported
 */
public record Found(List<UUID> cards, int total, String next, List<String> warnings, long version) {
    public Found {
        cards = List.copyOf(requireNonNull(cards, "cards is null"));
        warnings = List.copyOf(requireNonNull(warnings, "warnings is null"));
    }
}
