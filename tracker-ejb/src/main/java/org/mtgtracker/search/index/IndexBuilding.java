package org.mtgtracker.search.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
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
        cards.forEach(table::meet);
        List<Added> added = ordered(cards);
        ordered = added.stream().map(Added::card).toList();
        columns = new CardColumns(version, ordered.size());
        columns.sets = table;
        columns.sequence = added.stream().mapToInt(Added::sequence).toArray();
    }

    /** A printing, and how many were added before it. */
    private record Added(CardFacts card, int sequence) {}

    /** By oracle id, then by rules in the order in which they came, then by day, set, number and id. */
    private static List<Added> ordered(List<CardFacts> cards) {
        Map<UUID, List<Added>> byOracle = new HashMap<>();
        Map<RulesFacts, Integer> first = new IdentityHashMap<>();
        for (int sequence = 0; sequence < cards.size(); sequence++) {
            CardFacts card = cards.get(sequence);
            first.putIfAbsent(card.rules(), sequence);
            byOracle.computeIfAbsent(card.rules().oracle(), any -> new ArrayList<>(2))
                    .add(new Added(card, sequence));
        }
        Comparator<Added> among = Comparator.comparing(
                        (Added added) -> first.get(added.card().rules()))
                .thenComparing(added -> added.card().released())
                .thenComparing(added -> added.card().set())
                .thenComparing(added -> CollectorNumber.value(added.card().collectorNumber()))
                .thenComparing(added -> added.card().id());
        List<Added> ordered = new ArrayList<>(cards.size());
        byOracle.keySet().stream().sorted().forEach(oracle -> {
            List<Added> printings = byOracle.get(oracle);
            printings.sort(among);
            ordered.addAll(printings);
        });
        return ordered;
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
        columns.rankings = new Rankings(columns.rulesOf, rules, ordered, kinds);
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
        List<Integer> rulesStart = new ArrayList<>();
        List<Integer> oracleStart = new ArrayList<>();
        for (int at = 0; at < size; at++) {
            RulesFacts own = ordered.get(at).rules();
            if (rules.isEmpty() || rules.get(rules.size() - 1) != own) {
                rules.add(own);
                rulesStart.add(at);
            }
            columns.rulesOf[at] = rules.size() - 1;
            columns.oracleOf[at] = columns.oracleIds.add(own.oracle());
            if (columns.oracleOf[at] == oracleStart.size()) {
                oracleStart.add(at);
            }
        }
        columns.rulesStart = bounded(rulesStart, size);
        columns.oracleStart = bounded(oracleStart, size);
        columns.names = rules.stream().map(RulesFacts::name).toArray(String[]::new);
    }

    /** Starts, and behind the last the end of all. */
    private static int[] bounded(List<Integer> starts, int end) {
        return IntStream.concat(starts.stream().mapToInt(Integer::intValue), IntStream.of(end))
                .toArray();
    }

    private void identify() {
        columns.artOf = new int[columns.size];
        Map<UUID, Integer> artsOfOracle = new HashMap<>();
        for (int at = 0; at < columns.size; at++) {
            CardFacts card = ordered.get(at);
            if (columns.ids.add(card.id()) != at) {
                throw new IllegalStateException("Two cards have the id " + card.id());
            }
            if (at == columns.oracleStart[columns.oracleOf[at]]) {
                artsOfOracle.clear();
            }
            UUID art = card.illustrations().isEmpty()
                    ? card.id()
                    : card.illustrations().get(0);
            Integer known = artsOfOracle.putIfAbsent(art, columns.arts);
            columns.artOf[at] = known == null ? columns.arts++ : known;
            for (UUID illustration : card.illustrations()) {
                columns.illustrations.add(illustration, at);
            }
            for (long id : card.foreignIds()) {
                columns.foreignIds.add(id, at);
            }
        }
        columns.illustrations.close();
        columns.foreignIds.close();
        columns.released = ordered.stream().mapToInt(CardFacts::released).toArray();
        columns.cardNumbers = ordered.stream().mapToInt(CardFacts::number).toArray();
        columns.setCodes = ordered.stream().map(CardFacts::set).toArray(String[]::new);
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
        Set<String> english = englishOfForeign();
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
            if (!card.language().equals("en") && english.contains(printed(card))) {
                columns.foreign.add(at);
            }
            PrintingFacets.add(columns.facets, card, at);
        }
        byLegalities.forEach((legalities, positions) -> PrintingFacets.add(columns.facets, legalities, positions));
    }

    /** What is printed in English in the sets that have cards in other languages. */
    private Set<String> englishOfForeign() {
        Set<String> sets = ordered.stream()
                .filter(card -> !card.language().equals("en"))
                .map(CardFacts::set)
                .collect(Collectors.toSet());
        return ordered.stream()
                .filter(card -> sets.contains(card.set()) && card.language().equals("en"))
                .map(IndexBuilding::printed)
                .collect(Collectors.toSet());
    }

    private static String printed(CardFacts card) {
        return card.set() + " " + card.collectorNumber();
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
        Map<TagFacts.Kind, Function<UUID, RoaringBitmap>> positions = new EnumMap<>(TagFacts.Kind.class);
        positions.put(TagFacts.Kind.ORACLE, columns::ofOracle);
        positions.put(TagFacts.Kind.ART, columns.illustrations::of);
        columns.tags = new Tags(tags, positions);
    }
}
