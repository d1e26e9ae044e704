package org.mtgtracker.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Consumer;
import org.mtgtracker.search.index.KeywordRules;

/**
 * A catalogue as large as today's, made of the real cards of 2019 in today's schema: the first ones are those cards, the
 * others are half reprints in sets of their own and half cards with names and texts put together of two of them. The
 * same every time.
 */
public final class SyntheticCards {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long SEED = 20_260_701;
    private static final LocalDate LAST_OF_2019 = LocalDate.of(2019, 10, 1);
    private static final String[] FORMATS = {
        "alchemy",
        "brawl",
        "commander",
        "duel",
        "future",
        "gladiator",
        "historic",
        "legacy",
        "modern",
        "oathbreaker",
        "oldschool",
        "pauper",
        "paupercommander",
        "penny",
        "pioneer",
        "predh",
        "premodern",
        "standard",
        "standardbrawl",
        "timeless",
        "vintage"
    };
    private static final String[] TREATMENTS = {"showcase", "extendedart", "inverted", "etched", "legendary"};
    private static final String[] PROMOS = {"boosterfun", "universesbeyond", "surgefoil", "promopack", "prerelease"};

    private final List<byte[]> real;
    private final SplittableRandom random = new SplittableRandom(SEED);

    private SyntheticCards(List<byte[]> real) {
        this.real = real;
    }

    /** So many cards, one by one. */
    public static void like(List<byte[]> real, int count, Consumer<byte[]> card) {
        SyntheticCards cards = new SyntheticCards(real);
        for (int number = 0; number < count; number++) {
            card.accept(cards.card(number));
        }
    }

    /** So many cards. */
    public static List<byte[]> like(List<byte[]> real, int count) {
        List<byte[]> cards = new ArrayList<>(count);
        like(real, count, cards::add);
        return cards;
    }

