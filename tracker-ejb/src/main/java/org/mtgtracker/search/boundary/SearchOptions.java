package org.mtgtracker.search.boundary;

import static java.util.Objects.requireNonNull;

/**
 * What to search, and how the cards are wanted. What the query itself says about it ({@code order:usd}) goes first.
 *
 * @param query in Scryfall's language; empty for all cards
 * @param extras true to show tokens, planes, funny cards and other extras without being asked for them
 * @param limit how many cards a page has at most
 * @param cursor {@link Found#next} of the page before; null for the first, or where a page is given
 * @param page which page, counted from 1; 1 where a cursor is given
 * @param explain true to be told how the query was understood
 */
public record SearchOptions(
        String query,
        Unique unique,
        Order order,
        Direction direction,
        Prefer prefer,
        boolean extras,
        int limit,
        String cursor,
        int page,
        boolean explain) {
    /** How many cards a page may have. */
    public static final int LARGEST_PAGE = 1000;

    /** How many cards a page usually has. */
    public static final int USUAL_PAGE = 100;

    public SearchOptions {
        requireNonNull(query, "query is null");
        requireNonNull(unique, "unique is null");
        requireNonNull(order, "order is null");
        requireNonNull(direction, "direction is null");
        requireNonNull(prefer, "prefer is null");
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new IllegalArgumentException("The limit is %d; 1 to %d are allowed.".formatted(limit, LARGEST_PAGE));
        }
        if (page < 1) {
            throw new IllegalArgumentException("The page is %d; pages are counted from 1.".formatted(page));
        }
    }

    /** A search as one that says nothing but its words. */
    public static SearchOptions of(String query) {
        return new SearchOptions(
                query, Unique.CARDS, Order.NAME, Direction.AUTO, Prefer.DEFAULT, false, USUAL_PAGE, null, 1, false);
    }

    public SearchOptions unique(Unique wanted) {
        return new SearchOptions(query, wanted, order, direction, prefer, extras, limit, cursor, page, explain);
    }

    public SearchOptions order(Order wanted, Direction way) {
        return new SearchOptions(query, unique, wanted, way, prefer, extras, limit, cursor, page, explain);
    }

    public SearchOptions prefer(Prefer wanted) {
        return new SearchOptions(query, unique, order, direction, wanted, extras, limit, cursor, page, explain);
    }

    public SearchOptions withExtras(boolean wanted) {
        return new SearchOptions(query, unique, order, direction, prefer, wanted, limit, cursor, page, explain);
    }

    public SearchOptions limit(int cards) {
        return new SearchOptions(query, unique, order, direction, prefer, extras, cards, cursor, page, explain);
    }

    /** The page behind a cursor; null for the first. */
    public SearchOptions after(String place) {
        return new SearchOptions(query, unique, order, direction, prefer, extras, limit, place, 1, explain);
    }

    public SearchOptions page(int number) {
        return new SearchOptions(query, unique, order, direction, prefer, extras, limit, null, number, explain);
    }

    public SearchOptions explain(boolean wanted) {
        return new SearchOptions(query, unique, order, direction, prefer, extras, limit, cursor, page, wanted);
    }
}
