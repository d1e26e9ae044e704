package org.mtgtracker.search.index;

import org.mtgtracker.search.boundary.BadQuery;

/** How much work one query may be, counted in steps, so that the same query always gets the same answer. */
public final class Budget {
    /** Some ten readings of all rules texts of 110,000 printings by an ordinary pattern. */
    public static final long STEPS = 150_000_000;

    private long left;

    public Budget() {
        this(STEPS);
    }

    public Budget(long steps) {
        left = steps;
    }

    /** @throws BadQuery when there are not so many left */
    public void spend(long steps) {
        left -= steps;
        if (left < 0) {
            throw new BadQuery("Your query is too much work. Use fewer or simpler regular expressions, or narrow it"
                    + " down by a set or a type.");
        }
    }
}
