package org.mtgtracker.catalog;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** A made-up card object as text, right in every field until a test breaks one. */
public final class CardText {
    private final Map<String, String> fields = new LinkedHashMap<>();

    private CardText() {}

    /** The card with this number; its id and collector number are made from it. */
    public static CardText card(int number) {
        return new CardText()
                .with("object", "\"card\"")
                .with("id", "\"" + id(number) + "\"")
                .with("oracle_id", "\"" + new UUID(7, number) + "\"")
                .with("name", "\"Card " + number + "\"")
                .with("lang", "\"en\"")
                .with("released_at", "\"2020-02-01\"")
                .with("layout", "\"normal\"")
                .with("cmc", "3.0")
                .with("type_line", "\"Artifact\"")
                .with("set", "\"tst\"")
                .with("set_name", "\"Test Set\"")
                .with("set_type", "\"core\"")
                .with("collector_number", "\"" + number + "\"")
                .with("digital", "false")
                .with("rarity", "\"common\"");
    }

    public static UUID id(int number) {
        return new UUID(0x1234567812344321L, number);
    }

    /** @param json the value as JSON text */
    public CardText with(String field, String json) {
        fields.put(field, json);
        return this;
    }

    public CardText named(String name) {
        return with("name", "\"" + name + "\"");
    }

    public CardText without(String field) {
        fields.remove(field);
        return this;
    }

    @Override
    public String toString() {
        return fields.entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\":" + field.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** The cards as one JSON array. */
    public static String array(Object... cards) {
        return Arrays.stream(cards).map(Object::toString).collect(Collectors.joining(",\n", "[\n", "\n]\n"));
    }

    /** The cards as JSON Lines. */
    public static String lines(Object... cards) {
        return Arrays.stream(cards).map(card -> card + "\n").collect(Collectors.joining());
    }
}
