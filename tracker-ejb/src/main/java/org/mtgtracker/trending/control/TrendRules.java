package org.mtgtracker.trending.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What makes a card a mover. A setting that is not what is allowed is told in the log, and counts as not set. */
@ApplicationScoped
public class TrendRules {
    private static final Logger LOG = Logger.getLogger(TrendRules.class.getName());
    private static final BigDecimal HIGHEST = BigDecimal.valueOf(1_000_000);
    private static final int USUAL_PRICE = 50;
    private static final int USUAL_DIFFERENCE = 1;
    private static final int USUAL_STALE_AFTER_DAYS = 7;
    private static final int USUAL_TOP = 100;

    /** Ten years of days. */
    private static final int MOST_STALE_AFTER_DAYS = 3650;

    /** Each mover is told with its whole card. */
    private static final int MOST_TOP = 1000;

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
        this.minimumPrice = cents("tracker.trending.minimum-price", minimumPrice, USUAL_PRICE);
        this.minimumDifference = cents("tracker.trending.minimum-difference", minimumDifference, USUAL_DIFFERENCE);
        this.staleAfterDays = within(
                "tracker.trending.stale-after-days", staleAfterDays, 0, MOST_STALE_AFTER_DAYS, USUAL_STALE_AFTER_DAYS);
        this.top = within("tracker.trending.top", top, 1, MOST_TOP, USUAL_TOP);
    }

    protected TrendRules() {
        minimumPrice = 0;
        minimumDifference = 0;
        staleAfterDays = 0;
        top = 0;
    }

    /** The rules that hold where nothing is configured. */
    public static TrendRules usual() {
        return new TrendRules(
                BigDecimal.valueOf(USUAL_PRICE, 2),
                BigDecimal.valueOf(USUAL_DIFFERENCE, 2),
                USUAL_STALE_AFTER_DAYS,
                USUAL_TOP);
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

    private static int cents(String name, BigDecimal amount, int usual) {
        if (amount.signum() < 0
                || amount.compareTo(HIGHEST) > 0
                || amount.stripTrailingZeros().scale() > 2) {
            return instead(name, amount, "an amount from 0 to " + HIGHEST + " with up to two decimals", usual);
        }
        return amount.movePointRight(2).intValueExact();
    }

    private static int within(String name, int value, int least, int most, int usual) {
        return value < least || value > most ? instead(name, value, "from " + least + " to " + most, usual) : value;
    }

    private static int instead(String name, Object value, String allowed, int usual) {
        LOG.severe(() -> name + " is " + value + "; it must be " + allowed + ". It counts as not set.");
        return usual;
    }
}
