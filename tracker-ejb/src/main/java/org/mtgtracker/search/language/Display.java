package org.mtgtracker.search.language;

import java.util.Optional;
import org.mtgtracker.search.boundary.Direction;
import org.mtgtracker.search.boundary.Order;
import org.mtgtracker.search.boundary.Prefer;
import org.mtgtracker.search.boundary.Unique;

/**
 * How a query itself wants its cards shown; what it does not say is empty.
 *
 * @param extras true when it includes tokens and other extras
 * @param variations true when it includes printings that are variations of others
 * @param languages true when it includes printings in all languages
 */
public record Display(
        Optional<Unique> unique,
        Optional<Order> order,
        Optional<Direction> direction,
        Optional<Prefer> prefer,
        boolean extras,
        boolean variations,
        boolean languages) {
    /** A query that says nothing about it. */
    public static final Display UNSAID =
            new Display(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false, false, false);

    Display with(Unique value) {
        return new Display(Optional.of(value), order, direction, prefer, extras, variations, languages);
    }

    Display with(Order value) {
        return new Display(unique, Optional.of(value), direction, prefer, extras, variations, languages);
    }

    Display with(Direction value) {
        return new Display(unique, order, Optional.of(value), prefer, extras, variations, languages);
    }

    Display with(Prefer value) {
        return new Display(unique, order, direction, Optional.of(value), extras, variations, languages);
    }

    Display withExtras() {
        return new Display(unique, order, direction, prefer, true, variations, languages);
    }

    Display withVariations() {
        return new Display(unique, order, direction, prefer, extras, true, languages);
    }

    Display withLanguages() {
        return new Display(unique, order, direction, prefer, extras, variations, true);
    }
}
