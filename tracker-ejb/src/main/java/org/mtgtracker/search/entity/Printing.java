package org.mtgtracker.search.entity;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;

/**
 * What the name index wants to know of one printing.
 *
 * @param card the printing's Scryfall id
 * @param oracle what all printings of the card share; the printing's own id where Scryfall names none
 * @param name the whole name, faces joined by {@code //}
 * @param language Scryfall's language code
 * @param released the day it came out; null when unknown
 */
public record Printing(
        UUID card,
        UUID oracle,
        String name,
        String language,
        LocalDate released,
        String setCode,
        String collectorNumber,
        String layout) {

    /**
     * Which printing stands for its oracle card: the newest; of one day English before other languages, then by set
     * code and collector number, numbers by their value ({@code 9} before {@code 10} before {@code 10a}).
     */
    public static final Comparator<Printing> PREFERRED = Comparator.comparing(
                    Printing::released, Comparator.nullsLast(Comparator.<LocalDate>reverseOrder()))
            .thenComparing(printing -> !"en".equals(printing.language()))
            .thenComparing(Printing::setCode)
            .thenComparingLong(Printing::numberValue)
            .thenComparing(Printing::collectorNumber)
            .thenComparing(Printing::card);

    private static final int LONGEST_NUMBER = 18;

    public Printing {
        requireNonNull(card, "card is null");
        oracle = oracle == null ? card : oracle;
        requireNonNull(name, "name is null");
        requireNonNull(language, "language is null");
        requireNonNull(setCode, "setCode is null");
        requireNonNull(collectorNumber, "collectorNumber is null");
        requireNonNull(layout, "layout is null");
    }

    /**
     * Things that are no cards one plays with; a search leaves them out, as Scryfall does unless asked for extras.
     */
    public boolean isExtra() {
        return switch (layout) {
            case "token", "double_faced_token", "emblem", "art_series", "planar", "scheme", "vanguard" -> true;
            default -> false;
        };
    }

    /** The digits that the collector number starts with, as a number; numbers without any come last. */
    private long numberValue() {
        int digits = 0;
        while (digits < collectorNumber.length()
                && digits < LONGEST_NUMBER
                && collectorNumber.charAt(digits) >= '0'
                && collectorNumber.charAt(digits) <= '9') {
            digits++;
        }
        return digits == 0 ? Long.MAX_VALUE : Long.parseLong(collectorNumber, 0, digits, 10);
    }
}
