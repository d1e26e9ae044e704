package org.mtgtracker.search.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.mtgtracker.catalog.boundary.Rarities;
import org.mtgtracker.search.boundary.Order;
import org.mtgtracker.search.boundary.Prefer;

/** All orders that no price takes part in, either way round, and all preferences. */
final class Rankings {
    /** Colours as bits, from white to green, in the order in which the game names them. */
    private static final List<Integer> COLOURS = colours(
            "W U B R G WU UB BR RG GW WB UR BG RW GU WUB UBR BRG RGW GWU WBG URW BGU RWB GUR WUBR UBRG BRGW RGWU GWUB WUBRG");

    private static final int NONE = COLOURS.size();

    private final Map<Order, Ranking[]> orders = new EnumMap<>(Order.class);
    private final Map<Prefer, int[]> preferred = new EnumMap<>(Prefer.class);
    private final int[] names;
    private final int[] defaults;
    private final long[] colours;

    /** @param cards in the order of their positions */
    Rankings(int[] rulesOf, List<RulesFacts> rules, List<CardFacts> cards, List<Set<String>> kinds) {
        long[] folded = spread(rulesOf, dense(rules, RulesFacts::name, Folded::sortKey));
        long[] setPlaces = dense(cards, CardFacts::set, set -> set);
        long[] released = values(cards, CardFacts::released);
        long[] byNumber = values(cards, card -> (long) (2 * CollectorNumber.value(card.collectorNumber())));
        int[] newest = newest(released, setPlaces, byNumber, byId(cards));
        int[] oracles = Ranking.of(oracles(cards), false, newest).rank();
        Ranking byName = Ranking.of(folded, false, oracles);
        names = byName.rank();
        orders.put(Order.NAME, new Ranking[] {byName, Ranking.of(folded, true, names)});
        int[] numbers = Ranking.of(byNumber, false, names).rank();
        Ranking bySet = Ranking.of(setPlaces, false, numbers);
        orders.put(Order.SET, new Ranking[] {bySet, bySet.reversed()});
        both(Order.RELEASED, released, names);
        both(Order.SPOILED, released, bySet.rank());
        both(Order.RARITY, values(cards, card -> Rarities.ALL.indexOf(card.rarity())), names);
        colours = values(rules, Rankings::colour);
        both(Order.COLOR, spread(rulesOf, colours), names);
        both(Order.CMC, spread(rulesOf, values(rules, own -> SortKeys.scaled(own.manaValue(), Ranking.LAST))), names);
        both(Order.POWER, spread(rulesOf, values(rules, own -> SortKeys.scaled(power(own), Long.MIN_VALUE))), names);
        both(
                Order.TOUGHNESS,
                spread(rulesOf, values(rules, own -> SortKeys.scaled(toughness(own), Long.MIN_VALUE))),
                names);
        both(Order.EDHREC, ranks(values(cards, CardFacts::edhrecRank)), names);
        both(Order.PENNY, ranks(values(cards, CardFacts::pennyRank)), names);
        both(
                Order.ARTIST,
                dense(
                        cards,
                        card -> card.artists().isEmpty() ? "" : card.artists().get(0),
                        artist -> SortKeys.artist(Folded.text(artist))),
                names);
        both(Order.REVIEW, review(cards, kinds), names);
        defaults = Ranking.of(oddities(cards, kinds), false, newest).rank();
        preferences(kinds, released);
    }

    private static long[] review(List<CardFacts> cards, List<Set<String>> kinds) {
        long[] values = new long[cards.size()];
        for (int at = 0; at < values.length; at++) {
            RulesFacts rules = cards.get(at).rules();
            values[at] = SortKeys.review(kinds.get(at).contains("atypical"), colour(rules), rules.manaValue());
        }
        return values;
    }

    /** The newest first, then by set and number, at last by id. */
    private static int[] newest(long[] released, long[] setPlaces, long[] numbers, int[] ids) {
        int[] ofNumber = Ranking.of(numbers, false, ids).rank();
        int[] ofSet = Ranking.of(setPlaces, false, ofNumber).rank();
        return Ranking.of(released, true, ofSet).rank();
    }

    /** The places of the printings of each card by their ids; the cards stay in the order of their positions. */
    private static int[] byId(List<CardFacts> cards) {
        List<Integer> positions =
                new ArrayList<>(IntStream.range(0, cards.size()).boxed().toList());
        int start = 0;
        for (int end = 1; end <= cards.size(); end++) {
            UUID oracle = cards.get(start).rules().oracle();
            if (end == cards.size() || !cards.get(end).rules().oracle().equals(oracle)) {
                positions.subList(start, end).sort(Comparator.comparing(position -> cards.get(position)
                        .id()));
                start = end;
            }
        }
        return Ranking.inverse(positions.stream().mapToInt(Integer::intValue).toArray());
    }

    /** The places of oracle cards by their ids, which positions go by already. */
    private static long[] oracles(List<CardFacts> cards) {
        long[] places = new long[cards.size()];
        for (int at = 1; at < places.length; at++) {
            boolean same = cards.get(at)
                    .rules()
                    .oracle()
                    .equals(cards.get(at - 1).rules().oracle());
            places[at] = places[at - 1] + (same ? 0 : 1);
        }
        return places;
    }

    private void both(Order order, long[] values, int[] ties) {
        orders.put(order, Ranking.both(values, ties));
    }

