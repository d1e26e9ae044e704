package org.mtgtracker.search.index;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.mtgtracker.catalog.boundary.CardPrices;
import org.mtgtracker.search.language.Key;
import org.mtgtracker.search.language.ManaCost;
import org.roaringbitmap.RoaringBitmap;

/**
 * Gathers Scryfall objects, in any order, and makes an index of them. Objects are read in batches beside the thread that
 * brings them, and what does not depend on each other is built at once, as far as there are processors.
 */
public final class CardIndexBuilder {
    private static final int BATCH = 500;
    /** With more batches waiting, whoever brings the next one reads it. */
    private static final int MOST_WAITING = 4;

    private final CardFactsReader reader = new CardFactsReader();
    private final List<CompletableFuture<List<CardFacts>>> batches = new ArrayList<>();
    private List<Unread> unread = new ArrayList<>();
    private List<CardFacts> cards;
    private final List<SetFacts> sets = new ArrayList<>();
    private final List<TagFacts> tags = new ArrayList<>();

    /** Takes in a card. */
    public CardIndexBuilder add(int number, byte[] object) {
        unread.add(new Unread(number, requireNonNull(object, "object is null")));
        if (unread.size() == BATCH) {
            readBatch();
        }
        return this;
    }

    private record Unread(int number, byte[] object) {}

    private void readBatch() {
        List<Unread> batch = unread;
        unread = new ArrayList<>(BATCH);
        long waiting = batches.stream().filter(earlier -> !earlier.isDone()).count();
        batches.add(
                waiting < MOST_WAITING
                        ? CompletableFuture.supplyAsync(() -> read(batch))
                        : CompletableFuture.completedFuture(read(batch)));
    }

    private List<CardFacts> read(List<Unread> batch) {
        return batch.stream()
                .map(object -> reader.read(object.number(), object.object()))
                .toList();
    }

    /** Takes in what Scryfall's list tells of a set. */
    public CardIndexBuilder add(SetFacts set) {
        sets.add(requireNonNull(set, "set is null"));
        return this;
    }

    /** Takes in a tag. */
    public CardIndexBuilder add(TagFacts tag) {
        tags.add(requireNonNull(tag, "tag is null"));
        return this;
    }

    /** Makes the index of a catalogue version. */
    public CardIndex build(long version) {
        readBatch();
        cards = batches.stream().flatMap(batch -> batch.join().stream()).toList();
        batches.clear();
        return new Building(version).index();
    }

    /** Filling the columns, one step after the other. */
    private final class Building {
        private final CardColumns columns;
        private final List<CardFacts> ordered;
        private final List<RulesFacts> rules = new ArrayList<>();
        private List<RulesText> texts;
        private List<Set<String>> kinds;
        private final SetTable table = new SetTable(sets);

