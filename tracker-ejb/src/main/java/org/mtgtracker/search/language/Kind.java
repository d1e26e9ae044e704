package org.mtgtracker.search.language;

import static org.mtgtracker.search.language.Operator.EQUAL;
import static org.mtgtracker.search.language.Operator.HAS;
import static org.mtgtracker.search.language.Operator.UNEQUAL;

import java.util.EnumSet;
import java.util.Set;

/** What kind of value a key takes, and with that which operators go with it. */
public enum Kind {
    TEXT("words, \"a phrase\" or /a pattern/", true, HAS, EQUAL, UNEQUAL),
    WORD("a word", false, HAS, EQUAL, UNEQUAL),
    COLOURS("letters, names or nicknames of colours, or how many", false, Operator.values()),
    MANA("mana symbols", false, Operator.values()),
    NUMBER("a number, or another key of numbers", false, Operator.values()),
    RARITY("a rarity", false, Operator.values()),
    DATE("a day, a year, a set's code, `now`", false, Operator.values()),
    PRICE("an amount", false, Operator.values()),
    DISPLAY("a word", false, HAS, EQUAL);

    private final String expected;
    private final boolean patterns;
    private final Set<Operator> operators;

    Kind(String expected, boolean patterns, Operator... operators) {
        this.expected = expected;
        this.patterns = patterns;
        this.operators = EnumSet.noneOf(Operator.class);
        this.operators.addAll(Set.of(operators));
    }

    /** What may be written behind the operator, for people. */
    public String expected() {
        return expected;
    }

    /** True when the value may be a regular expression. */
    public boolean takesPatterns() {
        return patterns;
    }

    /** True when the key understands the operator. */
    public boolean takes(Operator operator) {
        return operators.contains(operator);
    }

    /** True when the key understands the comparisons too. */
    public boolean compares() {
        return takes(Operator.LESS);
    }
}
