package org.mtgtracker.search.language;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What is asked of the colours of a card: certain ones, how many, or more than one. */
public sealed interface ColourValue {
    /** The letters of colours and of colourless mana, each standing for its bit. */
    String LETTERS = "WUBRGC";

    /** The five colours. */
    int ALL = 0b11111;

    /** The bit of colourless mana, where mana is asked for. */
    int COLOURLESS_MANA = 0b100000;

    /** Colours as bits; 0 for none. */
    record Set(int mask) implements ColourValue {}

    /** A number of colours. */
    record Count(int count) implements ColourValue {}

    /** More than one colour. */
    record Several() implements ColourValue {}

    /** Any mana at all, where mana is asked for. */
    record Some() implements ColourValue {}

    /** Guilds, shards, wedges, colleges, families and the rest, as players call them. */
    Map<String, Integer> NICKNAMES = nicknames();

    /** Reads letters, names and nicknames; empty when it is none. */
    static Optional<ColourValue> parse(String text) {
        String word = text.toLowerCase(Locale.ROOT).replaceAll("[{}]", "").replace(' ', '-');
        if (word.matches("[0-9]")) {
            return Optional.of(new Count(Integer.parseInt(word)));
        }
        switch (word) {
            case "c", "colorless", "colourless", "brown" -> {
                return Optional.of(new Set(0));
            }
            case "all", "rainbow", "fivecolor", "five-color" -> {
                return Optional.of(new Count(5));
            }
            case "m", "multicolor", "multicolour", "multicolored", "multicoloured", "multi", "gold" -> {
                return Optional.of(new Several());
            }
            default -> {
                Integer named = NICKNAMES.get(word);
                return named != null ? Optional.of(new Set(named)) : letters(word);
            }
        }
    }

    /** Mana is of a colour or colourless; otherwise as {@link #parse}. */
    static Optional<ColourValue> parseMana(String text) {
        String word = text.toLowerCase(Locale.ROOT).replaceAll("[{}]", "");
        switch (word) {
            case "colorless", "colourless" -> {
                return Optional.of(new Set(COLOURLESS_MANA));
            }
            case "any" -> {
                return Optional.of(new Some());
            }
            case "all" -> {
                return Optional.of(new Count(LETTERS.length()));
            }
            default -> {
                // as where colours are asked for
            }
        }
        return word.matches("[wubrgc]+") ? Optional.of(new Set(mask(word))) : parse(text);
    }

    private static Optional<ColourValue> letters(String word) {
        return word.matches("[wubrg]+") ? Optional.of(new Set(mask(word))) : Optional.empty();
    }

    /** The bits of letters; other characters count for nothing. */
    static int mask(String letters) {
        int mask = 0;
        for (int at = 0; at < letters.length(); at++) {
            int bit = LETTERS.indexOf(Character.toUpperCase(letters.charAt(at)));
            mask |= bit < 0 ? 0 : 1 << bit;
        }
        return mask;
    }

    private static Map<String, Integer> nicknames() {
        Map<String, Integer> names = new HashMap<>();
        String table = """
                w white|u blue|b black|r red|g green
                wu azorius|ub dimir|br rakdos|rg gruul|gw selesnya
                wb orzhov silverquill|ur izzet prismari|bg golgari witherbloom|rw boros lorehold|gu simic quandrix
                gwu bant brokers|wub esper obscura|ubr grixis maestros|brg jund riveteers|rgw naya cabaretti
                wbg abzan indatha necra|urw jeskai raugrin raka|bgu sultai zagoth ana|rwb mardu savai dega
                gur temur ketria ceta
                ubrg chaos glint-eye|wbrg aggression dune-brood|wurg altruism ink-treader|wubg growth witch-maw
                wubr artifice yore-tiller
                """;
        for (String row : table.split("[|\n]")) {
            String[] words = row.strip().split(" ");
            for (int at = 1; at < words.length; at++) {
                names.put(words[at], mask(words[0]));
            }
        }
        return Map.copyOf(names);
    }
}
