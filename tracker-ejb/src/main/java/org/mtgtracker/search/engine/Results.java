package org.mtgtracker.search.engine;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.mtgtracker.search.boundary.Explanation;

/**
 * One page of what a search found.
 *
 * @param positions of the printings on the page, in the order of the search; not to be changed
 * @param total how many results there are on all pages together
 * @param next the cursor of the page after this one
 * @param warnings what of the query was left out
 */
public record Results(
        int[] positions, int total, Optional<String> next, List<String> warnings, Optional<Explanation> explanation) {
    public Results {
        requireNonNull(positions, "positions is null");
        requireNonNull(next, "next is null");
        warnings = List.copyOf(warnings);
        requireNonNull(explanation, "explanation is null");
    }
}
