package org.mtgtracker.pages.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Writes a search in the language out of what somebody chose; each call adds a term, unless nothing was chosen. */
final class QueryWriter {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_-]+");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(\\.\\d{1,2})?");
    private static final List<String> COMPARISONS = List.of("=", "<", "<=", ">", ">=", "!=");

    private final List<String> terms = new ArrayList<>();

    /** Every word of the text on its own. */
    QueryWriter words(String key, String text) {
        for (String word : text.strip().split("\\s+")) {
            if (!word.isEmpty()) {
                terms.add(key.isEmpty() ? bare(word) : key + ":" + quoted(word));
            }
        }
        return this;
    }

    /** The text as it is, with its blanks. */
    QueryWriter phrase(String key, String text) {
        if (!text.isBlank()) {
            terms.add(key + ":" + quoted(text.strip()));
        }
        return this;
    }

    /** Any of the values. */
    QueryWriter oneOf(String key, List<String> values) {
        List<String> given = values.stream()
                .filter(value -> PLAIN.matcher(value).matches())
                .map(value -> key + ":" + value)
                .toList();
        if (given.size() == 1) {
            terms.add(given.get(0));
        } else if (!given.isEmpty()) {
            terms.add("(" + String.join(" or ", given) + ")");
        }
        return this;
    }

    /** Colours by their letters, compared in a way. */
    QueryWriter colours(String key, String comparison, List<String> letters) {
        String all = String.join("", letters).toLowerCase(Locale.ROOT).replaceAll("[^wubrgc]", "");
        if (!all.isEmpty()) {
            String how = COMPARISONS.contains(comparison) ? comparison : ">=";
            // without colour there is nothing to compare
            terms.add(key + (all.contains("c") ? "=c" : how + all));
        }
        return this;
    }

    /** A number compared in a way; anything else is left out. */
    QueryWriter number(String key, String comparison, String number) {
        String value = number.strip().replace(',', '.');
        if (NUMBER.matcher(value).matches()) {
            terms.add(key + (COMPARISONS.contains(comparison) ? comparison : "=") + value);
        }
        return this;
    }

    /** A mana cost, as people write it. */
    QueryWriter mana(String cost) {
        String value = cost.strip().replaceAll("\\s+", "");
        if (value.matches("[\\w{}/]{1,60}")) {
            terms.add("m:" + value);
        }
        return this;
    }

    private static String bare(String word) {
        boolean means = word.startsWith("-") || word.equalsIgnoreCase("or") || word.equalsIgnoreCase("and");
        return means ? inQuotes(word) : quoted(word);
    }

    /** In quotes where it needs some. */
    private static String quoted(String text) {
        return PLAIN.matcher(text).matches() ? text : inQuotes(text);
    }

    /** A quotation mark cannot stand in quotes, and is left out. */
    private static String inQuotes(String text) {
        return '"' + text.replace("\"", "") + '"';
    }

    @Override
    public String toString() {
        return String.join(" ", terms);
    }
}
