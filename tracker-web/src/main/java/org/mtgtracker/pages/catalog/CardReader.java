package org.mtgtracker.pages.catalog;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.mtgtracker.catalog.boundary.CardJson;
import org.mtgtracker.pages.catalog.CardView.Image;
import org.mtgtracker.pages.catalog.CardView.Legality;
import org.mtgtracker.pages.catalog.CardView.Link;
import org.mtgtracker.pages.catalog.CardView.Part;
import org.mtgtracker.pages.catalog.CardView.Price;
import org.mtgtracker.values.boundary.Uuids;

/** Makes views out of Scryfall's card objects, those of 2019 as well as today's. */
public final class CardReader {
    private static final JsonReaderFactory JSON = Json.createReaderFactory(Map.of());
    /** The one host that pictures come from; the one of older objects is gone, and no other is asked. */
    private static final String IMAGE_HOST = "https://cards.scryfall.io/";

    private static final String SCRYFALL = "https://scryfall.com/";
    private static final Map<String, String> PRICE_KINDS = Map.of(
            "usd", "US dollars",
            "usd_foil", "US dollars, foil",
            "usd_etched", "US dollars, etched",
            "eur", "Euro",
            "eur_foil", "Euro, foil",
            "eur_etched", "Euro, etched",
            "tix", "Magic Online tickets");
    private static final List<String> PRICE_ORDER =
            List.of("usd", "usd_foil", "usd_etched", "eur", "eur_foil", "eur_etched", "tix");
    private static final Map<String, String> FORMATS = Map.of(
            "duel", "Duel Commander",
            "oldschool", "Old School",
            "paupercommander", "Pauper Commander",
            "penny", "Penny Dreadful",
            "predh", "PreDH",
            "standardbrawl", "Standard Brawl",
            "future", "Future Standard");
    /** Formats in the order in which players look for them; others follow by name. */
    private static final List<String> FIRST_FORMATS = List.of(
            "standard",
            "pioneer",
            "modern",
            "legacy",
            "vintage",
            "commander",
            "pauper",
            "brawl",
            "standardbrawl",
            "historic",
            "timeless",
            "alchemy");
    /** By their keys in the card object; a star marks those of shops. */
    private static final Map<String, String> LINKS = links();

    private static final Map<String, String> PART_KINDS =
            Map.of("token", "Token", "meld_part", "Melds", "meld_result", "Melded", "combo_piece", "Named with it");

    private static final Set<String> LEGALITIES = Set.of("legal", "not_legal", "restricted", "banned");
    private static final Map<String, String> COLOURS =
            Map.of("W", "white", "U", "blue", "B", "black", "R", "red", "G", "green");

    private CardReader() {}

    private static Map<String, String> links() {
        Map<String, String> links = new LinkedHashMap<>();
        links.put("gatherer", "Gatherer");
        links.put("edhrec", "EDHREC");
        links.put("tcgplayer*", "Buy at TCGplayer");
        links.put("cardmarket*", "Buy at Cardmarket");
        links.put("cardhoarder*", "Buy at Cardhoarder");
        return links;
    }

    /** The view of a card of the search's memory. */
    public static CardView read(UUID id, ByteBuffer object) {
        byte[] json = new byte[object.remaining()];
        object.duplicate().get(json);
        return read(new CardJson(id, json, 0));
    }

    /** The view of a card. */
    public static CardView read(CardJson card) {
        try (JsonReader reader = JSON.createReader(new ByteArrayInputStream(card.json()))) {
            return read(card.id(), reader.readObject());
        }
    }

    private static CardView read(UUID id, JsonObject card) {
        List<JsonObject> faces = objects(card, "card_faces");
        return new CardView(
                id,
                text(card, "name"),
                text(card, "set").toUpperCase(Locale.ROOT),
                text(card, "set_name"),
                text(card, "collector_number"),
                text(card, "rarity"),
                text(card, "lang"),
                text(card, "released_at"),
                faces.isEmpty()
                        ? List.of(face(card, card))
                        : faces.stream().map(face -> face(face, card)).toList(),
                images(card, faces),
                prices(object(card, "prices")),
                legalities(object(card, "legalities")),
                startingWith(SCRYFALL, text(card, "scryfall_uri")),
                text(card, "oracle_id"),
                links(card),
                parts(id, card));
    }

    private static List<Part> parts(UUID own, JsonObject card) {
        List<Part> parts = new ArrayList<>();
        for (JsonObject part : objects(card, "all_parts")) {
            Uuids.in(text(part, "id"))
                    .filter(id -> !id.equals(own))
                    .ifPresent(id -> parts.add(new Part(
                            id,
                            text(part, "name"),
                            PART_KINDS.getOrDefault(text(part, "component"), ""),
                            text(part, "type_line"))));
        }
        return parts;
    }

