package org.mtgtracker.pages.catalog;

import static java.util.Objects.requireNonNull;

/**
 * A card in a list. With getters, unlike our other values: pages have them by the hundred, and a getter is what the
 * expression language is quick at.
 */
public final class CardTile {
    private final CardView card;
    private final String picture;
    private final String standIn;
    private final String price;
    private final String cost;

    /** @param price for people; empty when there is none */
    CardTile(CardView card, String standIn, String price) {
        this.card = requireNonNull(card, "card is null");
        this.standIn = requireNonNull(standIn, "standIn is null");
        this.price = requireNonNull(price, "price is null");
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

    public String getPrice() {
        return price;
    }
}
