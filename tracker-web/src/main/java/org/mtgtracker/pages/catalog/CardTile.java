package org.mtgtracker.pages.catalog;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import org.mtgtracker.pages.site.Amounts;
import org.mtgtracker.pricing.boundary.DatedPrice;
import org.mtgtracker.pricing.boundary.PriceType;

/**
 * A card in a list. With getters, unlike our other values: pages have them by the hundred, and a getter is what the
 * expression language is quick at.
 */
public final class CardTile {
    private final CardView card;
    private final String picture;
    private final String standIn;
    private final String price;
    private final Map<PriceType, DatedPrice> prices;
    private final String cost;

    /** @param prices the newest of each type that there is */
    CardTile(CardView card, String standIn, Map<PriceType, DatedPrice> prices) {
        this.card = requireNonNull(card, "card is null");
        this.standIn = requireNonNull(standIn, "standIn is null");
        this.prices = Map.copyOf(prices);
        this.price = Amounts.first(prices);
        this.picture = card.images().isEmpty() ? standIn : card.images().get(0).address();
        this.cost = costs(card);
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
