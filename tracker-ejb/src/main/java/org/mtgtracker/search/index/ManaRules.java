package org.mtgtracker.search.index;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mtgtracker.search.language.ColourValue;

/**
 * Which mana a card can make, for files that do not say: the symbols that follow “add” up to the end of the sentence,
 * five colours where it says “any color” and the like, and what its basic land types give (CR 305.6).
 */
final class ManaRules {
    private static final Pattern ADD = Pattern.compile("\\badds? ([^.\"\n]*)");
    private static final Pattern SYMBOL = Pattern.compile("\\{([wubrgc])(?:/[wubrgc])?}");
    private static final Pattern ANY = Pattern.compile(
            "(any (one )?colou?r|any combination of|any type|different colors|chosen color|of that color|each color)");
    private static final String[] BASICS = {"plains", "island", "swamp", "mountain", "forest"};

    private ManaRules() {}

    static int produced(RulesText text) {
        int mask = 0;
        Matcher add = ADD.matcher(text.plain());
        while (add.find()) {
            String what = add.group(1);
            Matcher symbol = SYMBOL.matcher(what);
            while (symbol.find()) {
                mask |= ColourValue.mask(symbol.group());
            }
            if (what.contains("mana") && ANY.matcher(what).find() && !what.contains("{")) {
                mask |= ColourValue.ALL;
            }
        }
        for (String type : text.types()) {
            if (type.contains("land")) {
                mask |= basicTypes(type);
            }
        }
        return mask;
    }

    /** The colours of a type line's basic land types, as bits. */
    static int basicTypes(String typeLine) {
        int mask = 0;
        for (int colour = 0; colour < BASICS.length; colour++) {
            if ((" " + typeLine + " ").contains(" " + BASICS[colour] + " ")) {
                mask |= 1 << colour;
            }
        }
        return mask;
    }
}
