package org.mtgtracker.search.language;

import java.util.Locale;
import org.mtgtracker.search.boundary.BadQuery;

/** Goes through the characters of a query: blanks, parentheses, quotes, patterns, words. */
final class Scanner {
    private final String query;
    private int at;

    Scanner(String query) {
        this.query = query;
        skipBlanks();
    }

    /**
     * A term as it stands there.
     *
     * @param key null when there is none before the value
     * @param operator null without a key
     * @param exact true when it began with an exclamation mark
     */
    record Typed(String key, Operator operator, Value value, boolean exact) {}

    boolean atEnd() {
        return at >= query.length();
    }

    int place() {
        return at;
    }

    String text(Span span) {
        return query.substring(span.from(), span.to());
    }

    boolean sees(char c) {
        return at < query.length() && query.charAt(at) == c;
    }

    boolean seesBlank() {
        return at < query.length() && isBlank(query.charAt(at));
    }

    /** Goes over a character and, behind a parenthesis, over blanks; false when another one is there. */
    boolean skip(char c) {
        if (!sees(c)) {
            return false;
        }
        at++;
        if (c == '(') {
            skipBlanks();
        }
        return true;
    }

    void skipBlanks() {
        while (seesBlank()) {
            at++;
        }
    }

    /** True when this word, in any case, stands there by itself. */
    boolean seesWord(String word) {
        int end = at + word.length();
        return query.regionMatches(true, at, word, 0, word.length())
                && (end == query.length() || isBlank(query.charAt(end)) || "()".indexOf(query.charAt(end)) >= 0);
    }

    boolean skipWord(String word) {
        if (!seesWord(word)) {
            return false;
        }
        at += word.length();
        skipBlanks();
        return true;
    }

    /** Goes over one term; at least one character is there. */
    Typed term() {
        if (sees('!') && at + 1 < query.length() && !isBlank(query.charAt(at + 1))) {
            at++;
            return new Typed(null, null, value(), true);
        }
        int keyEnd = at;
        while (keyEnd < query.length() && isKeyLetter(query.charAt(keyEnd))) {
            keyEnd++;
        }
        String key = query.substring(at, keyEnd);
        int operatorStart = compares(key) ? behindBlanks(keyEnd) : keyEnd;
        Operator operator = keyEnd > at ? Operator.at(query, operatorStart) : null;
        if (operator == Operator.HAS && operatorStart > keyEnd) {
            operator = null;
        }
        if (operator == null) {
            return new Typed(null, null, value(), false);
        }
        int valueStart = operatorStart + operator.symbol().length();
        if (operator != Operator.HAS && compares(key)) {
            valueStart = behindBlanks(valueStart);
        }
        boolean endsThere = valueStart >= query.length() || isBlank(query.charAt(valueStart));
        if (endsThere && operator == Operator.HAS && Key.named(key).isEmpty()) {
            // the colon of a name such as “Circle of Protection: Red”
            at = valueStart;
            return new Typed(null, null, new Value.Word(key), false);
        }
        at = valueStart;
        return new Typed(key.toLowerCase(Locale.ROOT), operator, value(), false);
    }

    /** Blanks around the sign of a comparison mean nothing, as nothing else can be meant by {@code pow > 3}. */
    private static boolean compares(String key) {
        return Key.named(key).filter(known -> known.kind().compares()).isPresent();
    }

    private int behindBlanks(int place) {
        int end = place;
        while (end < query.length() && isBlank(query.charAt(end))) {
            end++;
        }
        return end;
    }

    private Value value() {
        if (atEnd()) {
            return new Value.Word("");
        }
        char first = query.charAt(at);
        if (isQuote(first)) {
            return phrase();
        }
        if (first == '/' && !query.startsWith("//", at)) {
            return pattern();
        }
        if (isApostrophe(first)) {
            int end = closingApostrophe();
            if (end > 0) {
                String text = query.substring(at + 1, end);
                at = end + 1;
                return new Value.Phrase(text);
            }
        }
        return word();
    }

    private Value phrase() {
        int from = at;
        StringBuilder text = new StringBuilder();
        for (int end = at + 1; end < query.length(); end++) {
            char c = query.charAt(end);
            if (isQuote(c)) {
                at = end + 1;
                return new Value.Phrase(text.toString());
            }
            if (c == '\\' && end + 1 < query.length() && isQuote(query.charAt(end + 1))) {
                end++;
            }
            text.append(query.charAt(end));
        }
        throw new BadQuery("Your query has unbalanced quotes: the one at character " + (from + 1) + " is not closed.");
    }

    /** Straight and typographic ones are the same, as keyboards put in the one or the other. */
    private static boolean isQuote(char c) {
        return c == '"' || c == '“' || c == '”';
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '‘' || c == '’';
    }

    private Value pattern() {
        int from = at;
        int end = at + 1;
        while (end < query.length() && query.charAt(end) != '/') {
            end += query.charAt(end) == '\\' ? 2 : 1;
        }
        if (end >= query.length()) {
            throw new BadQuery("Your query has a regular expression that is not closed: the “/” at character "
                    + (from + 1) + " has no other.");
        }
        at = end + 1;
        // flags as other languages have them: case never counts here, and every line is a line
        while (at < query.length() && "imsu".indexOf(query.charAt(at)) >= 0) {
            at++;
        }
        return new Value.Pattern(query.substring(from + 1, end).replace("\\/", "/"));
    }

    /** The apostrophe that ends a phrase in apostrophes; 0 when it is one of a word, as in {@code 'tis}. */
    private int closingApostrophe() {
        for (int end = at + 1; end < query.length(); end++) {
            boolean last = end + 1 == query.length() || isBlank(query.charAt(end + 1)) || query.charAt(end + 1) == ')';
            if (isApostrophe(query.charAt(end)) && last) {
                return end;
            }
        }
        return 0;
    }

    /** Up to a blank or a parenthesis. */
    private Value word() {
        int from = at;
        while (at < query.length() && !isBlank(query.charAt(at)) && !sees('(') && !sees(')')) {
            at++;
        }
        return new Value.Word(query.substring(from, at));
    }

    private static boolean isKeyLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "_-+".indexOf(c) >= 0;
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
