package org.mtgtracker.pricing.control;

import org.mtgtracker.pricing.boundary.PriceLoad;
import org.mtgtracker.pricing.boundary.PriceType;

/**
 * Who said a price. A better one replaces a worse one and an equal one, each type by itself; never the other way round.
 * It is kept beside the prices, in two bits a type.
 */
public enum PriceSource {
    CATALOGUE(1),
    FILE(2),
    CORRECTION(3);

    /** How many bits a type has in {@code card_price.sources}. */
    static final int BITS = 2;

    /** The lowest type's bits, all set. */
    static final int MASK = (1 << BITS) - 1;

    private final int rank;

    PriceSource(int rank) {
        this.rank = rank;
    }

    static PriceSource of(PriceLoad.Kind kind) {
        return switch (kind) {
            case PRICES -> FILE;
            case CORRECTION -> CORRECTION;
        };
    }

    /**
     * The column {@code sources} of a row.
     *
     * @param spoken the types that this source says something about, one bit each
     */
    int bits(int spoken) {
        int bits = 0;
        for (PriceType type : PriceType.ALL) {
            if ((spoken & 1 << type.ordinal()) != 0) {
                bits |= rank << BITS * type.ordinal();
            }
        }
        return bits;
    }
}
