package org.mtgtracker.search.language;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What the parser made of a query.
 *
 * @param tree what cards must fit; empty when nothing asks for anything
 * @param display how the cards are to be shown, where the query says so
 * @param dropped what could not be understood, and why, in the order of the query
 */
public record Parsed(Optional<Query> tree, Display display, List<Dropped> dropped) {
    public Parsed {
        requireNonNull(tree, "tree is null");
        requireNonNull(display, "display is null");
        dropped = List.copyOf(requireNonNull(dropped, "dropped is null"));
    }
}
