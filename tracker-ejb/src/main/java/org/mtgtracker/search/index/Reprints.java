package org.mtgtracker.search.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mtgtracker.search.language.Key;

/** What a printing is among the other printings of its card: how many there are, and what is new in it. */
final class Reprints {
    private static final Set<String> SPECIAL_SETS =
            Set.of("promo", "memorabilia", "from_the_vault", "treasure_chest", "masterpiece");

    private final CardColumns columns;
    private final List<CardFacts> cards;
    private final Map<Key, float[]> counts = new HashMap<>();
    /** Sets with anything on paper: as Scryfall counts, all in them is. */
    private final Set<String> paperSets;

    Reprints(CardColumns columns, List<CardFacts> cards) {
        this.columns = columns;
        this.cards = cards;
        paperSets =
                cards.stream().filter(Reprints::isOnPaper).map(CardFacts::set).collect(Collectors.toSet());
    }

    void fill() {
        for (Key key : List.of(Key.PRINTS, Key.SETS, Key.PAPER_PRINTS, Key.PAPER_SETS, Key.ILLUSTRATIONS)) {
            counts.put(key, new float[columns.size]);
        }
        int start = 0;
        while (start < columns.size) {
            int end = start;
            while (end < columns.size && columns.oracleOf[end] == columns.oracleOf[start]) {
                end++;
            }
            card(start, end);
            start = end;
        }
        counts.forEach((key, values) -> columns.numbers.put(key, new NumberColumn(false, values, new Positions(0))));
    }

    private static boolean isOnPaper(CardFacts card) {
        return card.games().isEmpty() && !card.is("digital") || card.games().contains("paper");
    }

    private void card(int start, int end) {
        // a printing in another language of one in English is no printing of its own
        Predicate<Integer> counted = at -> !columns.foreign.contains(at);
        Predicate<Integer> paper = at -> isOnPaper(cards.get(at));
        Predicate<Integer> ofPaperSets = at -> paperSets.contains(cards.get(at).set());
        put(Key.PRINTS, start, end, count(start, end, counted, at -> at));
        long sets = count(start, end, at -> true, at -> cards.get(at).set());
        put(Key.SETS, start, end, sets);
        put(Key.PAPER_PRINTS, start, end, count(start, end, counted.and(ofPaperSets), at -> at));
        put(Key.PAPER_SETS, start, end, count(start, end, counted.and(ofPaperSets), at -> cards.get(at)
                .set()));
        put(Key.ILLUSTRATIONS, start, end, count(start, end, at -> true, at -> columns.artOf[at]));
        if (sets == 1) {
            IntStream.range(start, end).forEach(at -> columns.facets.add(Facet.KIND, "unique", at));
        }
        if (mayLeadPauper(start, end)) {
            IntStream.range(start, end).forEach(at -> columns.facets.add(Facet.KIND, "paupercommander", at));
        }
        List<Integer> byAge = byAge(start, end);
        fresh("art", byAge, at -> columns.artOf[at]);
        fresh("artist", byAge, at -> Set.copyOf(cards.get(at).artists()));
        fresh("flavor", byAge, at -> flavor(cards.get(at)));
        fresh("frame", byAge, at -> cards.get(at).frame());
        fresh("language", byAge, at -> cards.get(at).language());
        fresh("paper", byAge, at -> paper.test(at) ? "paper" : null);
        for (String game : List.of("mtgo", "arena")) {
            fresh(game, byAge, at -> cards.get(at).games().contains(game) ? game : null);
        }
        for (String finish : List.of("foil", "nonfoil")) {
            fresh(finish, byAge, at -> cards.get(at).finishes().contains(finish) ? finish : null);
        }
        for (int at :
                fresh("rarity", byAge, at -> isOfRarity(at) ? cards.get(at).rarity() : null)) {
            boolean reprint = columns.released[at] > columns.released[byAge.get(0)];
            if (reprint && cards.get(at).rarity().equals("common")) {
                columns.facets.add(Facet.KIND, "newinpauper", at);
            }
        }
    }

    /** The printings of a card, the oldest first; of one day those in sets to play with, and then by number. */
    private List<Integer> byAge(int start, int end) {
        if (end - start == 1) {
            return List.of(start);
        }
        return IntStream.range(start, end)
                .boxed()
                .sorted(Comparator.comparingInt((Integer at) -> columns.released[at])
                        .thenComparing(at -> isOfRarity(at) ? 0 : 1)
                        .thenComparing(at -> cards.get(at).set())
                        .thenComparing(at -> (float)
                                Math.floor(CollectorNumber.value(cards.get(at).collectorNumber())))
                        .thenComparing(at -> cards.get(at).is("variation"))
                        .thenComparing(at -> cards.get(at).collectorNumber()))
                .toList();
    }

    /** Promos, keepsakes and treasures have a rarity of their own kind. */
    private boolean isOfRarity(int at) {
        return !SPECIAL_SETS.contains(columns.sets.get(cards.get(at).set()).type());
    }

    private static Object flavor(CardFacts card) {
        return card.flavorText().isEmpty() ? null : card.flavorText();
    }

    /** A creature that was uncommon once. */
    private boolean mayLeadPauper(int start, int end) {
        boolean creature = cards.get(start).rules().front().typeLine().contains("Creature");
        return creature
                && IntStream.range(start, end)
                        .mapToObj(cards::get)
                        .anyMatch(card -> card.rarity().equals("uncommon") && !columns.hidden.contains(start));
    }

    private void put(Key key, int start, int end, long count) {
        for (int at = start; at < end; at++) {
            counts.get(key)[at] = count;
        }
    }

    private static long count(int start, int end, Predicate<Integer> which, Function<Integer, Object> what) {
        return IntStream.range(start, end)
                .boxed()
                .filter(which)
                .map(what)
                .distinct()
                .count();
    }

    /** Marks the printings that are the first of their card with a value, and tells which they are. */
    private List<Integer> fresh(String name, List<Integer> byAge, Function<Integer, Object> what) {
        Set<Object> earlier = new HashSet<>();
        List<Integer> first = new ArrayList<>();
        for (int at : byAge) {
            Object value = what.apply(at);
            if (value != null && earlier.add(value)) {
                columns.facets.add(Facet.NEW, name, at);
                first.add(at);
            }
        }
        return first;
    }
}