    private byte[] card(int number) {
        try {
            ObjectNode card = node(number % real.size());
            int round = number / real.size();
            if (round > 0) {
                reprint(card, round);
                boolean other =
                        new SplittableRandom(card.path("oracle_id").asText().hashCode() * 31L + round).nextInt(100)
                                < 50;
                if (other) {
                    another(card, round);
                }
            }
            today(card, number);
            return JSON.writeValueAsBytes(card);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode node(int at) throws IOException {
        return (ObjectNode) JSON.readTree(real.get(at));
    }

    private void reprint(ObjectNode card, int round) {
        card.put("id", id("printing " + round + card.path("id").asText()));
        card.put("set", round + card.path("set").asText());
        card.put("set_name", card.path("set_name").asText() + ' ' + (round + 1));
        LocalDate released = LocalDate.parse(card.path("released_at").asText());
        card.put(
                "released_at",
                LAST_OF_2019
                        .plusDays((released.toEpochDay() + 7000L * round) % 2500)
                        .toString());
        card.put("reprint", true);
        illustrations(card, round);
        card.put("flavor_text", mixed(card.path("flavor_text").asText(), other("flavor_text"), " "));
    }

    private static void illustrations(ObjectNode card, int round) {
        for (JsonNode face : faces(card)) {
            if (face.has("illustration_id")) {
                String before = face.path("illustration_id").asText();
                ((ObjectNode) face).put("illustration_id", id("art " + round + before));
            }
        }
    }

    private static List<JsonNode> faces(ObjectNode card) {
        List<JsonNode> faces = new ArrayList<>(List.of(card));
        card.path("card_faces").forEach(faces::add);
        return faces;
    }

    /** The same for all printings of a card, so that they stay printings of one card. */
    private void another(ObjectNode card, int round) throws IOException {
        String oracle = id("oracle " + round + card.path("oracle_id").asText());
        SplittableRandom own = new SplittableRandom(oracle.hashCode());
        card.put("oracle_id", oracle);
        for (JsonNode face : faces(card)) {
            ObjectNode changed = (ObjectNode) face;
            ObjectNode mate = node(own.nextInt(real.size()));
            String name = face.path("name").asText();
            String newName = mixed(name, mate.path("name").asText().split(" // ")[0], " ");
            changed.put("name", newName);
            if (face.has("oracle_text")) {
                String text = face.path("oracle_text").asText().replace(name, newName);
                String more = mate.path("oracle_text")
                        .asText()
                        .replace(mate.path("name").asText(), newName);
                changed.put("oracle_text", mixed(text, more, "\n"));
            }
        }
        if (card.has("card_faces")) {
            List<String> names = new ArrayList<>();
            card.path("card_faces").forEach(face -> names.add(face.path("name").asText()));
            card.put("name", String.join(" // ", names));
        }
    }

    private String other(String member) {
        try {
            return node(random.nextInt(real.size())).path(member).asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first half of one text and the second of another. */
    private static String mixed(String one, String other, String between) {
        String[] first = one.split(between);
        String[] second = other.split(between);
        List<String> parts = new ArrayList<>();
        for (int at = 0; at < (first.length + 1) / 2; at++) {
            parts.add(first[at]);
        }
        for (int at = second.length / 2; at < second.length; at++) {
            parts.add(second[at]);
        }
        return String.join(between, parts).strip();
    }

    private void today(ObjectNode card, int number) {
        String id = card.path("id").asText();
        String name = card.path("name").asText().replace(' ', '+');
        ArrayNode finishes = card.putArray("finishes");
        for (String finish : List.of("nonfoil", "foil")) {
            if (card.path(finish).asBoolean()) {
                finishes.add(finish);
            }
        }
        ArrayNode keywords = card.putArray("keywords");
        for (String line : card.path("oracle_text").asText().split("[\n,] ?")) {
            if (KeywordRules.isKeyword(line.toLowerCase(Locale.ROOT))) {
                keywords.add(line);
            }
        }
        if (card.path("oracle_text").asText().contains("Add ")) {
            card.set("produced_mana", card.path("color_identity"));
        }
        legalities(card);
        ObjectNode prices = card.putObject("prices");
        for (String type : List.of("eur", "eur_foil", "tix", "usd", "usd_etched", "usd_foil")) {
            if (type.equals("usd_etched") || random.nextInt(4) == 0) {
                prices.putNull(type);
            } else {
                prices.put(type, String.format(Locale.ROOT, "%.2f", Math.exp(random.nextDouble(7) - 3)));
            }
        }
        card.putArray("artist_ids").add(id("artist " + card.path("artist").asText()));
        card.put("card_back_id", "0aeebaf5-8c7d-4636-9e82-8c27447861f7");
        card.put("mtgo_id", 2 * number).put("mtgo_foil_id", 2 * number + 1);
        card.put("tcgplayer_id", 500_000 - number).put("cardmarket_id", 700_000 + number);
        card.putArray("multiverse_ids").add(600_000 - number);
        card.put("edhrec_rank", random.nextInt(30_000)).put("penny_rank", random.nextInt(15_000));
        card.put("set_id", id("set " + card.path("set").asText()));
        card.put("set_type", "expansion").put("booster", true).put("image_status", "highres_scan");
        card.put("game_changer", false)
                .put("security_stamp", "oval")
                .put("textless", false)
                .put("variation", false);
        if (random.nextInt(5) == 0) {
            card.putArray("frame_effects").add(TREATMENTS[random.nextInt(TREATMENTS.length)]);
            card.putArray("promo_types").add(PROMOS[random.nextInt(PROMOS.length)]);
        }
        ObjectNode images = card.putObject("image_uris");
        for (String size : List.of("art_crop", "border_crop", "large", "normal", "png", "small")) {
            images.put(size, "https://example.org/" + size + "/front/" + id.charAt(0) + "/" + id + ".jpg?1731652605");
        }
        ObjectNode shops = card.putObject("purchase_uris");
        ObjectNode related = card.putObject("related_uris");
        for (String shop : List.of("one", "two", "three")) {
            String address =
                    "https://" + shop + ".example.org/magic/cards/" + number + "?affiliate_id=tracker&name=" + name
                            + "&ref=card-profile&utm_campaign=affiliate&utm_medium=card&utm_source=tracker&trafcat=search";
            shops.put(shop, address);
            related.put(shop, address + "%2Fdecks%3FproductLineName%3Dmagic%26q");
        }
        card.putObject("preview")
                .put("previewed_at", "2024-06-28")
                .put("source", "Somebody")
                .put("source_uri", "https://example.org/status/1806644973263302981");
    }

    private void legalities(ObjectNode card) {
        JsonNode before = card.path("legalities");
        ObjectNode legalities = JSON.createObjectNode();
        for (String format : FORMATS) {
            legalities.put(format, before.path(format).asText("not_legal"));
        }
        if (random.nextInt(50) == 0) {
            legalities.put(FORMATS[random.nextInt(FORMATS.length)], "banned");
        }
        card.set("legalities", legalities);
    }

    private static String id(String of) {
        return UUID.nameUUIDFromBytes(of.getBytes(UTF_8)).toString();
    }
}
