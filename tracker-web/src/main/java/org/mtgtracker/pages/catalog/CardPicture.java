package org.mtgtracker.pages.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.mtgtracker.pages.site.Html;

/** Draws a card of which there is no picture, as SVG in the size of Scryfall's {@code normal} ones. */
final class CardPicture {
    static final int WIDTH = 488;
    static final int HEIGHT = 680;

    private static final String SERIF =
            "Iowan Old Style,Palatino Linotype,Palatino,URW Palladio L,Book Antiqua,Georgia,DejaVu Serif,serif";
    private static final double LEFT = 36;
    private static final double TEXT_SIZE = 23;
    /** How much wider bold letters are than {@link SetText} takes letters for, in a usual one of the fonts. */
    private static final double BOLD = 1.12;

    private CardPicture() {}

    /** The drawing of one face. */
    static String of(CardView card, int number) {
        FaceView face = card.faces().get(number);
        Frame frame = Frame.of(face);
        StringBuilder svg = new StringBuilder(8192);
        svg.append(
                ("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"%s\" fill=\"#1a1714\">"
                                + "<title>%s</title>")
                        .formatted(WIDTH, HEIGHT, SERIF, Html.text(face.name())));
        svg.append(("<defs><linearGradient id=\"sky\" x2=\"0\" y2=\"1\"><stop stop-color=\"%s\" stop-opacity=\".75\"/>"
                        + "<stop offset=\"1\" stop-color=\"%s\" stop-opacity=\".9\"/></linearGradient>"
                        + "<clipPath id=\"art\"><rect width=\"%d\" height=\"%d\" rx=\"4\"/></clipPath></defs>")
                .formatted(frame.edge(), frame.glow(), Scene.WIDTH, Scene.HEIGHT));
        box(svg, 0, 0, WIDTH, HEIGHT, 24, "#171412");
        box(svg, 18, 18, WIDTH - 36, HEIGHT - 36, 14, frame.edge());
        head(svg, face, frame);
        svg.append("<g transform=\"translate(36 82)\" clip-path=\"url(#art)\">")
                .append(Scene.of(seed(card, number), face.typeLine(), frame))
                .append("</g>");
        box(svg, 28, 352, 432, 40, 8, frame.pale());
        svg.append(line(face.typeLine(), 379, 412, 21));
        box(svg, 34, 398, 420, 222, 4, "#fbf8f0");
        svg.append("<g transform=\"translate(46 408)\">")
                .append(SetText.fitted(paragraphs(face), face.oracleText().size(), 396, 206, TEXT_SIZE, 11))
                .append("</g>");
        foot(svg, card, face, frame);
        return svg.append("</svg>").toString();
    }

    private static UUID seed(CardView card, int number) {
        return new UUID(card.id().getMostSignificantBits() + number, card.id().getLeastSignificantBits());
    }

    private static List<List<Piece>> paragraphs(FaceView face) {
        List<List<Piece>> paragraphs = new ArrayList<>(face.oracleText());
        if (paragraphs.size() < 4) {
            face.flavor().forEach(line -> paragraphs.add(List.of(new Piece(line, "", ""))));
        }
        return paragraphs;
    }

    private static void head(StringBuilder svg, FaceView face, Frame frame) {
        box(svg, 28, 30, 432, 44, 8, frame.pale());
        double right = WIDTH - 38;
        for (int at = face.manaCost().size() - 1; at >= 0; at--) {
            svg.append(symbol(face.manaCost().get(at), right - 12, 52, 12));
            right -= 27;
        }
        svg.append(line(face.name(), 60, right - LEFT - 10, 25));
    }

    /** A bold line in one of the boxes, exactly as wide as is reckoned, whatever font the browser has. */
    private static String line(String text, double y, double width, double largest) {
        if (text.isEmpty()) {
            return "";
        }
        double size = fitting(text, width, largest);
        double wide = Math.min(width, BOLD * SetText.width(text) * size);
        return text(
                text,
                LEFT + 4,
                y,
                size,
                " font-weight=\"600\" textLength=\"" + number(wide) + "\" lengthAdjust=\"spacingAndGlyphs\"");
    }

    private static void foot(StringBuilder svg, CardView card, FaceView face, Frame frame) {
        if (!face.stats().isEmpty()) {
            String stats = face.stats().substring(face.stats().lastIndexOf(' ') + 1);
            box(svg, 372, 604, 88, 42, 10, frame.ink());
            box(svg, 375, 607, 82, 36, 8, frame.pale());
            svg.append(text(stats, 416, 633, fitting(stats, 74, 26), " font-weight=\"700\" text-anchor=\"middle\""));
        }
        String line = card.setCode() + " · " + card.collectorNumber() + " · " + card.rarity();
        svg.append(text(line, LEFT, 642, 14, " font-weight=\"600\""));
    }

    /** A size in which a text is no wider than that. */
    private static double fitting(String text, double width, double largest) {
        return Math.min(largest, width / Math.max(1, BOLD * SetText.width(text)));
    }

    private static void box(StringBuilder svg, int x, int y, int width, int height, int round, String fill) {
        svg.append("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"%d\" fill=\"%s\"/>"
                .formatted(x, y, width, height, round, fill));
    }

    static String text(String text, double x, double y, double size, String more) {
        return "<text x=\"%s\" y=\"%s\" font-size=\"%s\"%s>%s</text>"
                .formatted(number(x), number(y), number(size), more, Html.text(text));
    }

    /** A symbol as a disc around a point. */
    static String symbol(Piece piece, double x, double y, double radius) {
        Optional<Glyph> glyph = Glyph.of(piece.style().substring(piece.style().lastIndexOf('-') + 1));
        boolean hybrid = piece.text().indexOf('/') > 0;
        String disc = "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\" stroke=\"#171412\" stroke-width=\".6\"/>"
                .formatted(
                        number(x),
                        number(y),
                        number(radius),
                        glyph.map(Glyph::disc).orElse("#d3cfc8"));
        if (glyph.isPresent() && !hybrid) {
            double scale = radius / 10.5;
            return disc
                    + "<path transform=\"translate(%s %s) scale(%s)\" fill-rule=\"evenodd\" fill=\"%s\" d=\"%s\"/>"
                            .formatted(
                                    number(x - 8 * scale),
                                    number(y - 8 * scale),
                                    number(scale),
                                    glyph.get().ink(),
                                    glyph.get().path());
        }
        double size = fitting(piece.text(), radius * 1.7, radius * 1.45);
        return disc
                + text(piece.text(), x, y + size * 0.36, size, " text-anchor=\"middle\" font-family=\"sans-serif\"");
    }

    /** A number as SVG has it, without more decimals than can be seen. */
    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
    }
}
