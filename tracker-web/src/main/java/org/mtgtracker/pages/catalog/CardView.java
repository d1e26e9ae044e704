package org.mtgtracker.pages.catalog;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.UUID;

/**
 * One printing as pages show it, made by {@link CardReader} of Scryfall's card object. What the object does not say is
 * an empty text or an empty list.
 *
 * @param released the day as Scryfall writes it: {@code 2019-10-04}
 * @param faces at least one
 * @param images pictures on Scryfall's image host; empty when there is none to show
 * @param scryfallUri the card's page at Scryfall; empty when it has none
 * @param oracleId what all printings of the card share; empty when it is not said
 * @param links the card's pages elsewhere: where it is sold and talked about
 * @param parts the other cards that belong to it
 */
public record CardView(
        UUID id,
        String name,
        String setCode,
        String setName,
        String collectorNumber,
        String rarity,
        String language,
        String released,
        List<FaceView> faces,
        List<Image> images,
        List<Price> prices,
        List<Legality> legalities,
        String scryfallUri,
        String oracleId,
        List<Link> links,
        List<Part> parts) {

    public CardView {
        requireNonNull(id, "id is null");
        requireNonNull(name, "name is null");
        faces = List.copyOf(faces);
        if (faces.isEmpty()) {
            throw new IllegalArgumentException("A card has at least one face: " + id);
        }
        images = List.copyOf(images);
        prices = List.copyOf(prices);
        legalities = List.copyOf(legalities);
        links = List.copyOf(links);
        parts = List.copyOf(parts);
    }

    /**
     * A card that belongs to this one: the token that it makes, what it melds with or into, what names it or is named by it.
     *
     * @param kind for people: {@code Token}; empty when it is not said
     */
    public record Part(UUID id, String name, String kind, String typeLine) {}

    /** A page elsewhere that is about the card. */
    public record Link(String address, String name) {}

    /**
     * A picture.
     *
     * @param alt what it shows, for those who do not see it
     */
    public record Image(String address, String alt) {}

    /**
     * What the printing costs in one currency and finish.
     *
     * @param kind for people: {@code US dollars, foil}
     * @param amount for people: {@code $1,234.50}
     */
    public record Price(String key, String kind, String amount) {}

    /**
     * Whether the card may be played in a format.
     *
     * @param word for people: {@code not legal}
     * @param style the style class of it
     */
    public record Legality(String format, String word, String style) {}

    /** What a list shows as mana cost: of each face that has one. */
    public List<List<Piece>> manaCosts() {
        return faces.stream()
                .map(FaceView::manaCost)
                .filter(cost -> !cost.isEmpty())
                .toList();
    }

    /** What a list shows as the price in dollars; the foil's, saying so, when only that has one; empty without any. */
    public String dollars() {
        return prices.stream()
                .filter(price -> price.key().startsWith("usd"))
                .findFirst()
                .map(price ->
                        price.amount() + price.key().substring("usd".length()).replace('_', ' '))
                .orElse("");
    }

    /** False for a card that may be played in no format, as a token. */
    public boolean playable() {
        return legalities.stream().anyMatch(legality -> !legality.word().equals("not legal"));
    }

    /** True when every face was drawn by the same hand, or nobody is named on any. */
    public boolean oneArtist() {
        return faces.stream().map(FaceView::artist).distinct().count() == 1;
    }
}
