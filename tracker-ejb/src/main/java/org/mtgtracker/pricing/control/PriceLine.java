package org.mtgtracker.pricing.control;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.mtgtracker.pricing.boundary.PriceType;

/**
 * A line of a price file.
 *
 * @param cents by {@link PriceType}, {@link #NONE} for no price
 */
public record PriceLine(LocalDate day, UUID card, int[] cents) {
    /** Stands for no price. */
    public static final int NONE = -1;

    private static final int FIRST_PRICE = 2;
    private static final int FIELDS = FIRST_PRICE + PriceType.ALL.size();
    private static final int SHOWN = 40;
    private static final BigDecimal HIGHEST = new BigDecimal("10000000.00");
    private static final LocalDate FIRST_DAY = LocalDate.of(1993, 8, 5);

    /**
     * Reads a line.
     *
     * @param today the last day that may have prices
     * @throws BrokenPriceLine when it is not what a line must be
     */
    static PriceLine of(String text, LocalDate today) {
        String[] fields = text.split(",", -1);
        if (fields.length != FIELDS) {
            throw new BrokenPriceLine("it has " + fields.length + " fields; a line has " + FIELDS);
        }
        int[] cents = new int[PriceType.ALL.size()];
        for (PriceType type : PriceType.ALL) {
            cents[type.ordinal()] = cents(type, fields[FIRST_PRICE + type.ordinal()].strip());
        }
        return new PriceLine(day(fields[0].strip(), today), card(fields[1].strip()), cents);
    }

    private static LocalDate day(String text, LocalDate today) {
        LocalDate day;
        try {
            day = LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new BrokenPriceLine("the date is " + quoted(text) + "; it must be a day as 2026-01-19");
        }
        if (day.isAfter(today)) {
            throw new BrokenPriceLine("the date is " + day + ", after today (UTC), " + today);
        }
        if (day.isBefore(FIRST_DAY)) {
            throw new BrokenPriceLine("the date is " + day + "; there were no cards before " + FIRST_DAY);
        }
        return day;
    }

    private static UUID card(String text) {
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equalsIgnoreCase(text)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new BrokenPriceLine("the scryfall_id is " + quoted(text) + "; it must be a UUID");
    }

    private static int cents(PriceType type, String text) {
        if (text.isEmpty()) {
            return NONE;
        }
        try {
            BigDecimal price = text.length() > SHOWN ? null : new BigDecimal(text);
            if (price != null
                    && price.signum() >= 0
                    && price.compareTo(HIGHEST) <= 0
                    && price.stripTrailingZeros().scale() <= 2) {
                return price.movePointRight(2).intValueExact();
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new BrokenPriceLine(type.key() + " is " + quoted(text)
                + "; it must be empty or a number from 0 to 10000000 with up to two decimals");
    }

    private static String quoted(String text) {
        return "\"" + (text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text) + "\"";
    }
}
