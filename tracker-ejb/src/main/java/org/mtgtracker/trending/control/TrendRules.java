package org.mtgtracker.trending.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What makes a card a mover. */
@ApplicationScoped
public class TrendRules {
    private final int minimumPrice;
    private final int minimumDifference;
    private final int staleAfterDays;
    private final int top;

    /**
     * As configured.
     *
     * @param minimumPrice both prices are above it
     * @param minimumDifference the difference between them is above it
     * @param staleAfterDays an old price is not older than so many days before the day it stands for
     * @param top how many movers are told at most
     */
    @Inject
    public TrendRules(
            @ConfigProperty(name = "tracker.trending.minimum-price", defaultValue = "0.50") BigDecimal minimumPrice,
            @ConfigProperty(name = "tracker.trending.minimum-difference", defaultValue = "0.01")
                    BigDecimal minimumDifference,
            @ConfigProperty(name = "tracker.trending.stale-after-days", defaultValue = "7") int staleAfterDays,
            @ConfigProperty(name = "tracker.trending.top", defaultValue = "100") int top) {
        this.minimumPrice = cents("tracker.trending.minimum-price", minimumPrice);
        this.minimumDifference = cents("tracker.trending.minimum-difference", minimumDifference);
        this.staleAfterDays = notLess("tracker.trending.stale-after-days", staleAfterDays, 0);
        this.top = notLess("tracker.trending.top", top, 1);
    }

    protected TrendRules() {
        minimumPrice = 0;
        minimumDifference = 0;
        staleAfterDays = 0;
        top = 0;
    }

    /** The rules that hold where nothing is configured. */
    public static TrendRules usual() {
        return new TrendRules(new BigDecimal("0.50"), new BigDecimal("0.01"), 7, 100);
    }

    public int top() {
        return top;
    }

    int staleAfterDays() {
        return staleAfterDays;
    }

    boolean isMove(int old, int now) {
        return old > minimumPrice && now > minimumPrice && Math.abs(now - old) > minimumDifference;
    }

    /** The same text for the same reckoning. */
    String text() {
        return "price>%d difference>%d stale>%d".formatted(minimumPrice, minimumDifference, staleAfterDays);
    }

    private static int cents(String name, BigDecimal amount) {
        if (amount.signum() < 0 || amount.stripTrailingZeros().scale() > 2) {
            throw new IllegalArgumentException(name + " is " + amount + "; it must be an amount as 0.50, not below 0");
        }
        return amount.movePointRight(2).intValueExact();
    }

    private static int notLess(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(name + " is " + value + "; it must be at least " + least);
        }
        return value;
    }
}
