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
import org.mtgtracker.catalog.boundary.CardPrices;
import org.mtgtracker.search.language.Key;
import org.mtgtracker.search.language.ManaCost;
import org.roaringbitmap.RoaringBitmap;

/** Gathers Scryfall objects, in any order, and makes an index of them. */
public final class CardIndexBuilder {
    private final CardFactsReader reader = new CardFactsReader();
    private final List<CardFacts> cards = new ArrayList<>();
    private final List<SetFacts> sets = new ArrayList<>();
    private final List<TagFacts> tags = new ArrayList<>();

    /** Takes in a card. */
    public CardIndexBuilder add(int number, byte[] object) {
        requireNonNull(object, "object is null");
        cards.add(reader.read(number, object));
        return this;
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
        return new Building(version).index();
    }

    /** Filling the columns, one step after the other. */
    private final class Building {
        private final CardColumns columns;
        private final List<CardFacts> ordered;
        private final List<RulesFacts> rules = new ArrayList<>();
        private final List<RulesText> texts = new ArrayList<>();
        private final List<Set<String>> kinds = new ArrayList<>();
        private final SetTable table = new SetTable(sets);

        Building(long version) {
            Map<CardFacts, Integer> sequence = new IdentityHashMap<>(cards.size() * 2);
            for (CardFacts card : cards) {
                sequence.put(card, sequence.size());
                table.meet(card);
            }
            Map<RulesFacts, Integer> first = new IdentityHashMap<>();
            cards.forEach(card -> first.putIfAbsent(card.rules(), first.size()));
            ordered = cards.stream()
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
            identify();
            rulesFacets();
            printingFacets();
            texts();
            numbers();
            new Reprints(columns, ordered).fill();
            columns.rankings = new Rankings(ordered, kinds);
            columns.cents = cents();
            columns.facets.of(Facet.MANA_COST).keySet().forEach(cost -> ManaCost.parse(cost)
                    .ifPresent(parsed -> columns.costs.put(cost, parsed)));
            tags();
            columns.close();
            return new CardIndex(columns, columns.prices(null));
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
                    texts.add(RulesText.of(own));
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
                card.foreignIds()
                        .forEach((kind, ids) -> ids.forEach(id -> columns.byForeignId
                                .computeIfAbsent(kind + id, any -> new RoaringBitmap())
                                .add(position)));
            }
            columns.arts = arts.size();
            columns.released = ordered.stream().mapToInt(CardFacts::released).toArray();
            columns.cardNumbers = ordered.stream().mapToInt(CardFacts::number).toArray();
            columns.collectorNumbers =
                    ordered.stream().map(CardFacts::collectorNumber).toArray(String[]::new);
        }

        private void rulesFacets() {
            for (int rule = 0; rule < rules.size(); rule++) {
                Map<Facet, Set<String>> values = RulesFacets.of(rules.get(rule), texts.get(rule));
                for (int at = columns.rulesStart[rule]; at < columns.rulesStart[rule + 1]; at++) {
                    int position = at;
                    values.forEach((facet, all) -> all.forEach(value -> columns.facets.add(facet, value, position)));
                }
            }
        }

        private void printingFacets() {
            Set<String> english = new HashSet<>();
            for (CardFacts card : ordered) {
                if (card.language().equals("en")) {
                    english.add(card.set() + " " + card.collectorNumber());
                }
            }
            for (int at = 0; at < columns.size; at++) {
                CardFacts card = ordered.get(at);
                Set<String> own = PrintingKinds.of(card, table.get(card.set()));
                kinds.add(own);
                for (String kind : own) {
                    columns.facets.add(Facet.KIND, kind, at);
                }
                if (own.contains("extra") || own.contains("funny")) {
                    columns.hidden.add(at);
                }
                if (!card.language().equals("en") && english.contains(card.set() + " " + card.collectorNumber())) {
                    columns.foreign.add(at);
                }
                PrintingFacets.add(columns.facets, card, at);
            }
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
            distinct(
                    TextField.FLAVOR,
                    ordered.stream().map(card -> Folded.text(card.flavorText())).toList());
            distinct(
                    TextField.ARTIST,
                    ordered.stream()
                            .map(card -> Folded.text(String.join(String.valueOf(Folded.BREAK), card.artists())))
                            .toList());
        }

        private void put(TextField field, List<String> byRule) {
            columns.texts.put(field, TextColumn.of(byRule, columns.rulesOf));
        }

        private void distinct(TextField field, List<String> byPosition) {
            Map<String, Integer> rows = new LinkedHashMap<>();
            int[] rowOf = new int[byPosition.size()];
            for (int at = 0; at < rowOf.length; at++) {
                String text = byPosition.get(at);
                rowOf[at] = text.isEmpty() ? -1 : rows.computeIfAbsent(text, any -> rows.size());
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
            ofPrintings(Key.NUMBER, card -> CollectorNumber.value(card.collectorNumber()));
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
