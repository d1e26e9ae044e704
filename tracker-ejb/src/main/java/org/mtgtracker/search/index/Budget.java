package org.mtgtracker.search.index;

import org.mtgtracker.search.boundary.QueryTooExpensive;

/**
 * How much work one query may be, counted in steps, so that the same query always gets the same answer however busy
 * the machine is. A step takes some nanoseconds: a printing that is asked, sixteen characters of a phrase's search, four
 * characters that an automaton reads, a place of an expression that is followed.
 */
public final class Budget {
    /** Some thirty readings of all rules texts of 110,000 printings by an ordinary pattern. */
    public static final long STEPS = 50_000_000;

    private final long all;
    private long left;

    public Budget() {
        this(STEPS);
    }

    public Budget(long steps) {
        all = steps;
        left = steps;
    }

    /** @throws QueryTooExpensive when there are not so many left */
    public void spend(long steps) {
        left -= steps;
        if (left < 0) {
            throw new QueryTooExpensive(all);
        }
    }

    /** How many steps were taken. */
    public long spent() {
        return all - left;
    }
}
