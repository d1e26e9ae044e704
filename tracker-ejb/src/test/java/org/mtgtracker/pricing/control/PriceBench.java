package org.mtgtracker.pricing.control;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import org.mtgtracker.catalog.boundary.PricesRead;
import org.mtgtracker.persistence.boundary.Rows;

/** Lets the benchmark write prices as an import does. */
public final class PriceBench {
    private PriceBench() {}

    public static int write(Rows rows, PricesRead read) {
        new CataloguePrices(rows, changed -> {}).read(read);
        return read.prices().size();
    }

    public static void open(Rows rows, LocalDate day) {
        new PricePartitions(rows).open(Set.of(YearMonth.from(day)));
    }
}
