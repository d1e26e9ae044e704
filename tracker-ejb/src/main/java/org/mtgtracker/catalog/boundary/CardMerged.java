package org.mtgtracker.catalog.boundary;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;

/**
 * CDI event: Scryfall has found that two of its ids were one card, or has given a card another id. Fired inside the
 * import's transaction; whoever refers to cards moves what is said of the old one to the new one, on the connection.
 *
 * @param connection of the running transaction; not to be committed, rolled back or closed
 * @param from the number of the card that is no more; it stays, retired
 * @param into the number of the card that has its place
 */
public record CardMerged(Connection connection, int from, int into) {
    public CardMerged {
        requireNonNull(connection, "connection is null");
        if (from == into) {
            throw new IllegalArgumentException("Card " + from + " cannot be merged into itself");
        }
    }
}