        Building(long version) {
            Map<CardFacts, Integer> sequence = new IdentityHashMap<>(cards.size() * 2);
            for (CardFacts card : cards) {
                sequence.put(card, sequence.size());
                table.meet(card);
            }
            Map<RulesFacts, Integer> first = new IdentityHashMap<>();
            cards.forEach(card -> first.putIfAbsent(card.rules(), first.size()));
            ordered = cards.parallelStream()
                    .sorted(Comparator.comparing(
                                    (CardFacts card) -> card.rules().oracle())
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
            texts();
            columns.cents = cents();
            columns.rankings = new Rankings(ordered, kinds);
            bitmaps.join();
            tags();
            columns.close();
            return new CardIndex(columns, columns.prices(null));
        }

        /** Little is done at once: beside it would take longer. */
        private CompletableFuture<Void> beside(Runnable step) {
            if (columns.size > BATCH) {
                return CompletableFuture.runAsync(step);
            }
            step.run();
            return CompletableFuture.completedFuture(null);
        }

        /** Everything that adds to the facets or the numbers, which only one thread may do. */
        private void bitmaps() {
            rulesFacets();
            printingFacets();
            numbers();
            new Reprints(columns, ordered).fill();
            commanders();
            columns.facets.of(Facet.MANA_COST).keySet().forEach(cost -> ManaCost.parse(cost)
                    .ifPresent(parsed -> columns.costs.put(cost, parsed)));
        }

        /** Who may lead a deck by the rules may be banned from it, or not be legal in the format at all. */
        private void commanders() {
            columns.facets.remove(Facet.KIND, "commander", columns.facets.with(Facet.BANNED, "commander"));
            for (String kind : List.of("commander", "duelcommander", "brawler")) {
                columns.facets.remove(Facet.KIND, kind, columns.facets.with(Facet.KIND, "meldresult"));
            }
            onlyLegal("duelcommander", "duel");
            onlyLegal("brawler", "brawl");
            onlyLegal("oathbreaker", "oathbreaker");
            // restricted there: legal in the deck, but not at its head
            columns.facets.remove(Facet.KIND, "duelcommander", columns.facets.with(Facet.RESTRICTED, "duel"));
        }

        /** A file that does not know the format does not tell who is legal in it. */
        private void onlyLegal(String kind, String format) {
            RoaringBitmap legal = columns.facets.with(Facet.PLAYABLE, format);
            if (!legal.isEmpty()) {
                columns.facets.remove(Facet.KIND, kind, RoaringBitmap.andNot(columns.all, legal));
            }
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
                values.get(rule)
                        .forEach((facet, all) -> all.forEach(value -> columns.facets.add(facet, value, from, to)));
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

        private void texts() {
            put(
                    TextField.NAME,
                    rules.stream().map(own -> Folded.name(own.name())).toList());
            put(TextField.WHOLE_NAME, texts.stream().map(RulesText::name).toList());
            put(TextField.TYPE_LINE, texts.stream().map(RulesText::typeLines).toList());
            put(TextField.FULL_ORACLE, texts.stream().map(RulesText::full).toList());
            put(TextField.ORACLE, texts.stream().map(RulesText::plain).toList());
            put(TextField.SELF_ORACLE, texts.stream().map(RulesText::self).toList());
            distinct(TextField.FLAVOR, CardFacts::flavorText);
            distinct(TextField.ARTIST, card -> String.join(String.valueOf(Folded.BREAK), card.artists()));
        }

        private void put(TextField field, List<String> byRule) {
            columns.texts.put(field, TextColumn.of(byRule, columns.rulesOf));
        }

        /** Each text is folded once, however many printings have it. */
        private void distinct(TextField field, Function<CardFacts, String> text) {
            Map<String, String> folded = new HashMap<>();
            Map<String, Integer> rows = new LinkedHashMap<>();
            int[] rowOf = new int[columns.size];
            for (int at = 0; at < rowOf.length; at++) {
                String own = folded.computeIfAbsent(text.apply(ordered.get(at)), Folded::text);
                rowOf[at] = own.isEmpty() ? -1 : rows.computeIfAbsent(own, any -> rows.size());
            }
            columns.texts.put(field, TextColumn.of(List.copyOf(rows.keySet()), rowOf));
        }

        private void numbers() {
            columns.facesStart = new int[rules.size() + 1];
            List<FaceFacts> faces = new ArrayList<>();
            for (int rule = 0; rule < rules.size(); rule++) {
                columns.facesStart[rule] = faces.size();
                faces.addAll(rules.get(rule).faces());
            }
            columns.facesStart[rules.size()] = faces.size();
            ofFaces(Key.POWER, faces.stream().map(FaceFacts::power).toList());
            ofFaces(Key.TOUGHNESS, faces.stream().map(FaceFacts::toughness).toList());
            ofFaces(Key.LOYALTY, faces.stream().map(FaceFacts::loyalty).toList());
            ofFaces(Key.DEFENSE, faces.stream().map(FaceFacts::defense).toList());
            float[] both = columns.numbers.get(Key.POWER).values().clone();
            for (int face = 0; face < both.length; face++) {
                both[face] += columns.numbers.get(Key.TOUGHNESS).values()[face];
            }
            columns.numbers.put(Key.POWER_TOUGHNESS, new NumberColumn(true, both, new Positions(0)));
            ofPrintings(Key.MANA_VALUE, card -> card.rules().manaValue());
            ofPrintings(Key.NUMBER, card -> CollectorNumber.whole(card.collectorNumber()));
            ofPrintings(Key.EDHREC, card -> rank(card.edhrecRank()));
            ofPrintings(Key.PENNY, card -> rank(card.pennyRank()));
            ofPrintings(Key.ARTISTS, card -> card.artists().size());
            ofPrintings(
                    Key.YEAR,
                    card -> card.released() == CardFacts.NO_DAY
                            ? Float.NaN
                            : LocalDate.ofEpochDay(card.released()).getYear());
        }

        private static float rank(int rank) {
            return rank == CardFacts.NO_RANK ? Float.NaN : rank;
        }

        private void ofFaces(Key key, List<String> printed) {
            float[] values = new float[printed.size()];
            Positions stars = new Positions(printed.size());
            for (int face = 0; face < values.length; face++) {
                values[face] = NumberColumn.parse(printed.get(face));
                if (printed.get(face).contains("*")) {
                    stars.add(face);
                }
            }
            columns.numbers.put(key, new NumberColumn(true, values, stars));
        }

        private void ofPrintings(Key key, ToFloat value) {
            float[] values = new float[columns.size];
            for (int at = 0; at < values.length; at++) {
                values[at] = value.of(ordered.get(at));
            }
            columns.numbers.put(key, new NumberColumn(false, values, new Positions(0)));
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

    @FunctionalInterface
    private interface ToFloat {
        float of(CardFacts card);
    }
}
