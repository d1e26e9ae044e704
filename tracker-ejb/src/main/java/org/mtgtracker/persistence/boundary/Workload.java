package org.mtgtracker.persistence.boundary;

import java.util.Locale;

/** The kinds of work that have connections of their own, so that none can starve another. */
public enum Workload {
    /** Loading catalogues and prices, and reckoning over whole tables. */
    BULK,
    /** Looking cards up and building the search index. */
    SEARCH,
    /** People's collections. */
    COLLECTION,
    /** People's listings. */
    LISTING,
    /** Users, sessions and API keys. */
    AUTH;

    /** JNDI name of the pool on the primary, as the server's boot commands make it. */
    public String primary() {
        return "jdbc/" + name().toLowerCase(Locale.ROOT) + "Primary";
    }

    /** JNDI name of the pool on the replica, as the server's boot commands make it. */
    public String replica() {
        return "jdbc/" + name().toLowerCase(Locale.ROOT) + "Replica";
    }
}
