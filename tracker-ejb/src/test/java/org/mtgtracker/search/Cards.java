package org.mtgtracker.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.UUID;

/** Makes card objects as Scryfall has them, for tests: everything that is not named has a sensible value. */
public final class Cards {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode card = JSON.createObjectNode();

    private Cards(String name) {
        card.put("object", "card");
        card.put("name", name);
        card.put("oracle_id", id("oracle " + name).toString());
        card.put("lang", "en");
        card.put("released_at", "2020-01-01");
        card.put("layout", "normal");
        card.put("set", "tst").put("set_name", "Test Set").put("set_type", "expansion");
        card.put("collector_number", "1");
        card.put("rarity", "common");
        card.put("cmc", 0.0);
        card.put("type_line", "Artifact");
        card.put("mana_cost", "").put("oracle_text", "");
        card.put("border_color", "black").put("frame", "2015");
        card.put("artist", "Somebody");
        texts("colors")
                .texts("color_identity")
                .texts("keywords")
                .texts("games", "paper")
                .texts("finishes", "nonfoil");
    }

    public static Cards named(String name) {
        return new Cards(name);
    }

    public static UUID id(String of) {
        return UUID.nameUUIDFromBytes(of.getBytes(UTF_8));
    }

    public Cards with(String field, String value) {
        card.put(field, value);
        return this;
    }

    public Cards with(String field, double value) {
        card.put(field, value);
        return this;
    }

    public Cards with(String field, int value) {
        card.put(field, value);
        return this;
    }

    public Cards with(String field, boolean value) {
        card.put(field, value);
        return this;
    }

    public Cards without(String... fields) {
        card.remove(Arrays.asList(fields));
        return this;
    }

    public Cards texts(String field, String... values) {
        ArrayNode array = card.putArray(field);
        for (String value : values) {
            array.add(value);
        }
        return this;
    }

    /** The cost, and what follows from it. */
    public Cards cost(String cost, double manaValue, String... colours) {
        return with("mana_cost", cost)
                .with("cmc", manaValue)
                .texts("colors", colours)
                .texts("color_identity", colours);
    }

    public Cards type(String typeLine) {
        return with("type_line", typeLine);
    }

    public Cards text(String oracleText) {
        return with("oracle_text", oracleText);
    }

    public Cards body(String power, String toughness) {
        return with("power", power).with("toughness", toughness);
    }

    public Cards in(String set, String number) {
        return with("set", set).with("set_name", "Set " + set).with("collector_number", number);
    }

    public Cards released(String day) {
        return with("released_at", day);
    }

    public Cards usd(String amount) {
        card.putObject("prices").put("usd", amount);
        return this;
    }

    public Cards legal(String format, String status) {
        card.withObject("/legalities").put(format, status);
        return this;
    }

    /** One more face; what the faces have is no longer told of the whole. */
    public Cards face(String name, String cost, String typeLine, String text, String... colours) {
        without("oracle_text", "mana_cost", "colors");
        ObjectNode face = card.withArray("/card_faces").addObject();
        face.put("name", name).put("mana_cost", cost).put("type_line", typeLine).put("oracle_text", text);
        ArrayNode array = face.putArray("colors");
        Arrays.stream(colours).forEach(array::add);
        return this;
    }

    /** The object; its id follows from name, set, number and language, so that the same card is the same bytes. */
    public byte[] json() {
        if (!card.has("id")) {
            String printing = card.path("name").asText()
                    + card.path("set").asText()
                    + card.path("collector_number").asText()
                    + card.path("lang").asText();
            card.put("id", id(printing).toString());
        }
        return card.toString().getBytes(UTF_8);
    }
}
