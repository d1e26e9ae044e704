package org.mtgtracker.pages.catalog;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mtgtracker.pages.site.Html;

/**
 * A stretch of card text: plain words, or one symbol that is drawn as a disc.
 *
 * @param text what is shown; of a symbol what stands in its braces
 * @param style the symbol's style class; empty for plain words
 * @param label what a screen reader says for the symbol; empty for plain words
 */
public record Piece(String text, String style, String label) {
    private static final Pattern SYMBOL = Pattern.compile("\\{([^{}\\s]{1,12})}");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Map<String, String> COLOURS =
            Map.of("W", "white", "U", "blue", "B", "black", "R", "red", "G", "green", "C", "colorless");
    /** Symbols that are drawn instead of written, beside those of colours. */
    private static final Map<String, String> DRAWN =
            Map.of("T", "tap", "Q", "untap", "S", "snow", "E", "energy", "P", "phyrexian");

    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("T", "tap"),
            Map.entry("Q", "untap"),
            Map.entry("S", "snow mana"),
            Map.entry("E", "energy"),
            Map.entry("P", "Phyrexian mana"),
            Map.entry("CHAOS", "chaos"),
            Map.entry("X", "X mana"),
            Map.entry("Y", "Y mana"),
            Map.entry("Z", "Z mana"),
            Map.entry("HW", "half a white mana"),
            Map.entry("HR", "half a red mana"),
            Map.entry("½", "half a mana"),
            Map.entry("∞", "infinite mana"),
            Map.entry("A", "an acorn counter"),
            Map.entry("TK", "a ticket"),
            Map.entry("PW", "planeswalker"));

    public Piece {
        requireNonNull(text, "text is null");
        requireNonNull(style, "style is null");
        requireNonNull(label, "label is null");
    }

    /** True for a symbol. */
    public boolean symbol() {
        return !style.isEmpty();
    }

    /** Cuts a text into words and symbols; anything in braces that no symbol looks like stays words. */
    public static List<Piece> of(String text) {
        List<Piece> pieces = new ArrayList<>();
        Matcher symbol = SYMBOL.matcher(text);
        int from = 0;
        while (symbol.find()) {
            if (symbol.start() > from) {
                pieces.add(new Piece(text.substring(from, symbol.start()), "", ""));
            }
            pieces.add(symbol(symbol.group(1)));
            from = symbol.end();
        }
        if (from < text.length()) {
            pieces.add(new Piece(text.substring(from), "", ""));
        }
        return List.copyOf(pieces);
    }

    private static Piece symbol(String inside) {
        String[] halves = inside.toUpperCase(Locale.ROOT).split("/");
        List<String> names = new ArrayList<>();
        for (String half : halves) {
            names.add(name(half));
        }
        return new Piece(inside, style(halves), String.join(" or ", names));
    }

    private static String style(String... halves) {
        if (halves.length == 1) {
            String drawn = COLOURS.getOrDefault(halves[0], DRAWN.get(halves[0]));
            return drawn == null ? "symbol" : "symbol symbol-" + drawn;
        }
        return "symbol symbol-hybrid first-" + half(halves[0]) + " second-" + half(halves[1]);
    }

    private static String half(String half) {
        String colour = COLOURS.get(half);
        return colour != null ? colour : half.equals("P") ? "phyrexian" : "generic";
    }

    private static String name(String half) {
        String colour = COLOURS.get(half);
        if (colour != null) {
            return colour + " mana";
        }
        return NUMBER.matcher(half).matches() ? half + " generic mana" : OTHERS.getOrDefault(half, half);
    }

    /** As HTML: words as they are, a symbol as a disc that has a name. */
    void write(StringBuilder html) {
        if (!symbol()) {
            html.append(Html.text(text));
            return;
        }
        html.append("<span class=\"").append(style).append("\" role=\"img\" aria-label=\"");
        html.append(Html.text(label)).append("\">");
        int slash = text.indexOf('/');
        if (slash > 0) {
            html.append("<i>").append(Html.text(text.substring(0, slash))).append("</i><i>");
            html.append(Html.text(text.substring(slash + 1))).append("</i>");
        } else {
            html.append(Html.text(text));
        }
        html.append("</span>");
    }

    /** Pieces as HTML. */
    public static String html(List<Piece> pieces) {
        StringBuilder html = new StringBuilder();
        pieces.forEach(piece -> piece.write(html));
        return html.toString();
    }
}
