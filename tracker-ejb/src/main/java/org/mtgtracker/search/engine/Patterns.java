package org.mtgtracker.search.engine;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.regex.Matcher;
import org.mtgtracker.search.index.Folded;

/**
 * Regular expressions as Scryfall takes them: case does not count, every line has a start and an end, and some escapes
 * stand for what a rules text has of symbols. They run in linear time (RE2), so none can hang a server.
 */
final class Patterns {
    private static final java.util.regex.Pattern REPEAT = java.util.regex.Pattern.compile("\\{([0-9]+)(?:,([0-9]*))?}");
    private static final java.util.regex.Pattern NUMBERED = java.util.regex.Pattern.compile("\\\\x\\{");
    private static final java.util.regex.Pattern REPETITION = java.util.regex.Pattern.compile("[*+?]|\\{[0-9]");
    private static final int MOST_REPEATS = 1000;
    /** RE2/J calls itself for each alternative in turn, and a stack has an end. */
    private static final int MOST_PLACES = 4000;

    /** Texts are folded: {∞} is {¤} in them. */
    private static final String MANA = "\\{(?:[0-9]+|[wubrgcsxyz½¤]|(?:[0-9]+|[wubrgc])(?:/[wubrgcp])+|h[wr])\\}";

    private static final String POWER_TOUGHNESS = "(?:[0-9]+|[x*])(?:[+-][0-9x*]+)?/(?:[0-9]+|[x*])(?:[+-][0-9x*]+)?";
    /** The longer escapes first. */
    private static final String[][] ESCAPES = {
        {"smm", "-(?:[0-9]+|x)/-(?:[0-9]+|x)"},
        {"smr", twice()},
        {"smh", "\\{(?:[0-9]+|[wubrgc])/[wubrg](?:/p)?\\}"},
        {"smp", "\\{[wubrg](?:/[wubrg])?/p\\}"},
        {"spp", "\\+(?:[0-9]+|x)/\\+(?:[0-9]+|x)"},
        {"spt", "(?:" + POWER_TOUGHNESS + ")"},
        {"sm", "(?:" + MANA + ")"},
        {"sc", "\\{(?:[wubrg]|(?:[0-9]+|[wubrgc])(?:/[wubrgp])+|h[wubrg])\\}"},
        {"ss", "\\{[^{}]+\\}"},
    };

    private Patterns() {}

    /** Every symbol behind itself: what an expression in linear time cannot say of any symbol. */
    private static String twice() {
        StringBuilder all = new StringBuilder();
        String symbols =
                "w u b r g c s x y z w/p u/p b/p r/p g/p w/u u/b b/r r/g g/w w/b u/r b/g r/w g/u 2/w 2/u 2/b 2/r 2/g 1 2";
        for (String symbol : symbols.split(" ")) {
            all.append(all.isEmpty() ? "" : "|").append(("\\{" + symbol + "\\}").repeat(2));
        }
        return "(?:" + all + ")";
    }

    /** @throws PatternSyntaxException when it is not one, or a larger one than is taken */
    static Pattern compile(String typed) {
        Matcher repeat = REPEAT.matcher(typed);
        long repeats = 1;
        while (repeat.find()) {
            repeats *= Math.max(1, Math.max(number(repeat.group(1)), number(repeat.group(2))));
            if (repeats > MOST_REPEATS) {
                throw new PatternSyntaxException("it repeats too often", typed);
            }
        }
        String translated = translated(typed);
        checkRanges(translated);
        checkStarts(translated);
        Pattern compiled;
        try {
            compiled = Pattern.compile(translated, Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
        } catch (PatternSyntaxException e) {
            throw e;
        } catch (RuntimeException e) {
            // the library itself stumbles over some unusual characters
            throw new PatternSyntaxException("it cannot be read", typed);
        }
        if (compiled.programSize() > MOST_PLACES) {
            throw new PatternSyntaxException("it is too large", typed);
        }
        return compiled;
    }

    /** As typed in a query. */
    static Pattern typed(String text) throws NotUnderstood {
        try {
            return compile(text);
        } catch (PatternSyntaxException e) {
            throw new NotUnderstood("Invalid regular expression: " + e.getDescription() + ".");
        }
    }

    /** The start of a line cannot be repeated: {2} behind it is meant as a symbol by whoever types it. */
    private static void checkStarts(String pattern) {
        boolean inClass = false;
        for (int at = 0; at < pattern.length(); at++) {
            switch (pattern.charAt(at)) {
                case '\\' -> at++;
                case '[' -> inClass = true;
                case ']' -> inClass = false;
                case '^' -> {
                    if (!inClass
                            && REPETITION
                                    .matcher(pattern)
                                    .region(at + 1, pattern.length())
                                    .lookingAt()) {
                        throw new PatternSyntaxException("quantifier operand invalid", pattern);
                    }
                }
                default -> {
                    // repeats nothing, and is not repeated here
                }
            }
        }
    }

    /**
     * RE2/J goes from each character of a range to those that are its other cases, until it is back; from U+1C80 to
     * U+1C88 it never is. No text has these, since texts are folded, so such ranges and numbers are not missed.
     */
    private static void checkRanges(String pattern) {
        if (NUMBERED.matcher(pattern).find()) {
            throw new PatternSyntaxException("characters cannot be typed by their numbers", pattern);
        }
        for (int dash = pattern.indexOf('-'); dash >= 0; dash = pattern.indexOf('-', dash + 1)) {
            boolean opened = dash > 0 && isBeyond(pattern.charAt(dash - 1));
            // an escaped one stands for itself
            int end = pattern.startsWith("\\", dash + 1) ? dash + 2 : dash + 1;
            boolean closed = end < pattern.length() && isBeyond(pattern.charAt(end));
            if (opened || closed) {
                throw new PatternSyntaxException("a range of characters has to be within ASCII", pattern);
            }
        }
    }

    private static boolean isBeyond(char c) {
        return c >= CharSet.ASCII;
    }

    private static long number(String digits) {
        return digits == null || digits.isEmpty()
                ? 0
                : Long.parseLong(digits.substring(0, Math.min(digits.length(), 6)));
    }

    /** The pattern with its own escapes written out, and with the letters that texts are folded to. */
    static String translated(String typed) {
        StringBuilder translated = new StringBuilder(typed.length() * 2);
        for (int at = 0; at < typed.length(); at++) {
            char c = typed.charAt(at);
            if (c != '\\' || at + 1 == typed.length()) {
                translated.append(c < 0x80 ? String.valueOf(c) : Folded.text(String.valueOf(c)));
                continue;
            }
            String[] escape = escape(typed, at + 1);
            if (escape == null) {
                translated.append(c).append(boundary(typed.charAt(at + 1)));
                at++;
            } else {
                translated.append(escape[1]);
                at += escape[0].length();
            }
        }
        return translated.toString();
    }

    /** PostgreSQL's names for the edges of words, which Scryfall's users know. */
    private static char boundary(char letter) {
        return switch (letter) {
            case 'y', 'm', 'M' -> 'b';
            case 'Y' -> 'B';
            default -> letter;
        };
    }

    /** One of Scryfall's escapes; {@code \sm} before another letter is white space and a word that begins with m. */
    private static String[] escape(String typed, int at) {
        for (String[] escape : ESCAPES) {
            int end = at + escape[0].length();
            boolean ends = end >= typed.length() || !Character.isLetter(typed.charAt(end));
            if (ends && typed.startsWith(escape[0], at)) {
                return escape;
            }
        }
        return null;
    }
}
