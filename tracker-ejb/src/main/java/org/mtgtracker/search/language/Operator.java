package org.mtgtracker.search.language;

/** What stands between a key and its value. */
public enum Operator {
    /** What this means is the key's: a substring, at least these colours, equal. */
    HAS(":"),
    EQUAL("="),
    UNEQUAL("!="),
    LESS("<"),
    AT_MOST("<="),
    GREATER(">"),
    AT_LEAST(">=");

    private final String symbol;

    Operator(String symbol) {
        this.symbol = symbol;
    }

    /** As it is typed. */
    public String symbol() {
        return symbol;
    }

    /** True for the operators that ask for a place in an order. */
    public boolean isComparison() {
        return this == LESS || this == AT_MOST || this == GREATER || this == AT_LEAST;
    }

    /** The operator that is meant when {@link #HAS} stands for another one. */
    public Operator reading(Operator has) {
        return this == HAS ? has : this;
    }

    /**
     * Whether two things in this relation fit.
     *
     * @param compared below 0 when the card's is less than the query's, 0 when equal, above 0 when greater
     */
    public boolean fits(int compared) {
        return switch (this) {
            case HAS, EQUAL -> compared == 0;
            case UNEQUAL -> compared != 0;
            case LESS -> compared < 0;
            case AT_MOST -> compared <= 0;
            case GREATER -> compared > 0;
            case AT_LEAST -> compared >= 0;
        };
    }

    /** The longest operator at a place of a text; null when there is none. */
    static Operator at(String text, int place) {
        Operator found = null;
        for (Operator operator : values()) {
            boolean longer = found == null || operator.symbol.length() > found.symbol.length();
            if (longer && text.startsWith(operator.symbol, place)) {
                found = operator;
            }
        }
        return found;
    }
}