    private static List<Link> links(JsonObject card) {
        List<Link> links = new ArrayList<>();
        LINKS.forEach((key, name) -> {
            String address = startingWith(
                    "https://",
                    text(object(card, key.endsWith("*") ? "purchase_uris" : "related_uris"), key.replace("*", "")));
            if (!address.isEmpty()) {
                links.add(new Link(address, name));
            }
        });
        return links;
    }

    /** What a face leaves out, because all faces share it, stands in the card itself. */
    private static FaceView face(JsonObject face, JsonObject card) {
        String artist = text(face, "artist");
        return new FaceView(
                text(face, "name"),
                Piece.of(text(face, "mana_cost")),
                text(face, "type_line"),
                paragraphs(text(face, "oracle_text")).map(Piece::of).toList(),
                stats(face),
                paragraphs(text(face, "flavor_text")).toList(),
                artist.isEmpty() ? text(card, "artist") : artist,
                frame(Stream.of(strings(face, "colors"), strings(card, "colors"))
                        .filter(colours -> !colours.isEmpty())
                        .findFirst()
                        .orElseGet(() -> text(face, "type_line").contains("Land")
                                ? strings(card, "color_identity")
                                : List.of())));
    }

    private static String stats(JsonObject face) {
        if (face.containsKey("power") && face.containsKey("toughness")) {
            return text(face, "power") + "/" + text(face, "toughness");
        }
        if (face.containsKey("loyalty")) {
            return "Loyalty " + text(face, "loyalty");
        }
        return face.containsKey("defense") ? "Defense " + text(face, "defense") : "";
    }

    private static String frame(List<String> colours) {
        return switch (colours.size()) {
            case 0 -> "frame-colorless";
            case 1 -> "frame-" + COLOURS.getOrDefault(colours.get(0), "colorless");
            default -> "frame-gold";
        };
    }

    private static List<Image> images(JsonObject card, List<JsonObject> faces) {
        List<Image> images = new ArrayList<>();
        image(card, images);
        if (images.isEmpty()) {
            faces.forEach(face -> image(face, images));
        }
        return images;
    }

    private static void image(JsonObject of, List<Image> images) {
        String address = startingWith(IMAGE_HOST, text(object(of, "image_uris"), "normal"));
        if (!address.isEmpty()) {
            images.add(new Image(address, "The card " + text(of, "name")));
        }
    }

    private static List<Price> prices(JsonObject prices) {
        return PRICE_ORDER.stream()
                .filter(key -> isAmount(text(prices, key)))
                .map(key -> new Price(key, PRICE_KINDS.get(key), amount(key, new BigDecimal(text(prices, key)))))
                .toList();
    }

    private static boolean isAmount(String text) {
        return text.matches("\\d{1,12}(\\.\\d{1,6})?");
    }

    private static String amount(String key, BigDecimal amount) {
        String number = String.format(Locale.ENGLISH, "%,.2f", amount.setScale(2, RoundingMode.HALF_UP));
        if (key.startsWith("usd")) {
            return "$" + number;
        }
        return key.startsWith("eur") ? "€" + number : number + " tix";
    }

    private static List<Legality> legalities(JsonObject legalities) {
        return legalities.keySet().stream()
                .filter(format -> LEGALITIES.contains(text(legalities, format)))
                .sorted(Comparator.comparingInt(CardReader::place).thenComparing(CardReader::formatName))
                .map(format -> new Legality(
                        formatName(format),
                        text(legalities, format).replace('_', ' '),
                        "legality-" + text(legalities, format).replace('_', '-')))
                .toList();
    }

    private static int place(String format) {
        int place = FIRST_FORMATS.indexOf(format);
        return place < 0 ? FIRST_FORMATS.size() : place;
    }

    private static String formatName(String key) {
        String capitalised = key.isEmpty() ? key : key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1);
        return FORMATS.getOrDefault(key, capitalised);
    }

    private static Stream<String> paragraphs(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty());
    }

    private static String startingWith(String prefix, String address) {
        return address.startsWith(prefix) ? address : "";
    }

    private static String text(JsonObject object, String key) {
        return object.get(key) instanceof JsonString string ? string.getString() : "";
    }

    private static JsonObject object(JsonObject object, String key) {
        return object.get(key) instanceof JsonObject inner ? inner : JsonValue.EMPTY_JSON_OBJECT;
    }

    private static List<JsonObject> objects(JsonObject object, String key) {
        return elements(object, key)
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .toList();
    }

    private static List<String> strings(JsonObject object, String key) {
        return elements(object, key)
                .filter(JsonString.class::isInstance)
                .map(value -> ((JsonString) value).getString())
                .toList();
    }

    private static Stream<JsonValue> elements(JsonObject object, String key) {
        return object.get(key) instanceof JsonArray array ? array.stream() : Stream.empty();
    }
}
