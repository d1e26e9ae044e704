package org.mtgtracker.search.index;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.mtgtracker.catalog.boundary.CardPrices;
import org.mtgtracker.search.boundary.Order;
import org.mtgtracker.search.boundary.Prefer;
import org.mtgtracker.search.language.Key;
import org.roaringbitmap.RoaringBitmap;

/**
 * What all printings cost, and everything that follows from it: orders, preferences, the cheapest of each card. One
 * object, so that the prices of a new day take the place of the old ones while texts and bitmaps stay.
 */
public final class PriceColumns {
    private static final int USD = 0;
    private static final int USD_FOIL = 1;
    private static final int USD_ETCHED = 2;
    private static final int EUR = 3;
    private static final int EUR_FOIL = 4;
    private static final int TIX = 5;

    private final Map<Key, int[]> cents = new EnumMap<>(Key.class);
    private final Map<Order, Ranking[]> orders = new EnumMap<>(Order.class);
    private final Map<Prefer, int[]> preferred = new EnumMap<>(Prefer.class);
    private final Map<Key, RoaringBitmap> cheapest = new EnumMap<>(Key.class);

    private PriceColumns() {}

    /**
     * @param byType cents by type and position
     * @param oracleOf the card of each position; the printings of one stand together
     * @param keepsakes printings that are no cards to play with: what they cost makes no other one dear
     */
    static PriceColumns of(int[][] byType, int[] oracleOf, RoaringBitmap keepsakes, int[] names, int[] defaults) {
        PriceColumns prices = new PriceColumns();
        prices.cents.put(Key.USD, first(byType[USD], byType[USD_FOIL], byType[USD_ETCHED]));
        prices.cents.put(Key.USD_FOIL, byType[USD_FOIL]);
        prices.cents.put(Key.EUR, first(byType[EUR], byType[EUR_FOIL]));
        prices.cents.put(Key.EUR_FOIL, byType[EUR_FOIL]);
        prices.cents.put(Key.TIX, byType[TIX]);
        prices.rank(Key.USD, Order.USD, new Prefer[] {Prefer.USD_LOW, Prefer.USD_HIGH}, names, defaults);
        prices.rank(Key.EUR, Order.EUR, new Prefer[] {Prefer.EUR_LOW, Prefer.EUR_HIGH}, names, defaults);
        prices.rank(Key.TIX, Order.TIX, new Prefer[] {Prefer.TIX_LOW, Prefer.TIX_HIGH}, names, defaults);
        int[] dollars = first(byType[USD], byType[USD_FOIL]);
        prices.cheapest.put(Key.USD, cheapest(dollars, byType[USD_FOIL], oracleOf, keepsakes));
        prices.cheapest.put(Key.EUR, cheapest(byType[EUR], byType[EUR_FOIL], oracleOf, keepsakes));
        prices.cheapest.put(Key.TIX, cheapest(byType[TIX], byType[TIX], oracleOf, keepsakes));
        return prices;
    }

    /** What every printing costs by a key of prices; {@link CardPrices#NONE} for no price. */
    public int[] cents(Key key) {
        return requireNonNull(cents.get(key), "not a key of prices");
    }

    /** The printings that are the cheapest of their card. */
    public RoaringBitmap cheapest(Key key) {
        return requireNonNull(cheapest.get(key), "not a key of prices with a cheapest");
    }

    Ranking order(Order order, boolean descending) {
        return orders.get(order)[descending ? 1 : 0];
    }

    boolean orders(Order order) {
        return orders.containsKey(order);
    }

    int[] preferred(Prefer prefer) {
        return preferred.get(prefer);
    }

    /** Tells prices apart by what they are, so that it is the same in every pod. */
    String stamp() {
        int hash = 1;
        for (Key key : List.of(Key.USD, Key.USD_FOIL, Key.EUR, Key.EUR_FOIL, Key.TIX)) {
            hash = 31 * hash + Arrays.hashCode(cents.get(key));
        }
        return Integer.toHexString(hash);
    }

    /** A price in Scryfall's form as cents; {@link CardPrices#NONE} when it is no amount. */
    public static int cents(String amount) {
        try {
            return new BigDecimal(amount)
                    .movePointRight(2)
                    .setScale(0, RoundingMode.HALF_UP)
                    .intValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            return CardPrices.NONE;
        }
    }

    long bytes() {
        return cents.values().stream().mapToLong(column -> 4L * column.length).sum()
                + orders.values().stream()
                        .mapToLong(both -> both[0].bytes() + both[1].bytes())
                        .sum()
                + preferred.values().stream()
                        .mapToLong(ranks -> 4L * ranks.length)
                        .sum()
                + cheapest.values().stream()
                        .mapToLong(RoaringBitmap::getLongSizeInBytes)
                        .sum();
    }

    private void rank(Key key, Order order, Prefer[] lowAndHigh, int[] names, int[] defaults) {
        // in an order no price is less than any; nobody prefers a printing without
        orders.put(order, Ranking.both(values(key, CardPrices.NONE), names));
        Ranking[] either = Ranking.both(values(key, Ranking.LAST), defaults);
        preferred.put(lowAndHigh[0], either[0].rank());
        preferred.put(lowAndHigh[1], either[1].rank());
    }

    private long[] values(Key key, long missing) {
        int[] column = cents.get(key);
        long[] values = new long[column.length];
        for (int position = 0; position < values.length; position++) {
            values[position] = column[position] == CardPrices.NONE ? missing : column[position];
        }
        return values;
    }

    /** The printings that cost as little as the cheapest of their card does, be it as a foil. */
    private static RoaringBitmap cheapest(int[] column, int[] foils, int[] oracleOf, RoaringBitmap keepsakes) {
        Positions cheapest = new Positions(column.length);
        int start = 0;
        while (start < column.length) {
            int end = start;
            int least = Integer.MAX_VALUE;
            for (; end < column.length && oracleOf[end] == oracleOf[start]; end++) {
                boolean counts = column[end] != CardPrices.NONE && column[end] < least;
                least = counts && !keepsakes.contains(end) ? column[end] : least;
            }
            for (int position = start; position < end; position++) {
                if (column[position] == least || foils[position] == least) {
                    cheapest.add(position);
                }
            }
            start = end;
        }
        return cheapest.bitmap();
    }

    private static int[] first(int[]... columns) {
        int[] first = columns[0].clone();
        for (int position = 0; position < first.length; position++) {
            for (int column = 1; first[position] == CardPrices.NONE && column < columns.length; column++) {
                first[position] = columns[column][position];
            }
        }
        return first;
    }
}