    private static long[] oddities(List<CardFacts> cards, List<Set<String>> kinds) {
        return IntStream.range(0, cards.size())
                .mapToLong(at -> oddity(cards.get(at), kinds.get(at)))
                .toArray();
    }

    /** How far a printing is from what one expects to see of a card; language weighs most. */
    private static int oddity(CardFacts card, Set<String> kinds) {
        return (card.language().equals("en") ? 0 : 32)
                + (kinds.contains("extra") || kinds.contains("oversized") ? 16 : 0)
                + (card.games().isEmpty() || card.games().contains("paper") ? 0 : 8)
                + (kinds.contains("promo") ? 4 : 0)
                + (kinds.contains("atypical") ? 2 : 0)
                + (card.borderColor().equals("gold") ? 1 : 0);
    }

    private void preferences(List<Set<String>> kinds, long[] released) {
        preferred.put(Prefer.DEFAULT, defaults);
        preferred.put(Prefer.OLDEST, Ranking.of(released, false, defaults).rank());
        preferred.put(Prefer.NEWEST, Ranking.of(released, true, defaults).rank());
        prefer(Prefer.PROMO, kinds, "promo", true);
        prefer(Prefer.ATYPICAL, kinds, "atypical", true);
        prefer(Prefer.UNIVERSES_BEYOND, kinds, "universesbeyond", true);
        prefer(Prefer.NOT_UNIVERSES_BEYOND, kinds, "universesbeyond", false);
    }

    private void prefer(Prefer prefer, List<Set<String>> kinds, String kind, boolean wanted) {
        long[] first = kinds.stream()
                .mapToLong(all -> all.contains(kind) == wanted ? 0 : 1)
                .toArray();
        preferred.put(prefer, Ranking.of(first, false, defaults).rank());
    }

    private static <T> long[] values(List<T> all, ToLongFunction<T> value) {
        return all.stream().mapToLong(value).toArray();
    }

    /** What is known of the rules, for every position. */
    private static long[] spread(int[] rulesOf, long[] ofRules) {
        return Arrays.stream(rulesOf).mapToLong(rule -> ofRules[rule]).toArray();
    }

    /** The places of values among each other; what is compared is made of each distinct one once. */
    private static <T> long[] dense(List<T> all, Function<T, String> value, UnaryOperator<String> compared) {
        Map<String, List<String>> byCompared = new HashMap<>();
        all.stream().map(value).distinct().forEach(one -> byCompared
                .computeIfAbsent(compared.apply(one), any -> new ArrayList<>(1))
                .add(one));
        Map<String, Long> places = new HashMap<>();
        long place = 0;
        for (String next : byCompared.keySet().stream().sorted().toList()) {
            for (String one : byCompared.get(next)) {
                places.put(one, place);
            }
            place++;
        }
        return values(all, one -> places.get(value.apply(one)));
    }

    /** What has no rank is behind the last that has one. */
    private static long[] ranks(long[] ranks) {
        long last = Arrays.stream(ranks)
                .filter(rank -> rank != CardFacts.NO_RANK)
                .max()
                .orElse(0);
        return Arrays.stream(ranks)
                .map(rank -> rank == CardFacts.NO_RANK ? last + 1 : rank)
                .toArray();
    }

    private static float power(RulesFacts rules) {
        return NumberColumn.parse(rules.front().power());
    }

    private static float toughness(RulesFacts rules) {
        return NumberColumn.parse(rules.front().toughness());
    }

    /** The place of the front's colours; what has none and lands come behind, by the colours of their identity. */
    private static long colour(RulesFacts rules) {
        int mask = rules.colours() >= 0
                ? rules.colours()
                : Math.max(0, rules.front().colours());
        int ofIdentity = place(rules.identity());
        // three groups of as many places: by colours, by identity, and lands by identity
        if (isLand(rules.front().typeLine())) {
            return 2L * (NONE + 1) + ofIdentity;
        }
        return mask == 0 ? NONE + 1 + ofIdentity : place(mask);
    }

    private static int place(int mask) {
        int place = COLOURS.indexOf(mask);
        return place < 0 ? NONE : place;
    }

    /** Of a card whose faces share a type line the first part is the front's. */
    private static boolean isLand(String typeLine) {
        int end = typeLine.indexOf("//");
        return (end < 0 ? typeLine : typeLine.substring(0, end)).contains("Land");
    }

    private static List<Integer> colours(String letters) {
        return Arrays.stream(letters.split(" "))
                .map(own ->
                        own.chars().map(letter -> 1 << "WUBRG".indexOf(letter)).sum())
                .toList();
    }

    Ranking order(Order order, boolean descending) {
        return orders.get(order)[descending ? 1 : 0];
    }

    int[] preferred(Prefer prefer) {
        return preferred.get(prefer);
    }

    /** What cards with these rules are sorted by where they are by colour. */
    long colour(int rules) {
        return colours[rules];
    }

    /** The places of all positions by name. */
    int[] names() {
        return names;
    }

    /** The places of all positions by how usual they look. */
    int[] defaults() {
        return defaults;
    }

    long bytes() {
        return orders.values().stream()
                        .mapToLong(both -> both[0].bytes() + both[1].bytes())
                        .sum()
                + preferred.values().stream()
                        .mapToLong(ranks -> 4L * ranks.length)
                        .sum();
    }
}
