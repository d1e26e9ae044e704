package org.mtgtracker.search.boundary;

import static java.util.Objects.requireNonNull;

import java.util.BitSet;
import java.util.List;

/**
 * All cards that a query means.
 *
 * @param numbers the numbers that the catalogue gives them
 * @param warnings sentences about parts of the query that were left out
 */
public record FittingCards(BitSet numbers, List<String> warnings) {
    public FittingCards {
        requireNonNull(numbers, "numbers is null");
        warnings = List.copyOf(requireNonNull(warnings, "warnings is null"));
    }
}
