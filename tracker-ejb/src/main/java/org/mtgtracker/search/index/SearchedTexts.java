package org.mtgtracker.search.index;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The columns of texts: those of the rules, and those that printings have of their own. */
final class SearchedTexts {
    private final CardColumns columns;
    private final List<RulesFacts> rules;
    private final List<RulesText> texts;
    private final List<CardFacts> printings;

    SearchedTexts(CardColumns columns, List<RulesFacts> rules, List<RulesText> texts, List<CardFacts> printings) {
        this.columns = columns;
        this.rules = rules;
        this.texts = texts;
        this.printings = printings;
    }

    void fill() {
        put(TextField.NAME, rules.stream().map(own -> Folded.name(own.name())).toList());
        put(
                TextField.NAME_LETTERS,
                rules.stream().map(own -> Folded.exact(own.name())).toList());
        put(TextField.WHOLE_NAME, texts.stream().map(RulesText::name).toList());
        put(TextField.TYPE_LINE, texts.stream().map(RulesText::typeLines).toList());
        put(TextField.FULL_ORACLE, texts.stream().map(RulesText::full).toList());
        put(TextField.ORACLE, texts.stream().map(RulesText::plain).toList());
        put(TextField.SELF_ORACLE, texts.stream().map(RulesText::self).toList());
        put(TextField.SELF_FULL_ORACLE, texts.stream().map(RulesText::selfFull).toList());
        distinct(TextField.FLAVOR, CardFacts::flavorText, flavor -> flavor);
        distinct(TextField.ARTIST, CardFacts::artists, artists -> String.join(String.valueOf(Folded.BREAK), artists));
    }

    private void put(TextField field, List<String> byRule) {
        columns.texts.put(field, TextColumn.of(byRule, columns.rulesOf));
    }

    /** Each text is made and folded once, however many printings have it. */
    private <T> void distinct(TextField field, Function<CardFacts, T> value, Function<T, String> text) {
        Map<T, Integer> rowOfValue = new HashMap<>();
        Map<String, Integer> rows = new LinkedHashMap<>();
        int[] rowOf = new int[columns.size];
        for (int at = 0; at < rowOf.length; at++) {
            rowOf[at] = rowOfValue.computeIfAbsent(value.apply(printings.get(at)), own -> {
                String folded = Folded.text(text.apply(own));
                return folded.isEmpty() ? Integer.valueOf(-1) : rows.computeIfAbsent(folded, any -> rows.size());
            });
        }
        columns.texts.put(field, TextColumn.of(List.copyOf(rows.keySet()), rowOf));
    }
}
