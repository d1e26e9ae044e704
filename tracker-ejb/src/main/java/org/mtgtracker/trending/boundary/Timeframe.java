package org.mtgtracker.trending.boundary;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How far a trend looks back, in days from the newest day that has prices; the clock does not count. */
public enum Timeframe {
    DAY("24h", 1),
    WEEK("7d", 7),
    MONTH("30d", 30),
    QUARTER("90d", 90),
    YEAR("1y", 365);

    /** All of them, the shortest first. */
    public static final List<Timeframe> ALL = List.of(values());

    private final String key;
    private final int days;

    Timeframe(String key, int days) {
        this.key = key;
        this.days = days;
    }

    /** As the API names it: {@code 7d}. */
    public String key() {
        return key;
    }

    public int days() {
        return days;
    }

    /** The day whose prices are the old ones. */
    public LocalDate target(LocalDate newestDay) {
        return newestDay.minusDays(days);
    }

    public static Optional<Timeframe> of(String key) {
        return Arrays.stream(values())
                .filter(timeframe -> timeframe.key.equals(key))
                .findFirst();
    }
}
