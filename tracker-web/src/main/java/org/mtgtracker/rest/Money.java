package org.mtgtracker.rest;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts and parts as answers have them: decimal texts with two decimals. */
public final class Money {
    private static final int DECIMALS = 2;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Money() {}

    /** Cents as {@code 12.34}. */
    public static String text(long cents) {
        return BigDecimal.valueOf(cents, DECIMALS).toPlainString();
    }

    /** How much more or less now is than old, in percent of old, rounded half up: {@code -12.50}. */
    public static String percent(long old, long now) {
        return BigDecimal.valueOf(now)
                .subtract(BigDecimal.valueOf(old))
                .multiply(HUNDRED)
                .divide(BigDecimal.valueOf(old), DECIMALS, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
