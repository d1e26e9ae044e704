package org.mtgtracker.trending.control;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.function.IntPredicate;

/** Says which cards a search means; what trending needs of the search, and no more. */
@FunctionalInterface
public interface MatchingCards {
    /** The printings that match a search, whatever it would show of them. */
    Matches of(String query);

    /**
     * What a search means.
     *
     * @param numbers is true of the numbers of the cards that match
     * @param warnings sentences about parts of the search that were left out
     */
    record Matches(IntPredicate numbers, List<String> warnings) {
        public Matches {
            requireNonNull(numbers, "numbers is null");
            warnings = List.copyOf(requireNonNull(warnings, "warnings is null"));
        }
    }
}
