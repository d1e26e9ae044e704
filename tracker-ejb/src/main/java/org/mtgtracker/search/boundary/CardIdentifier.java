package org.mtgtracker.search.boundary;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.UUID;

/** One of the ways to say which card is meant. */
public sealed interface CardIdentifier {
    /** The printing with this Scryfall id. */
    record ById(UUID id) implements CardIdentifier {
        public ById {
            requireNonNull(id, "id is null");
        }
    }

    /** The usual printing of the card with this oracle id. */
    record ByOracle(UUID id) implements CardIdentifier {
        public ByOracle {
            requireNonNull(id, "id is null");
        }
    }

    /** The usual printing with this illustration. */
    record ByIllustration(UUID id) implements CardIdentifier {
        public ByIllustration {
            requireNonNull(id, "id is null");
        }
    }

    /** The printing that a shop or game knows by this number: mtgo, multiverse, arena, tcgplayer, cardmarket. */
    record ByNumber(String kind, int id) implements CardIdentifier {
        public ByNumber {
            requireNonNull(kind, "kind is null");
        }
    }

    /** The usual printing of the card with exactly this name, in a set or in any. */
    record ByName(String name, Optional<String> set) implements CardIdentifier {
        public ByName {
            requireNonNull(name, "name is null");
            requireNonNull(set, "set is null");
        }
    }

    /** The printing with this number in a set. */
    record InSet(String set, String collectorNumber) implements CardIdentifier {
        public InSet {
            requireNonNull(set, "set is null");
            requireNonNull(collectorNumber, "collectorNumber is null");
        }
    }
}
