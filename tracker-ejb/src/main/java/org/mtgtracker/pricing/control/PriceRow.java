package org.mtgtracker.pricing.control;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Comparator;
import org.mtgtracker.catalog.boundary.CardPrices;
import org.mtgtracker.pricing.boundary.PriceType;

/**
 * What one source says of a card on a day.
 *
 * @param card its number in the catalogue
 * @param cents by {@link PriceType}, {@link #NONE} for no price
 * @param spoken the types it says something about, one bit each; of another type it does not even say that there is none
 */
record PriceRow(LocalDate day, int card, int[] cents, int spoken) {
    static final int NONE = CardPrices.NONE;

    /** As the key of the table has them. */
    static final Comparator<PriceRow> BY_KEY =
            Comparator.comparing(PriceRow::day).thenComparingInt(PriceRow::card);

    PriceRow {
        requireNonNull(day, "day is null");
        if (cents.length != PriceType.ALL.size()) {
            throw new IllegalArgumentException("There are " + cents.length + " prices");
        }
    }

    boolean isAboutTheSameAs(PriceRow other) {
        return card == other.card && day.equals(other.day);
    }

    /** What both say together; where they speak of the same type, the later one's word. */
    PriceRow with(PriceRow later) {
        int[] both = cents.clone();
        for (PriceType type : PriceType.ALL) {
            if ((later.spoken & 1 << type.ordinal()) != 0) {
                both[type.ordinal()] = later.cents[type.ordinal()];
            }
        }
        return new PriceRow(day, card, both, spoken | later.spoken);
    }
}
