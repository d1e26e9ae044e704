package org.mtgtracker.search.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.mtgtracker.catalog.boundary.CardPrices;
import org.mtgtracker.search.language.ManaCost;
import org.roaringbitmap.RoaringBitmap;

/** Filling the columns of an index with the facts of its cards, one step after the other. */
final class IndexBuilding {
    private final CardColumns columns;
    private final List<CardFacts> ordered;
    private final List<RulesFacts> rules = new ArrayList<>();
    private List<RulesText> texts;
    private List<Set<String>> kinds;
    private final SetTable table;
    private final List<TagFacts> tags;

    IndexBuilding(long version, List<CardFacts> cards, Collection<SetFacts> sets, Collection<TagFacts> tags) {
        this.tags = List.copyOf(tags);
        table = new SetTable(sets);
        Map<CardFacts, Integer> sequence = new IdentityHashMap<>(cards.size() * 2);
        for (CardFacts card : cards) {
            sequence.put(card, sequence.size());
            table.meet(card);
        }
        Map<RulesFacts, Integer> first = new IdentityHashMap<>();
        cards.forEach(card -> first.putIfAbsent(card.rules(), first.size()));
        ordered = cards.parallelStream()
                .sorted(Comparator.comparing((CardFacts card) -> card.rules().oracle())
                        .thenComparing(card -> first.get(card.rules()))
                        .thenComparing(CardFacts::released)
                        .thenComparing(CardFacts::set)
                        .thenComparing(card -> CollectorNumber.value(card.collectorNumber()))
                        .thenComparing(CardFacts::id))
                .toList();
        columns = new CardColumns(version, ordered.size());
        columns.sets = table;
        columns.sequence = ordered.stream().mapToInt(sequence::get).toArray();
    }

    CardIndex index() {
        group();
        texts = rules.parallelStream().map(RulesText::of).toList();
        kinds = ordered.parallelStream()
                .map(card -> PrintingKinds.of(card, table.get(card.set())))
                .toList();
        identify();
        CompletableFuture<Void> bitmaps = beside(this::bitmaps);
        new SearchedTexts(columns, rules, texts, ordered).fill();
        columns.cents = cents();
        columns.rankings = new Rankings(ordered, kinds);
        bitmaps.join();
        tags();
        columns.close();
        return new CardIndex(columns, columns.prices(null));
    }

    /** Little is done at once: beside it would take longer. */
    private CompletableFuture<Void> beside(Runnable step) {
        if (columns.size > CardIndexBuilder.BATCH) {
            return CompletableFuture.runAsync(step);
        }
        step.run();
        return CompletableFuture.completedFuture(null);
    }

    /** Everything that adds to the facets or the numbers, which only one thread may do. */
    private void bitmaps() {
        rulesFacets();
        printingFacets();
        new FaceAndPrintingNumbers(columns, rules, ordered).fill();
        new Reprints(columns, ordered).fill();
        new Commanders(columns.facets, columns.all).settle();
        columns.facets.of(Facet.MANA_COST).keySet().forEach(cost -> ManaCost.parse(cost)
                .ifPresent(parsed -> columns.costs.put(cost, parsed)));
    }

    /** Which positions tell the same rules, and which are of one card. */
    private void group() {
        int size = ordered.size();
        columns.rulesOf = new int[size];
        columns.oracleOf = new int[size];
        List<UUID> oracles = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        for (int at = 0; at < size; at++) {
            RulesFacts own = ordered.get(at).rules();
            if (rules.isEmpty() || rules.get(rules.size() - 1) != own) {
                if (rules.isEmpty() || !rules.get(rules.size() - 1).oracle().equals(own.oracle())) {
                    oracles.add(own.oracle());
                }
                rules.add(own);
                starts.add(at);
            }
            columns.rulesOf[at] = rules.size() - 1;
            columns.oracleOf[at] = oracles.size() - 1;
        }
        starts.add(size);
        columns.rulesStart = starts.stream().mapToInt(Integer::intValue).toArray();
        columns.oracles = oracles.size();
        columns.oracleIds = oracles.toArray(UUID[]::new);
        columns.names = rules.stream().map(RulesFacts::name).toArray(String[]::new);
    }

