package org.mtgtracker.pages.site;

import java.util.List;
import java.util.Map;
import org.mtgtracker.pricing.boundary.DatedPrice;
import org.mtgtracker.pricing.boundary.PriceType;

/** Prices in words for people. */
public final class Amounts {
    private static final int CENTS = 100;
    private static final int PERCENT = 100;
    private static final int THOUSAND = 1000;
    private static final double PERMILLE = 1000.0;
    /** What a list shows of a card: what it costs in dollars, else in euros, else in tickets. */
    private static final List<PriceType> FIRST_OF = List.of(
            PriceType.USD, PriceType.USD_FOIL, PriceType.USD_ETCHED, PriceType.EUR, PriceType.EUR_FOIL, PriceType.TIX);

    private Amounts() {}

    /** {@code $1,234.50}, {@code €0.05}, {@code 0.02 tix}. */
    public static String of(PriceType type, long cents) {
        long whole = Math.abs(cents);
        String number = grouped(whole / CENTS) + "." + whole % CENTS / 10 + whole % 10;
        String sign = cents < 0 ? "−" : "";
        return switch (type) {
            case USD, USD_FOIL, USD_ETCHED -> sign + "$" + number;
            case EUR, EUR_FOIL -> sign + "€" + number;
            case TIX -> sign + number + " tix";
        };
    }

    /** A change with its sign: {@code +$1.20}, {@code −$0.40}. */
    public static String change(PriceType type, long cents) {
        return cents > 0 ? "+" + of(type, cents) : of(type, cents);
    }

    /** How much that is of what it was: {@code +12.5 %}; empty when it was nothing. */
    public static String percent(long old, long now) {
        if (old == 0) {
            return "";
        }
        long tenths = Math.round(PERMILLE * Math.abs(now - old) / old);
        String number = tenths < PERCENT * 10L
                ? tenths / 10 + "." + tenths % 10
                : grouped(Math.round(PERCENT * (double) Math.abs(now - old) / old));
        return (now > old ? "+" : now < old ? "−" : "") + number + " %";
    }

    /** With a comma between thousands. Lists have it by the hundred, for which a format that is parsed each time is slow. */
    private static String grouped(long number) {
        String rest = Long.toString(number % THOUSAND);
        return number < THOUSAND ? rest : grouped(number / THOUSAND) + "," + "0".repeat(3 - rest.length()) + rest;
    }

    /** The price that a list shows, saying so when it is not that of a usual printing; empty without any. */
    public static String first(Map<PriceType, DatedPrice> prices) {
        for (PriceType type : FIRST_OF) {
            DatedPrice price = prices.get(type);
            if (price != null) {
                return of(type, price.cents()) + finish(type);
            }
        }
        return "";
    }

    private static String finish(PriceType type) {
        return switch (type) {
            case USD_FOIL, EUR_FOIL -> " foil";
            case USD_ETCHED -> " etched";
            default -> "";
        };
    }

    /** A type's name for people. */
    public static String name(PriceType type) {
        return switch (type) {
            case USD -> "US dollars";
            case USD_FOIL -> "US dollars, foil";
            case USD_ETCHED -> "US dollars, etched";
            case EUR -> "Euro";
            case EUR_FOIL -> "Euro, foil";
            case TIX -> "Magic Online tickets";
        };
    }

    /** A type's name where there is little room. */
    public static String shortName(PriceType type) {
        return switch (type) {
            case USD -> "USD";
            case USD_FOIL -> "USD foil";
            case USD_ETCHED -> "USD etched";
            case EUR -> "EUR";
            case EUR_FOIL -> "EUR foil";
            case TIX -> "Tix";
        };
    }

    /** Whether something went up, down or neither, as a style class. */
    public static String way(long old, long now) {
        return now > old ? "up" : now < old ? "down" : "even";
    }
}
