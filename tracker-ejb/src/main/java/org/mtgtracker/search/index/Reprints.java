package org.mtgtracker.search.index;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.mtgtracker.search.language.Key;

/** What a printing is among the other printings of its card: how many there are, and what is new in it. */
final class Reprints {
    private final CardColumns columns;
    private final List<CardFacts> cards;
    private final Map<Key, float[]> counts = new HashMap<>();

    Reprints(CardColumns columns, List<CardFacts> cards) {
        this.columns = columns;
        this.cards = cards;
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

    private void card(int start, int end) {
        // a printing in another language of one in English is no printing of its own
        Predicate<Integer> counted = at -> !columns.foreign.contains(at);
        Predicate<Integer> paper =
                at -> cards.get(at).games().isEmpty() && !cards.get(at).is("digital")
                        || cards.get(at).games().contains("paper");
        put(Key.PRINTS, start, end, count(start, end, counted, at -> at));
        long sets = count(start, end, at -> true, at -> cards.get(at).set());
        put(Key.SETS, start, end, sets);
        put(Key.PAPER_PRINTS, start, end, count(start, end, counted.and(paper), at -> at));
        put(Key.PAPER_SETS, start, end, count(start, end, counted.and(paper), at -> cards.get(at)
                .set()));
        put(Key.ILLUSTRATIONS, start, end, count(start, end, at -> true, at -> columns.artOf[at]));
        if (sets == 1) {
            IntStream.range(start, end).forEach(at -> columns.facets.add(Facet.KIND, "unique", at));
        }
        if (mayLeadPauper(start, end)) {
            IntStream.range(start, end).forEach(at -> columns.facets.add(Facet.KIND, "paupercommander", at));
        }
        List<Integer> byDay = IntStream.range(start, end)
                .boxed()
                .sorted((one, other) -> Integer.compare(columns.released[one], columns.released[other]))
                .toList();
        fresh("art", byDay, at -> columns.artOf[at], false);
        fresh("artist", byDay, at -> cards.get(at).artists(), false);
        fresh("flavor", byDay, at -> flavor(cards.get(at)), false);
        fresh("frame", byDay, at -> cards.get(at).frame(), false);
        fresh("language", byDay, at -> cards.get(at).language(), false);
        fresh("rarity", byDay, at -> cards.get(at).rarity(), true);
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

    /** Marks the printings with a value that none of an earlier day has. */
    private void fresh(String name, List<Integer> byDay, Function<Integer, Object> what, boolean onlyReprints) {
        Set<Object> earlier = new HashSet<>();
        int from = 0;
        while (from < byDay.size()) {
            int to = from;
            int day = columns.released[byDay.get(from)];
            while (to < byDay.size() && columns.released[byDay.get(to)] == day) {
                to++;
            }
            List<Integer> sameDay = byDay.subList(from, to);
            for (int at : sameDay) {
                Object value = what.apply(at);
                if (value != null && !earlier.contains(value) && !(onlyReprints && from == 0)) {
                    columns.facets.add(Facet.NEW, name, at);
                    if (onlyReprints && value.equals("common")) {
                        columns.facets.add(Facet.KIND, "newinpauper", at);
                    }
                }
            }
            sameDay.forEach(at -> earlier.add(what.apply(at)));
            from = to;
        }
    }
}
