package org.mtgtracker.pages.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.net.URLEncoder;
import java.util.Map;
import java.util.UUID;
import org.mtgtracker.pages.site.Amounts;
import org.mtgtracker.pages.site.Html;
import org.mtgtracker.pricing.boundary.DatedPrice;
import org.mtgtracker.pricing.boundary.PriceType;

/**
 * A card in a list. Pages have them by the hundred, so a card writes its own piece of HTML, once, and is kept with it
 * ({@link Tiles}): every expression of a view is evaluated for every card of every request.
 */
public final class CardTile {
    private final CardView card;
    private final String picture;
    private final String standIn;
    private final String price;
    private final Map<PriceType, DatedPrice> prices;
    private final String cost;
    private volatile String tile;
    private volatile String row;

    /** @param prices the newest of each type that there is */
    CardTile(CardView card, String standIn, Map<PriceType, DatedPrice> prices) {
        this.card = requireNonNull(card, "card is null");
        this.standIn = requireNonNull(standIn, "standIn is null");
        this.prices = Map.copyOf(prices);
        this.price = Amounts.first(prices);
        this.picture = card.images().isEmpty() ? standIn : card.images().get(0).address();
        this.cost = costs(card);
    }

    /** The card among pictures, as HTML. */
    public String getTile() {
        String html = tile;
        if (html == null) {
            html = new StringBuilder(640)
                    .append("<li class=\"tile\"><a href=\"/card?id=")
                    .append(card.id())
                    .append("\"><img src=\"")
                    .append(Html.text(picture))
                    .append("\" data-else=\"")
                    .append(Html.text(standIn))
                    .append("\" alt=\"\" width=\"488\" height=\"680\" loading=\"lazy\" decoding=\"async\"/>")
                    .append("<span class=\"tile-name\">")
                    .append(Html.text(card.name()))
                    .append("</span></a><span class=\"tile-foot\">")
                    .append(set())
                    .append("<span class=\"collector\">")
                    .append(Html.text(card.collectorNumber()))
                    .append("</span><span class=\"price\">")
                    .append(Html.text(price))
                    .append("</span></span></li>")
                    .toString();
            tile = html;
        }
        return html;
    }

    /** The card in a table with columns, as HTML. */
    public String getRow() {
        String html = row;
        if (html == null) {
            html = new StringBuilder(800)
                    .append("<tr role=\"row\"><th role=\"rowheader\" scope=\"row\" class=\"name\"><a href=\"/card?id=")
                    .append(card.id())
                    .append("\" data-peek=\"")
                    .append(Html.text(picture))
                    .append("\">")
                    .append(Html.text(card.name()))
                    .append("</a></th>")
                    .append(cell("cost", cost))
                    .append(cell("type wide-only", Html.text(getType())))
                    .append(cell("wide-only", Html.text(getStats())))
                    .append(cell("set", set()))
                    .append(cell("collector", Html.text(card.collectorNumber())))
                    .append(cell("rarity rarity-" + Html.text(card.rarity()), Html.text(card.rarity())))
                    .append(cell("number price", Html.text(price)))
                    .append("</tr>")
                    .toString();
            row = html;
        }
        return html;
    }

    /**
     * The card in the table of all printings, as HTML.
     *
     * @param shown the printing whose page it is
     */
    void writePrinting(StringBuilder html, UUID shown) {
        boolean current = card.id().equals(shown);
        html.append(current ? "<tr class=\"this-one\">" : "<tr>")
                .append("<th scope=\"row\"><a href=\"/card?id=")
                .append(card.id())
                .append(current ? "\" aria-current=\"true" : "")
                .append("\" data-peek=\"")
                .append(Html.text(picture))
                .append("\"><span class=\"code\">")
                .append(Html.text(card.setCode()))
                .append("</span> ")
                .append(Html.text(card.setName()))
                .append("</a></th>");
        column(html, "", card.collectorNumber());
        column(html, "wide-only rarity-" + card.rarity(), card.rarity());
        column(html, "date wide-only", card.released());
        column(html, "number narrow-only", price);
        column(html, "number wide-only usd", getUsd());
        column(html, "number wide-only foil", getUsdFoil());
        column(html, "number wide-only eur", getEur());
        column(html, "number wide-only tix", getTix());
        html.append("</tr>");
    }

    private static void column(StringBuilder html, String style, String text) {
        html.append("<td class=\"")
                .append(Html.text(style))
                .append("\">")
                .append(Html.text(text))
                .append("</td>");
    }

    private static String cell(String style, String html) {
        return "<td role=\"cell\" class=\"" + style + "\">" + html + "</td>";
    }

    private String set() {
        return "<a class=\"code\" href=\"/set?code=" + URLEncoder.encode(card.setCode(), UTF_8) + "\" title=\""
                + Html.text(card.setName()) + "\">" + Html.text(card.setCode()) + "</a>";
    }

    private static String costs(CardView card) {
        StringBuilder html = new StringBuilder();
        for (FaceView face : card.faces()) {
            if (!face.manaCost().isEmpty()) {
                html.append(html.isEmpty() ? "" : " <span class=\"slashes\">//</span> ")
                        .append(face.costHtml());
            }
        }
        return html.toString();
    }

    public String getId() {
        return card.id().toString();
    }

    public String getName() {
        return card.name();
    }

    /** Mana costs of the faces, as HTML. */
    public String getCost() {
        return cost;
    }

    public String getType() {
        return card.faces().get(0).typeLine();
    }

    /** Power and toughness and the like; empty for most that are no creatures. */
    public String getStats() {
        return card.faces().get(0).stats();
    }

    /** In capitals. */
    public String getSetCode() {
        return card.setCode();
    }

    public String getSetName() {
        return card.setName();
    }

    public String getNumber() {
        return card.collectorNumber();
    }

    public String getRarity() {
        return card.rarity();
    }

    public String getLanguage() {
        return card.language();
    }

    public String getReleased() {
        return card.released();
    }

    /** The address of a picture of it, ours or Scryfall's. */
    public String getPicture() {
        return picture;
    }

    /** The address of our own drawing, which a page shows when the picture does not come. */
    public String getStandIn() {
        return standIn;
    }

    /** What it costs in dollars, else in another currency; empty when nobody knows. */
    public String getPrice() {
        return price;
    }

    public String getUsd() {
        return amount(PriceType.USD);
    }

    /** The foil's, or the etched one's, saying so, where there is no other. */
    public String getUsdFoil() {
        String foil = amount(PriceType.USD_FOIL);
        String etched = amount(PriceType.USD_ETCHED);
        return foil.isEmpty() && !etched.isEmpty() ? etched + " etched" : foil;
    }

    /** The foil's, saying so, where there is no other. */
    public String getEur() {
        String plain = amount(PriceType.EUR);
        String foil = amount(PriceType.EUR_FOIL);
        return plain.isEmpty() && !foil.isEmpty() ? foil + " foil" : plain;
    }

    public String getTix() {
        return amount(PriceType.TIX);
    }

    private String amount(PriceType type) {
        DatedPrice known = prices.get(type);
        return known == null ? "" : Amounts.of(type, known.cents());
    }
}
