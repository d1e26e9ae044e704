package org.mtgtracker.pages.catalog;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One face of a card as a page shows it. What a face does not have is an empty text or an empty list.
 *
 * @param oracleText its paragraphs
 * @param stats power and toughness, loyalty or defense, as one speaks of them: {@code 3/3}, {@code Loyalty 4}
 * @param flavor its paragraphs
 * @param frame the style class of its colour, for the drawing that stands in for a missing picture
 */
public record FaceView(
        String name,
        List<Piece> manaCost,
        String typeLine,
        List<List<Piece>> oracleText,
        String stats,
        List<String> flavor,
        String artist,
        String frame) {
    private static final Pattern REMINDER = Pattern.compile("\\([^()]*\\)");

    public FaceView {
        requireNonNull(name, "name is null");
        manaCost = List.copyOf(manaCost);
        requireNonNull(typeLine, "typeLine is null");
        oracleText = List.copyOf(oracleText);
        requireNonNull(stats, "stats is null");
        flavor = List.copyOf(flavor);
        requireNonNull(artist, "artist is null");
        requireNonNull(frame, "frame is null");
    }

    /** The mana cost as HTML. */
    public String costHtml() {
        return Piece.html(manaCost);
    }

    /** The rules text as HTML, a paragraph each; what stands in parentheses, to remind of a rule, in italics. */
    public String rulesHtml() {
        StringBuilder html = new StringBuilder();
        for (List<Piece> paragraph : oracleText) {
            html.append("<p>")
                    .append(REMINDER.matcher(Piece.html(paragraph)).replaceAll("<em class=\"reminder\">$0</em>"))
                    .append("</p>");
        }
        return html.toString();
    }
}
