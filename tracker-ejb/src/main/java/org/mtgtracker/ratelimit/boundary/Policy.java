package org.mtgtracker.ratelimit.boundary;

import java.util.Locale;

/** What is counted by itself. */
public enum Policy {
    /** Every request. */
    GENERAL,
    /** Searches, which cost more than a look at one card. */
    SEARCH;

    /** As settings, metrics and headers name it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
