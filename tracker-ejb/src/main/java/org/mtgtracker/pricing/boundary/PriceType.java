package org.mtgtracker.pricing.boundary;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Scryfall's price types: a currency and a finish. Amounts are whole cents (hundredths of a ticket for TIX). */
public enum PriceType {
    USD,
    USD_FOIL,
    USD_ETCHED,
    EUR,
    EUR_FOIL,
    TIX;

    /** All of them in the order of the columns. */
    public static final List<PriceType> ALL = List.of(values());

    /** The type that has this {@link #key}. */
    public static Optional<PriceType> of(String key) {
        return ALL.stream().filter(type -> type.key().equals(key)).findFirst();
    }

    /** As Scryfall, price files and columns name it: {@code usd_foil}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