    private void identify() {
        columns.ids = new long[2 * columns.size];
        columns.artOf = new int[columns.size];
        Map<List<Object>, Integer> arts = new HashMap<>();
        for (int at = 0; at < columns.size; at++) {
            CardFacts card = ordered.get(at);
            columns.ids[2 * at] = card.id().getMostSignificantBits();
            columns.ids[2 * at + 1] = card.id().getLeastSignificantBits();
            Object art = card.illustrations().isEmpty()
                    ? card.id()
                    : card.illustrations().get(0);
            columns.artOf[at] = arts.computeIfAbsent(List.of(columns.oracleOf[at], art), any -> arts.size());
            for (UUID illustration : card.illustrations()) {
                columns.byIllustration
                        .computeIfAbsent(illustration, any -> new RoaringBitmap())
                        .add(at);
            }
            int position = at;
            card.foreignIds().forEach((kind, ids) -> ids.forEach(id -> columns.foreignIds.add(kind, id, position)));
        }
        columns.arts = arts.size();
        columns.released = ordered.stream().mapToInt(CardFacts::released).toArray();
        columns.cardNumbers = ordered.stream().mapToInt(CardFacts::number).toArray();
        columns.collectorNumbers =
                ordered.stream().map(CardFacts::collectorNumber).toArray(String[]::new);
    }

    private void rulesFacets() {
        List<Map<Facet, Set<String>>> values = IntStream.range(0, rules.size())
                .parallel()
                .mapToObj(rule -> RulesFacets.of(rules.get(rule), texts.get(rule)))
                .toList();
        for (int rule = 0; rule < values.size(); rule++) {
            int from = columns.rulesStart[rule];
            int to = columns.rulesStart[rule + 1];
            values.get(rule).forEach((facet, all) -> all.forEach(value -> columns.facets.add(facet, value, from, to)));
        }
    }

    private void printingFacets() {
        Set<String> english = new HashSet<>();
        for (CardFacts card : ordered) {
            if (card.language().equals("en")) {
                english.add(card.set() + " " + card.collectorNumber());
            }
        }
        Map<Map<String, String>, RoaringBitmap> byLegalities = new IdentityHashMap<>();
        for (int at = 0; at < columns.size; at++) {
            CardFacts card = ordered.get(at);
            byLegalities
                    .computeIfAbsent(card.legalities(), any -> new RoaringBitmap())
                    .add(at);
            Set<String> own = kinds.get(at);
            for (String kind : own) {
                columns.facets.add(Facet.KIND, kind, at);
            }
            if (PrintingKinds.isHidden(card, own)) {
                columns.hidden.add(at);
            }
            if (!card.language().equals("en") && english.contains(card.set() + " " + card.collectorNumber())) {
                columns.foreign.add(at);
            }
            PrintingFacets.add(columns.facets, card, at);
        }
        byLegalities.forEach((legalities, positions) -> PrintingFacets.add(columns.facets, legalities, positions));
    }

    private int[][] cents() {
        int[][] cents = new int[CardPrices.TYPES.size()][columns.size];
        for (int at = 0; at < columns.size; at++) {
            for (int type = 0; type < cents.length; type++) {
                cents[type][at] = ordered.get(at).prices()[type];
            }
        }
        return cents;
    }

    private void tags() {
        Map<UUID, RoaringBitmap> oracles = new HashMap<>();
        Set<UUID> tagged = new TreeSet<>();
        tags.forEach(tag -> tagged.addAll(tag.tagged()));
        for (int at = 0; at < columns.size; at++) {
            UUID oracle = ordered.get(at).rules().oracle();
            if (tagged.contains(oracle)) {
                oracles.computeIfAbsent(oracle, any -> new RoaringBitmap()).add(at);
            }
        }
        Map<TagFacts.Kind, Map<UUID, RoaringBitmap>> positions = new EnumMap<>(TagFacts.Kind.class);
        positions.put(TagFacts.Kind.ORACLE, oracles);
        positions.put(TagFacts.Kind.ART, columns.byIllustration);
        columns.tags = new Tags(tags, positions);
    }
}
