package org.mtgtracker.trending.control;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.mtgtracker.pricing.boundary.PriceType;
import org.mtgtracker.trending.boundary.SetMover;

/** The prices that one timeframe looks back to: each card's newest on or before a day, if it is not too old. */
final class OldPrices {
    private static final int TYPES = PriceType.ALL.size();

    private final NewestPrices now;
    private final int[][] cents;
    private final int[][] days;
    private final int[] stale = new int[TYPES];

    /** By place, the types that an old price must exist of, one bit each; cleared when it is found. */
    private final byte[] wanted;

    private int wantedCards;

    OldPrices(NewestPrices now, LocalDate targetDay, int staleAfterDays) {
        this.now = requireNonNull(now, "now is null");
        int cards = now.cards();
        cents = new int[TYPES][cards];
        days = new int[TYPES][cards];
        wanted = new byte[cards];
        int target = (int) targetDay.toEpochDay();
        for (int place = 0; place < cards; place++) {
            for (int type = 0; type < TYPES; type++) {
                begin(type, place, target, target - staleAfterDays);
            }
            wantedCards += wanted[place] == 0 ? 0 : 1;
        }
    }

    private void begin(int type, int place, int target, int oldest) {
        if (now.cents(type, place) == 0 || now.since(type, place) > target) {
            return;
        }
        int day = now.day(type, place);
        if (day > target) {
            wanted[place] |= (byte) (1 << type);
        } else if (day >= oldest) {
            // nothing newer than what it is compared with
            cents[type][place] = now.cents(type, place);
            days[type][place] = day;
        } else {
            stale[type]++;
        }
    }

    /** The types that are still wanted of a card, one bit each. */
    int wanted(int place) {
        return wanted[place];
    }

    /** Of how many cards anything is still wanted. */
    int missing() {
        return wantedCards;
    }

    /** The places of those cards. */
    int[] missingPlaces() {
        int[] places = new int[wantedCards];
        int found = 0;
        for (int place = 0; found < places.length; place++) {
            if (wanted[place] != 0) {
                places[found++] = place;
            }
        }
        return places;
    }

    void found(int place, int type, int price, int day) {
        cents[type][place] = price;
        days[type][place] = day;
        wanted[place] &= (byte) ~(1 << type);
        wantedCards -= wanted[place] == 0 ? 1 : 0;
    }

    /** The lists of every type, when all days were read: what is still wanted then has an old price that is too old. */
    Map<PriceType, Trends.Listed> lists(TrendRules rules, CardSets sets) {
        Map<PriceType, Trends.Listed> lists = new EnumMap<>(PriceType.class);
        for (PriceType type : PriceType.ALL) {
            lists.put(type, list(type.ordinal(), rules, sets));
        }
        return lists;
    }

    private Trends.Listed list(int type, TrendRules rules, CardSets sets) {
        Movers.Builder movers = new Movers.Builder();
        int left = stale[type];
        int[] cards = new int[sets.count()];
        long[] olds = new long[sets.count()];
        long[] nows = new long[sets.count()];
        for (int place = 0; place < wanted.length; place++) {
            left += wanted[place] >> type & 1;
            int old = cents[type][place];
            if (old > 0) {
                int price = now.cents(type, place);
                int set = sets.of(place);
                cards[set]++;
                olds[set] += old;
                nows[set] += price;
                if (rules.isMove(old, price)) {
                    movers.add(place, old, price, days[type][place], now.day(type, place));
                }
            }
        }
        List<SetMover> moved = new ArrayList<>();
        for (int set = 0; set < cards.length; set++) {
            if (cards[set] > 0) {
                moved.add(new SetMover(sets.code(set), cards[set], olds[set], nows[set]));
            }
        }
        return new Trends.Listed(movers.build(left), moved);
    }
}
