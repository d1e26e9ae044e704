package org.mtgtracker.ratelimit.boundary;

import java.util.Locale;

/** How much is granted to an asker, by what is known of him; the later the more. */
public enum Tier {
    /** Nothing but the address is known. */
    NAMELESS,
    /** A person with an account. */
    USER,
    /** A program with an API key. */
    API_CLIENT,
    /** Who runs the installation. */
    ADMIN;

    /** As settings and metrics name it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
