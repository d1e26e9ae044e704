package org.mtgtracker.server.demo;

import java.util.Locale;

/** Scryfall's six prices of a printing. */
enum PriceKind {
    USD,
    USD_FOIL,
    USD_ETCHED,
    EUR,
    EUR_FOIL,
    TIX;

    /** Its name in a card's {@code prices} and in the price file's header. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A price in cents as a decimal number with two places. */
    static String decimal(int cents) {
        int rest = cents % 100;
        return cents / 100 + (rest < 10 ? ".0" : ".") + rest;
    }
}
