package org.mtgtracker.catalog.boundary;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.time.LocalDate;

/**
 * CDI event: an import has read what cards cost on a day. Fired inside the transaction that brings the cards in, so that
 * what an observer writes with the connection is committed with the catalogue, or not at all.
 *
 * @param connection of the running transaction; not to be committed, rolled back or closed
 * @param day the UTC date of the prices
 * @param prices in the order of the file; every card once, cards without any price left out
 */
public record PricesRead(Connection connection, LocalDate day, CardPrices prices) {
    public PricesRead {
        requireNonNull(connection, "connection is null");
        requireNonNull(day, "day is null");
        requireNonNull(prices, "prices is null");
    }
}
