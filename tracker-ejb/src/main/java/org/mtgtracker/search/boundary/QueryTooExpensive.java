package org.mtgtracker.search.boundary;

/** A query that would be more work than one may be, counted in steps and not in time. The caller's mistake. */
public class QueryTooExpensive extends BadQuery {
    private final long steps;

    /** @param steps how many one query may take */
    public QueryTooExpensive(long steps) {
        super(("Your query is more work than the %,d steps that one may take. Use fewer or simpler regular expressions,"
                        + " or fewer words.")
                .formatted(steps));
        this.steps = steps;
    }

    /** How many steps a query may take. */
    public long steps() {
        return steps;
    }
}
