package org.mtgtracker.search.index;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The columns of texts: those of the rules, and those that printings have of their own. */
final class SearchedTexts {
    private static final Integer NO_ROW = -1;

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
        distinct(TextField.FLAVOR, CardFacts::flavorText, Folded::text);
        distinct(
                TextField.ARTIST,
                CardFacts::artists,
                artists -> Folded.text(String.join(String.valueOf(Folded.BREAK), artists)));
        distinct(TextField.FLAVOR_NAME, CardFacts::flavorName, Folded::name);
        distinct(TextField.FLAVOR_LETTERS, CardFacts::flavorName, SearchedTexts::letters);
        distinct(TextField.PRINTED_NAME, CardFacts::printedName, Folded::name);
        distinct(TextField.PRINTED_LETTERS, CardFacts::printedName, SearchedTexts::letters);
        distinct(TextField.WHOLE_FLAVOR_NAME, CardFacts::flavorName, SearchedTexts::punctuated);
        distinct(TextField.WHOLE_PRINTED_NAME, CardFacts::printedName, SearchedTexts::punctuated);
    }

    private static String punctuated(String name) {
        return RulesText.wholeAndFaces(
                Stream.of(name.split(Folded.FACES)).map(Folded::text).toList());
    }

    private static String letters(String name) {
        Set<String> all = new LinkedHashSet<>(List.of(Folded.exact(name)));
        Stream.of(name.split(Folded.FACES)).map(Folded::exact).forEach(all::add);
        all.remove("");
        return all.isEmpty() ? "" : Folded.BREAK + String.join(String.valueOf(Folded.BREAK), all) + Folded.BREAK;
    }

    private void put(TextField field, List<String> byRule) {
        columns.texts.put(field, TextColumn.of(byRule, columns.rulesOf));
    }

    /**
     * Each text is made once, however many printings have it.
     *
     * @param text as it is searched; empty for none
     */
    private <T> void distinct(TextField field, Function<CardFacts, T> value, Function<T, String> text) {
        Map<T, Integer> rowOfValue = new HashMap<>();
        Map<String, Integer> rows = new LinkedHashMap<>();
        int[] rowOf = new int[columns.size];
        for (int at = 0; at < rowOf.length; at++) {
            rowOf[at] = rowOfValue.computeIfAbsent(value.apply(printings.get(at)), own -> {
                String folded = text.apply(own);
                return folded.isEmpty() ? NO_ROW : rows.computeIfAbsent(folded, any -> rows.size());
            });
        }
        columns.texts.put(field, TextColumn.of(List.copyOf(rows.keySet()), rowOf));
    }
}
