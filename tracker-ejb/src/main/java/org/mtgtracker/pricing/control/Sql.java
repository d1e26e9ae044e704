package org.mtgtracker.pricing.control;

import java.util.Collections;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mtgtracker.pricing.boundary.PriceType;

/** Writes down what a statement says of each price type. */
final class Sql {
    /** The columns of the prices. */
    static final String PRICES = each(", ", PriceType::key);

    /** A row has any price; the columns are named without their table, of which there must be one. */
    static final String PRICED = "COALESCE(" + PRICES + ") IS NOT NULL";

    private Sql() {}

    /** A part for every type, in their order. */
    static String each(String delimiter, Function<PriceType, String> part) {
        return PriceType.ALL.stream().map(part).collect(Collectors.joining(delimiter));
    }

    /** So many question marks. */
    static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }
}
