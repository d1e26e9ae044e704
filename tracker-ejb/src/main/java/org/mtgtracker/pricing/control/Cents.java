package org.mtgtracker.pricing.control;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Reads a price as a file has it: a number above 0 with up to two decimals, or nothing. */
final class Cents {
    private static final int LONGEST = 40;

    /** Without exponents and the digits of other scripts, which BigDecimal would take. */
    private static final Pattern NUMBER = Pattern.compile("-?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)");

    private static final BigDecimal HIGHEST = new BigDecimal("10000000.00");

    private Cents() {}

    /**
     * The price in cents; {@link PriceRow#NONE} for an empty field.
     *
     * @param name of the column, for the message
     * @throws BrokenPriceLine when it is not what a price must be
     */
    static int of(String name, String text) {
        if (text.isEmpty()) {
            return PriceRow.NONE;
        }
        BigDecimal price = number(text);
        if (price != null && price.signum() == 0) {
            throw new BrokenPriceLine(name + " is " + Quoted.of(text) + "; where there is no price it must be empty");
        }
        if (price == null || price.signum() < 0 || price.compareTo(HIGHEST) > 0 || price.scale() > 2) {
            throw new BrokenPriceLine(
                    name + " is " + Quoted.of(text)
                            + "; it must be empty or a number from 0.01 to 10000000 with up to two decimals, without a currency");
        }
        return price.movePointRight(2).intValueExact();
    }

    private static BigDecimal number(String text) {
        return text.length() <= LONGEST && NUMBER.matcher(text).matches() ? new BigDecimal(text) : null;
    }
}
