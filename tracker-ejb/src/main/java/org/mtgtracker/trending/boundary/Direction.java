package org.mtgtracker.trending.boundary;

import java.util.Locale;

/** Which way a price went. */
public enum Direction {
    INCREASE,
    DECREASE;

    /** As the API names it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
