package org.mtgtracker.search.engine;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads what is usual of RE2's syntax, in an expression that RE2 has taken already: with case not counting, and lines
 * having starts and ends. What is not usual (classes of Unicode, flags, named groups) is left to RE2 itself.
 */
final class RegexReader {
    private static final Pattern FLAGS = Pattern.compile("^\\(\\?[im]+\\)");
    private static final String LEFT_TO_RE2 = "QEpPxCAzvaZG";

    private final String text;
    private int at;

    private RegexReader(String text) {
        this.text = requireNonNull(text, "text is null");
    }

    /** The tree; empty when the expression has something unusual. */
    static Optional<Regex> read(String text) {
        try {
            // case never counts, and lines always have ends
            RegexReader reader = new RegexReader(FLAGS.matcher(text).replaceFirst(""));
            Regex regex = reader.choice();
            return reader.at == reader.text.length() ? Optional.of(regex) : Optional.empty();
        } catch (Unusual e) {
            return Optional.empty();
        }
    }

    /** Something that is not read here. */
    private static final class Unusual extends Exception {
        Unusual() {
            super("left to RE2", null, false, false);
        }
    }

    private boolean sees(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    private char next() throws Unusual {
        if (at == text.length()) {
            throw new Unusual();
        }
        return text.charAt(at++);
    }

    private Regex choice() throws Unusual {
        List<Regex> parts = new ArrayList<>();
        parts.add(sequence());
        while (sees('|')) {
            at++;
            parts.add(sequence());
        }
        return parts.size() == 1 ? parts.get(0) : new Regex.Choice(parts);
    }

    private Regex sequence() throws Unusual {
        List<Regex> parts = new ArrayList<>();
        while (at < text.length() && !sees('|') && !sees(')')) {
            parts.add(repeated(atom()));
        }
        return parts.size() == 1 ? parts.get(0) : new Regex.Sequence(parts);
    }

    private Regex repeated(Regex part) throws Unusual {
        if (at == text.length()) {
            return part;
        }
        Regex repeated;
        switch (text.charAt(at)) {
            case '*' -> repeated = new Regex.Repeated(part, 0, Regex.ENDLESS);
            case '+' -> repeated = new Regex.Repeated(part, 1, Regex.ENDLESS);
            case '?' -> repeated = new Regex.Repeated(part, 0, 1);
            case '{' -> {
                int end = text.indexOf('}', at);
                Regex counted = end < 0 ? null : counted(part, text.substring(at + 1, end));
                if (counted == null) {
                    return part;
                }
                at = end;
                repeated = counted;
            }
            default -> {
                return part;
            }
        }
        at++;
        // whether it takes as much or as little as it can does not change whether there is a match
        if (sees('?')) {
            at++;
        }
        return repeated;
    }

    /** Null for a brace that is a character like others. */
    private static Regex counted(Regex part, String bounds) {
        int comma = bounds.indexOf(',');
        String least = comma < 0 ? bounds : bounds.substring(0, comma);
        String most = comma < 0 ? bounds : bounds.substring(comma + 1);
        if (!least.matches("[0-9]{1,4}") || !most.matches("[0-9]{0,4}")) {
            return null;
        }
        return new Regex.Repeated(
                part, Integer.parseInt(least), most.isEmpty() ? Regex.ENDLESS : Integer.parseInt(most));
    }

    private Regex atom() throws Unusual {
        char c = next();
        return switch (c) {
            case '.' -> new Regex.Chars(CharSet.NEWLINE.negated());
            case '^' -> new Regex.At(Regex.Place.LINE_START);
            case '$' -> new Regex.At(Regex.Place.LINE_END);
            case '(' -> group();
            case '[' -> new Regex.Chars(set());
            case '\\' -> escaped();
            case '*', '+', '?' -> throw new Unusual();
            default -> new Regex.Chars(CharSet.of(plain(c)));
        };
    }

    private Regex group() throws Unusual {
        if (sees('?')) {
            if (!text.startsWith("?:", at)) {
                throw new Unusual();
            }
            at += 2;
        }
        Regex inner = choice();
        if (next() != ')') {
            throw new Unusual();
        }
        return inner;
    }

    private Regex escaped() throws Unusual {
        char c = next();
        if (c == 'b') {
            return new Regex.At(Regex.Place.WORD_EDGE);
        }
        if (c == 'B') {
            return new Regex.At(Regex.Place.NO_WORD_EDGE);
        }
        CharSet several = several(c);
        return new Regex.Chars(several != null ? several : CharSet.of(escape(c)));
    }

    /** Null when the escape stands for a single character. */
    private static CharSet several(char c) {
        return switch (c) {
            case 'd' -> CharSet.DIGITS;
            case 'D' -> CharSet.DIGITS.negated();
            case 'w' -> CharSet.WORD;
            case 'W' -> CharSet.WORD.negated();
            case 's' -> CharSet.BLANKS;
            case 'S' -> CharSet.BLANKS.negated();
            default -> null;
        };
    }

    private static char escape(char c) throws Unusual {
        return switch (c) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'f' -> '\f';
            default -> {
                if (Character.isLetterOrDigit(c) || LEFT_TO_RE2.indexOf(c) >= 0) {
                    throw new Unusual();
                }
                yield plain(c);
            }
        };
    }

    /** A character that stands for itself; letters beyond ASCII have cases of their own. */
    private static char plain(char c) throws Unusual {
        if (c >= CharSet.ASCII && (Character.isSurrogate(c) || Character.toUpperCase(c) != Character.toLowerCase(c))) {
            throw new Unusual();
        }
        return c;
    }

    private CharSet set() throws Unusual {
        boolean negated = sees('^');
        at += negated ? 1 : 0;
        CharSet set = new CharSet();
        for (boolean first = true; first || !sees(']'); first = false) {
            if (sees('[') && text.startsWith("[:", at)) {
                throw new Unusual();
            }
            char from = next();
            if (from == '\\') {
                char c = next();
                CharSet several = several(c);
                if (several != null) {
                    set = set.union(several);
                    continue;
                }
                from = escape(c);
            }
            set = range(set, plain(from));
        }
        at++;
        return negated ? set.negated() : set;
    }

    private CharSet range(CharSet set, char from) throws Unusual {
        if (!sees('-') || at + 1 < text.length() && text.charAt(at + 1) == ']') {
            return set.with(from, from);
        }
        at++;
        char to = next();
        if (to == '\\') {
            to = escape(next());
        }
        if (from >= CharSet.ASCII || to >= CharSet.ASCII || to < from) {
            throw new Unusual();
        }
        return set.with(from, to);
    }
}
