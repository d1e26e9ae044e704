package org.mtgtracker.catalog.control;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.logging.Logger;
import org.mtgtracker.catalog.boundary.CardPrices;

/**
 * What holds for every import that is not told otherwise.
 *
 * @param source what the clock brings in
 * @param priceDay of sources that do not say it
 * @param maxBrokenPercent how many of a hundred objects may be broken
 */
record StandingOrder(String source, Optional<LocalDate> priceDay, double maxBrokenPercent) {
    private static final Logger LOG = Logger.getLogger(StandingOrder.class.getName());
    private static final double USUAL_PERCENT = 1;
    private static final double ALL = 100;

    StandingOrder {
        requireNonNull(source, "source is null");
        requireNonNull(priceDay, "priceDay is null");
        if (!(maxBrokenPercent >= 0 && maxBrokenPercent <= ALL)) {
            throw new IllegalArgumentException(
                    "maxBrokenPercent is " + maxBrokenPercent + "; it must be from 0 to 100");
        }
    }

    /**
     * As the settings have it. One that cannot be understood is named in the log with what is allowed, and counts as not
     * set: a slip must not keep a server from starting, nor from importing what it is asked to by hand.
     */
    static StandingOrder of(Optional<String> catalogue, Optional<String> priceDay, Optional<String> maxBrokenPercent) {
        return new StandingOrder(
                given(catalogue).orElse(Sources.SCRYFALL),
                understood(
                        "tracker.priceDay",
                        priceDay,
                        LocalDate::parse,
                        day -> CardPrices.canBeOf(day, Clock.systemUTC()),
                        "a day such as 2026-01-31, from " + CardPrices.FIRST_DAY + " to tomorrow (UTC)"),
                understood(
                                "tracker.import.max-broken-percent",
                                maxBrokenPercent,
                                Double::valueOf,
                                percent -> percent >= 0 && percent <= ALL,
                                "a number from 0 to 100")
                        .orElse(USUAL_PERCENT));
    }

    private static Optional<String> given(Optional<String> text) {
        return text.map(String::strip).filter(some -> !some.isEmpty());
    }

    private static <T> Optional<T> understood(
            String name, Optional<String> text, Function<String, T> reading, Predicate<T> allowed, String what) {
        Optional<String> given = given(text);
        try {
            Optional<T> value = given.map(reading);
            if (value.isEmpty() || allowed.test(value.get())) {
                return value;
            }
        } catch (DateTimeException | NumberFormatException e) {
            // said below
        }
        LOG.severe(() -> name + " is \"" + given.orElse("") + "\"; allowed is " + what + ". It counts as not set.");
        return Optional.empty();
    }
}
