package org.mtgtracker.search.index;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The values of all facets that follow from a card's rules. */
final class RulesFacets {
    private RulesFacets() {}

    static Map<Facet, Set<String>> of(RulesFacts rules, RulesText text) {
        Map<Facet, Set<String>> values = new EnumMap<>(Facet.class);
        Set<String> keywords = keywords(rules, text);
        Set<String> kinds = RulesKinds.of(rules, text, keywords);
        values.put(Facet.EXACT_NAME, names(rules));
        values.put(Facet.COLOURS, colours(rules));
        values.put(Facet.IDENTITY, Set.of(String.valueOf(rules.identity())));
        int produced = rules.producedMana() >= 0
                ? rules.producedMana()
                : rules.keywords() == null ? ManaRules.produced(text) : 0;
        values.put(Facet.PRODUCES, Set.of(String.valueOf(produced)));
        values.put(
                Facet.MANA_COST,
                rules.faces().stream()
                        .map(FaceFacts::manaCost)
                        .filter(cost -> !cost.isEmpty())
                        .collect(Collectors.toCollection(TreeSet::new)));
        values.put(Facet.PERMANENT_COST, permanentCosts(rules, text));
        values.put(Facet.TYPE_LINE, new TreeSet<>(text.types()));
        values.put(Facet.TYPE_WORD, words(text));
        values.put(Facet.KEYWORD, keywords);
        values.put(Facet.HAS, kinds.remove("indicator") ? Set.of("indicator") : Set.of());
        values.put(Facet.KIND, kinds);
        return values;
    }

    private static Set<String> permanentCosts(RulesFacts rules, RulesText text) {
        if (rules.faces().size() == 1) {
            return Set.of();
        }
        Set<String> costs = new TreeSet<>();
        boolean others = false;
        for (int face = 0; face < rules.faces().size(); face++) {
            if (RulesKinds.isPermanent(text.types().get(face))) {
                costs.add(rules.faces().get(face).manaCost());
            } else {
                others = true;
            }
        }
        return others ? costs : Set.of();
    }

    private static Set<String> keywords(RulesFacts rules, RulesText text) {
        List<String> told = rules.keywords();
        return told == null
                ? KeywordRules.of(text.plain())
                : told.stream().map(Folded::text).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> words(RulesText text) {
        Set<String> words = new TreeSet<>();
        text.types().forEach(line -> words.addAll(List.of(line.split(" "))));
        if (text.isWholeParty()) {
            words.addAll(List.of("cleric", "rogue", "warrior", "wizard"));
        }
        words.remove("");
        return words;
    }

    private static Set<String> names(RulesFacts rules) {
        Set<String> names = new HashSet<>();
        names.add(Folded.exact(rules.name()));
        rules.faces().forEach(face -> names.add(Folded.exact(face.name())));
        names.remove("");
        return names;
    }

    private static Set<String> colours(RulesFacts rules) {
        if (rules.colours() >= 0) {
            return Set.of(String.valueOf(rules.colours()));
        }
        return rules.faces().stream()
                .map(face -> String.valueOf(Math.max(0, face.colours())))
                .collect(Collectors.toSet());
    }
}
