package org.mtgtracker.search.index;

import org.mtgtracker.catalog.boundary.Rarities;
import org.mtgtracker.search.boundary.Order;
import org.mtgtracker.search.language.Key;

/** Makes the keys by which an index has sorted its printings, one at a time. */
final class SortKeys {
    private static final int LONGEST_ARTIST = 200;

    private final CardIndex index;
    private final CardColumns columns;

    SortKeys(CardIndex index, CardColumns columns) {
        this.index = index;
        this.columns = columns;
    }

    SortKey of(Order order, int position) {
        return new SortKey(
                value(order, position),
                order == Order.ARTIST ? firstArtist(position) : "",
                Folded.sortKey(index.name(position)),
                index.oracleId(position),
                columns.released[position],
                columns.setCodes[position],
                CollectorNumber.value(columns.collectorNumbers[position]),
                index.id(position));
    }

    private long value(Order order, int position) {
        return switch (order) {
            case NAME, SET, ARTIST -> 0;
            case RELEASED, SPOILED -> columns.released[position];
            case RARITY -> rarity(position);
            case COLOR -> colour(position);
            case USD -> index.prices().cents(Key.USD)[position];
            case EUR -> index.prices().cents(Key.EUR)[position];
            case TIX -> index.prices().cents(Key.TIX)[position];
            case CMC -> scaled(number(Key.MANA_VALUE, position), Ranking.LAST);
            case POWER -> scaled(number(Key.POWER, position), Long.MIN_VALUE);
            case TOUGHNESS -> scaled(number(Key.TOUGHNESS, position), Long.MIN_VALUE);
            case EDHREC -> rank(number(Key.EDHREC, position));
            case PENNY -> rank(number(Key.PENNY, position));
            case REVIEW ->
                review(
                        columns.facets.with(Facet.KIND, "atypical").contains(position),
                        colour(position),
                        number(Key.MANA_VALUE, position));
        };
    }

    private int rarity(int position) {
        for (int rarity = 0; rarity < Rarities.ALL.size(); rarity++) {
            if (columns.facets.with(Facet.RARITY, Rarities.ALL.get(rarity)).contains(position)) {
                return rarity;
            }
        }
        return -1;
    }

    private long colour(int position) {
        return columns.rankings.colour(columns.rulesOf[position]);
    }

    /** Of the front face. */
    private float number(Key key, int position) {
        return index.numbers(key).at(position, columns.facesStart[columns.rulesOf[position]]);
    }

    /** A number that has two decimals at most. */
    static long scaled(float value, long missing) {
        return Float.isNaN(value) ? missing : (long) (100 * value);
    }

    /** First what looks usual, then by colour, then by mana value. */
    static long review(boolean atypical, long colour, float manaValue) {
        return (atypical ? 1L << 50 : 0) + (colour << 40) + scaled(manaValue, 0);
    }

    /** What has no rank is behind all that have one. */
    private static long rank(float value) {
        return Float.isNaN(value) ? Integer.MAX_VALUE : (long) value;
    }

    private String firstArtist(int position) {
        String artists = index.text(TextField.ARTIST).at(position);
        int end = artists.indexOf(Folded.BREAK);
        return artist(end < 0 ? artists : artists.substring(0, end));
    }

    /** As much of an artist's name as orders go by: a cursor has to hold it. */
    static String artist(String folded) {
        return folded.substring(0, Math.min(folded.length(), LONGEST_ARTIST));
    }
}
