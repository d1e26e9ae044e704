package org.mtgtracker.search.index;

import java.text.Normalizer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Text as it is compared: without case, accents, ligatures and punctuation, so that {@code aether} finds
 * {@code Æther}, {@code lim-dul} finds {@code Lim-Dûl} and {@code urzas} finds {@code Urza's}.
 *
 * <p>Apostrophes, full stops and marks that end a sentence vanish; other punctuation separates words. Where
 * punctuation stands between two letters both readings count: {@code Lim-Dûl} is found as {@code lim dul} and as
 * {@code limdul}. An underscore is a letter, since some names consist of nothing else.
 */
public final class Folded {
    /** Between the faces of a name and between its readings; never part of a word, so that no match crosses it. */
    public static final char BREAK = '\n';

    /** As a card of two faces is called. */
    static final String FACES = " // ";

    private static final String BETWEEN_FACES = "//";

    private Folded() {}

    /** A name as it is searched: every face, each in one or two readings, apart by {@link #BREAK}. */
    public static String name(String name) {
        String separated = faces(name, ' ');
        String joined = faces(name, '\0');
        return separated.equals(joined) ? separated : separated + BREAK + joined;
    }

    /** The name as it is sorted: its first reading, faces apart by a space. */
    public static String sortKey(String name) {
        return faces(name, ' ').replace(BREAK, ' ');
    }

    /** Words of a query as they must occur in a name; punctuation inside ({@code lim-dul}) is looked for as a blank. */
    public static String phrase(String typed) {
        return fold(typed, ' ').strip();
    }

    /** A whole name as it is compared with others: all its readings are equal. */
    public static String exact(String name) {
        return faces(name, '\0').replace(BREAK, ' ').replace(" ", "");
    }

    /**
     * A text in which phrases are looked for: without case, accents and ligatures, with plain quotes and dashes, its
     * other punctuation as it is.
     */
    public static String text(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c < 0x80) {
                folded.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
            } else {
                appendFolded(folded, c);
            }
        }
        return folded.toString();
    }

    private static void appendFolded(StringBuilder folded, char c) {
        switch (c) {
            case '’', '‘', 'ʼ', '´' -> folded.append('\'');
            case '“', '”', '„', '«', '»' -> folded.append('"');
            case '−', '–', '—', '―', '‐', '‑' -> folded.append('-');
            case '•' -> folded.append('·');
            case '…' -> folded.append("...");
            case '\u00A0', '\u2009', '\u202F' -> folded.append(' ');
            default -> {
                if (c > 0xFF && !Character.isLetter(c) && !Character.isSurrogate(c)) {
                    // one rare sign would make a whole column of texts twice as wide
                    folded.append('¤');
                } else if (Character.isSurrogate(c) || Character.getType(c) == Character.OTHER_LETTER) {
                    folded.append(c);
                } else {
                    String decomposed = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
                    for (int at = 0; at < decomposed.length(); at++) {
                        if (Character.getType(decomposed.charAt(at)) != Character.NON_SPACING_MARK) {
                            appendLetter(folded, decomposed.charAt(at));
                        }
                    }
                }
            }
        }
    }

    private static String faces(String name, char inside) {
        if (!name.contains(BETWEEN_FACES)) {
            return fold(name, inside).strip();
        }
        return Stream.of(name.split(BETWEEN_FACES))
                .map(face -> fold(face, inside).strip())
                .filter(folded -> !folded.isEmpty())
                .collect(Collectors.joining(String.valueOf(BREAK)));
    }

    /** @param inside what stands for punctuation between two letters: a blank, or NUL for nothing at all */
    private static String fold(String text, char inside) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder folded = new StringBuilder(decomposed.length());
        for (int at = 0; at < decomposed.length(); ) {
            int c = decomposed.codePointAt(at);
            int next = at + Character.charCount(c);
            if (Character.isLetterOrDigit(c) || c == '_') {
                appendLetter(folded, c);
            } else if (!vanishes(c) && !folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
                boolean withinWord =
                        !isBlank(c) && next < decomposed.length() && !isBlank(decomposed.codePointAt(next));
                if (!withinWord) {
                    folded.append(' ');
                } else if (inside != '\0') {
                    folded.append(inside);
                }
            }
            at = next;
        }
        return folded.toString();
    }

    private static void appendLetter(StringBuilder folded, int letter) {
        // upper case first: full case folding of letters such as the final sigma takes both steps
        int c = Character.toLowerCase(Character.toUpperCase(letter));
        switch (c) {
            case 'æ' -> folded.append("ae");
            case 'œ' -> folded.append("oe");
            case 'ß' -> folded.append("ss");
            case 'ø' -> folded.append('o');
            case 'đ', 'ð' -> folded.append('d');
            case 'ł' -> folded.append('l');
            case 'þ' -> folded.append("th");
            case 'ı' -> folded.append('i');
            default -> folded.appendCodePoint(c);
        }
    }

    private static boolean vanishes(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.MODIFIER_SYMBOL
                || type == Character.OTHER_SYMBOL
                || type == Character.FORMAT
                || "'’‘`´ʼ\"“”.!?".indexOf(c) >= 0;
    }

    private static boolean isBlank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
