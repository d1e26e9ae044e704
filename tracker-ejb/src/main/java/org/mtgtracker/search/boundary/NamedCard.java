package org.mtgtracker.search.boundary;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What a name means. */
public sealed interface NamedCard {
    /** This card. */
    record One(FoundCard card) implements NamedCard {
        public One {
            requireNonNull(card, "card is null");
        }
    }

    /** One of several; some of their names. */
    record Ambiguous(List<String> names) implements NamedCard {
        public Ambiguous {
            names = List.copyOf(requireNonNull(names, "names is null"));
        }
    }

    /** No card. */
    record Unknown() implements NamedCard {}
}
