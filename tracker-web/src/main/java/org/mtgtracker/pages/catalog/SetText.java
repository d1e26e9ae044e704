package org.mtgtracker.pages.catalog;

import java.util.ArrayList;
import java.util.List;

/**
 * Text set in lines of SVG, which breaks none by itself. How wide letters are is estimated; the browser is told to make
 * every word as wide as that.
 */
final class SetText {
    private static final double SYMBOL = 1.05;
    private static final double LINE = 1.28;
    private static final double BETWEEN_PARAGRAPHS = 0.35;

    private final double size;
    private final double width;
    private final StringBuilder svg = new StringBuilder();
    private double x;
    private double y;
    private String slant = "";

    private SetText(double size, double width) {
        this.size = size;
        this.width = width;
        this.y = size;
    }

    /**
     * Paragraphs in the largest size between two that fits into the box; the smallest when none does.
     *
     * @param upright how many of the paragraphs are upright; those behind are in italics
     */
    static String fitted(
            List<List<Piece>> paragraphs, int upright, double width, double height, double largest, double smallest) {
        for (double size = largest; ; size -= 1) {
            SetText text = new SetText(size, width);
            for (int at = 0; at < paragraphs.size(); at++) {
                text.slant = at < upright ? "" : " font-style=\"italic\"";
                text.paragraph(paragraphs.get(at));
            }
            if (size <= smallest || text.y <= height) {
                return text.svg.toString();
            }
        }
    }

    /** How wide a text of size 1 is, about. */
    static double width(String text) {
        return text.chars().mapToDouble(SetText::width).sum();
    }

    private static double width(int c) {
        if ("iljI.,;:'!|’ ".indexOf(c) >= 0) {
            return 0.28;
        }
        if ("ftrs()-\"[]/“”".indexOf(c) >= 0) {
            return 0.38;
        }
        if ("mwMW—%@".indexOf(c) >= 0) {
            return 0.84;
        }
        return Character.isUpperCase(c) ? 0.68 : 0.51;
    }

    private void paragraph(List<Piece> pieces) {
        for (List<Piece> word : words(pieces)) {
            double wide = word.stream()
                    .mapToDouble(piece -> piece.symbol() ? SYMBOL : width(piece.text()))
                    .sum();
            if (x > 0 && x + wide * size > width) {
                x = 0;
                y += size * LINE;
            }
            word.forEach(this::piece);
            x += width(' ') * size;
        }
        x = 0;
        y += size * (LINE + BETWEEN_PARAGRAPHS);
    }

    private void piece(Piece piece) {
        if (piece.symbol()) {
            svg.append(CardPicture.symbol(piece, x + size * SYMBOL / 2, y - size * 0.34, size * 0.47));
            x += size * SYMBOL;
        } else {
            double wide = width(piece.text()) * size;
            svg.append(CardPicture.text(piece.text(), x, y, size, slant)
                    .replace(
                            "<text ",
                            "<text textLength=\"" + CardPicture.number(wide)
                                    + "\" lengthAdjust=\"spacingAndGlyphs\" "));
            x += wide;
        }
    }

    /** What must stay together: words, with the symbols that touch them. */
    private static List<List<Piece>> words(List<Piece> pieces) {
        List<List<Piece>> words = new ArrayList<>();
        List<Piece> word = new ArrayList<>();
        for (Piece piece : pieces) {
            if (piece.symbol()) {
                word.add(piece);
                continue;
            }
            String[] parts = piece.text().split(" ", -1);
            for (int at = 0; at < parts.length; at++) {
                if (at > 0 && !word.isEmpty()) {
                    words.add(word);
                    word = new ArrayList<>();
                }
                if (!parts[at].isEmpty()) {
                    word.add(new Piece(parts[at], "", ""));
                }
            }
        }
        if (!word.isEmpty()) {
            words.add(word);
        }
        return words;
    }
}
