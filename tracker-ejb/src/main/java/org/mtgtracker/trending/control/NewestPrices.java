package org.mtgtracker.trending.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.mtgtracker.pricing.boundary.PriceType;

/** Every card's newest prices, by type and place: 7 MB for 100,000 cards. */
final class NewestPrices {
    /** What TO_DAYS says of 1970-01-01. */
    private static final int EPOCH = 719_528;

    private static final int TYPES = PriceType.ALL.size();

    /** Days as numbers: six times two dates a card take the driver longer than all else together. */
    private static final String LATEST = """
            SELECT card, usd, usd_foil, usd_etched, eur, eur_foil, tix,
                TO_DAYS(usd_day), TO_DAYS(usd_foil_day), TO_DAYS(usd_etched_day),
                TO_DAYS(eur_day), TO_DAYS(eur_foil_day), TO_DAYS(tix_day),
                TO_DAYS(usd_since), TO_DAYS(usd_foil_since), TO_DAYS(usd_etched_since),
                TO_DAYS(eur_since), TO_DAYS(eur_foil_since), TO_DAYS(tix_since)
            FROM latest_price
            """;

    private final int[][] cents;
    private final int[][] days;
    private final int[][] since;

    private NewestPrices(int cards) {
        cents = new int[TYPES][cards];
        days = new int[TYPES][cards];
        since = new int[TYPES][cards];
    }

    /** @param places by the cards' numbers */
    static NewestPrices read(Connection connection, int[] places, int cards) throws SQLException {
        NewestPrices prices = new NewestPrices(cards);
        try (PreparedStatement select = connection.prepareStatement(LATEST)) {
            select.setFetchSize(Integer.MIN_VALUE);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    int number = row.getInt(1);
                    if (number < places.length && places[number] != CardPlaces.NOWHERE) {
                        prices.take(row, places[number]);
                    }
                }
            }
        }
        return prices;
    }

    private void take(ResultSet row, int place) throws SQLException {
        for (int type = 0; type < TYPES; type++) {
            // a price is never 0, which stands for NULL here
            int price = row.getInt(type + 2);
            if (price > 0) {
                cents[type][place] = price;
                days[type][place] = row.getInt(type + 2 + TYPES) - EPOCH;
                since[type][place] = row.getInt(type + 2 + 2 * TYPES) - EPOCH;
            }
        }
    }

    int cards() {
        return cents[0].length;
    }

    /** 0 for no price. */
    int cents(int type, int place) {
        return cents[type][place];
    }

    /** The price's day, counted from 1970. */
    int day(int type, int place) {
        return days[type][place];
    }

    /** The first day of any price of the type. */
    int since(int type, int place) {
        return since[type][place];
    }
}
