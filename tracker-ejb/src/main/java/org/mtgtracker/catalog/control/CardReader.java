package org.mtgtracker.catalog.control;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.UUID;
import org.mtgtracker.catalog.boundary.CardPrices;
import org.mtgtracker.catalog.boundary.Rarities;
import org.mtgtracker.values.boundary.Uuids;

/**
 * Reads the columns out of one Scryfall card object, today's or that of 2019, and by that checks the whole object to be
 * JSON. Fields that it does not know are left to the JSON.
 */
final class CardReader {
    private static final int DEEPEST = 64;
    private static final int LONG_TEXT = 400;
    private static final int SET_NAME = 200;
    private static final int WORD = 40;
    private static final int SET_CODE = 20;
    private static final int LANG = 10;
    private static final int MANA_DIGITS = 10;
    private static final int MANA_SCALE = 2;
    private static final int PRICE_DIGITS = 7;
    /** More decimals than any number of a card has; a text of a few letters may stand for a number of a million. */
    private static final int LONGEST_SCALE = 20;

    /** The years that both databases keep, and no card is outside of. */
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 9999;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(JsonObjects.LONGEST_CARD)
                    .build())
            .build();

    private final JsonParser json;
    private String id;
    private UUID scryfallId;
    private UUID oracleId;
    private UUID faceOracleId;
    private String object;
    private String name;
    private String lang;
    private String layout;
    private String rarity;
    private BigDecimal manaValue;
    private BigDecimal faceManaValue;
    private String typeLine;
    private String frontTypeLine;
    private String setCode;
    private String setName;
    private String setType;
    private String collectorNumber;
    private LocalDate releasedAt;
    private boolean digital;
    private int[] prices;

    private CardReader(JsonParser json) {
        this.json = json;
    }

    /**
     * Reads the object that lies in these bytes.
     *
     * @throws BrokenCard when it is not valid JSON, no card, or lacks what every card has
     */
    static CardColumns read(byte[] bytes, int start, int length) {
        try (JsonParser json = FACTORY.createParser(bytes, start, length)) {
            return new CardReader(json).card();
        } catch (IOException e) {
            throw new BrokenCard("it is not UTF-8 text: " + e.getMessage(), 0, null);
        }
    }

    private CardColumns card() throws IOException {
        try {
            json.nextToken();
            for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
                json.nextToken();
                take(field);
            }
            if (json.currentToken() != JsonToken.END_OBJECT || json.nextToken() != null) {
                throw broken("it is not one JSON object");
            }
        } catch (JsonProcessingException e) {
            String reason = e.getOriginalMessage().replaceAll("\\s*\\R\\s*at \\[Source.*", "");
            JsonLocation place = e.getLocation() == null ? json.currentLocation() : e.getLocation();
            throw new BrokenCard("it is not valid JSON: " + reason, Math.max(0, place.getByteOffset()), id);
        }
        return columns();
    }

    private void take(String field) throws IOException {
        switch (field) {
            case "object" -> object = text(field, WORD);
            case "id" -> {
                id = text(field, LONG_TEXT);
                scryfallId = uuid(field, id);
            }
            case "oracle_id" -> oracleId = uuid(field, text(field, LONG_TEXT));
            case "name" -> name = text(field, LONG_TEXT);
            case "lang" -> lang = text(field, LANG);
            case "layout" -> layout = text(field, WORD);
            case "rarity" -> rarity = rarity(text(field, WORD));
            case "cmc" -> manaValue = manaValue();
            case "type_line" -> typeLine = text(field, LONG_TEXT);
            case "set" -> setCode = text(field, SET_CODE);
            case "set_name" -> setName = text(field, SET_NAME);
            case "set_type" -> setType = text(field, WORD);
            case "collector_number" -> collectorNumber = text(field, WORD);
            case "released_at" -> releasedAt = date(field);
            case "digital" -> digital = truth(field);
            case "card_faces" -> faces();
            case "prices" -> prices();
            default -> json.skipChildren();
        }
    }

    private void faces() throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        expect(JsonToken.START_ARRAY, "card_faces", "an array of objects");
        for (int face = 0; json.nextToken() != JsonToken.END_ARRAY; face++) {
            expect(JsonToken.START_OBJECT, "card_faces", "an array of objects");
            for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
                json.nextToken();
                if (face == 0) {
                    takeOfFront(field);
                } else {
                    json.skipChildren();
                }
            }
        }
    }

    /** A reversible card has its rules in its faces only; elsewhere the card's own fields go first. */
    private void takeOfFront(String field) throws IOException {
        switch (field) {
            case "oracle_id" -> faceOracleId = uuid(field, text(field, LONG_TEXT));
            case "type_line" -> frontTypeLine = text(field, LONG_TEXT);
            case "cmc" -> faceManaValue = manaValue();
            default -> json.skipChildren();
        }
    }

    private CardColumns columns() {
        if (!"card".equals(object)) {
            throw broken("its \"object\" is " + (object == null ? "missing" : quoted(object))
                    + "; that of a card object is \"card\"");
        }
        present("id", scryfallId);
        present("name", name);
        present("set", setCode);
        present("set_name", setName);
        present("collector_number", collectorNumber);
        present("released_at", releasedAt);
        present("lang", lang);
        present("layout", layout);
        present("rarity", rarity);
        String front = frontTypeLine != null ? frontTypeLine : typeLine;
        return new CardColumns(
                scryfallId,
                oracleId != null ? oracleId : faceOracleId,
                name,
                lang,
                layout,
                rarity,
                manaValue != null ? manaValue : faceManaValue,
                front == null ? "" : front,
                setCode,
                setName,
                setType,
                collectorNumber,
                releasedAt,
                digital,
                prices);
    }

    private void present(String field, Object value) {
        if (value == null || "".equals(value)) {
            throw broken("\"" + field + "\" is " + (value == null ? "missing" : "empty") + "; every card has one");
        }
    }

    private String text(String field, int longest) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        expect(JsonToken.VALUE_STRING, field, "a string");
        String text = json.getText();
        if (text.length() > longest) {
            throw broken("\"" + field + "\" has " + text.length() + " characters; up to " + longest + " are allowed");
        }
        return text;
    }

    private UUID uuid(String field, String text) {
        if (text == null) {
            return null;
        }
        return Uuids.in(text)
                .orElseThrow(() -> broken("\"" + field + "\" is " + quoted(text)
                        + "; it must be a UUID (8-4-4-4-12 hexadecimal digits)"));
    }

    private String rarity(String text) {
        if (text != null && !Rarities.ALL.contains(text)) {
            throw broken("\"rarity\" is " + quoted(text) + "; it must be one of " + String.join(", ", Rarities.ALL));
        }
        return text;
    }

    private LocalDate date(String field) throws IOException {
        String text = text(field, WORD);
        if (text == null) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
                return date;
            }
        } catch (DateTimeParseException e) {
            // said below
        }
        throw broken("\"" + field + "\" is " + quoted(text) + "; it must be a date as 2019-10-04, from the year "
                + FIRST_YEAR + " to " + LAST_YEAR);
    }

    private boolean truth(String field) throws IOException {
        JsonToken token = json.currentToken();
        if (token != JsonToken.VALUE_NULL && !token.isBoolean()) {
            throw wrongType(field, "true or false");
        }
        return token == JsonToken.VALUE_TRUE;
    }

    private BigDecimal manaValue() throws IOException {
        JsonToken token = json.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        if (!token.isNumeric()) {
            throw wrongType("cmc", "a number");
        }
        try {
            BigDecimal value = json.getDecimalValue();
            // the digits are counted first: writing out 1e999999999 or 0e-999999999 would take the memory of a house
            if (value.signum() >= 0
                    && value.precision() - (long) value.scale() <= MANA_DIGITS
                    && value.scale() <= LONGEST_SCALE
                    && value.stripTrailingZeros().scale() <= MANA_SCALE) {
                return value;
            }
        } catch (NumberFormatException e) {
            // its exponent is none that Java has; said below
        }
        throw broken(
                "\"cmc\" is " + quoted(json.getText()) + "; it must be from 0 to 9999999999 with up to two decimals");
    }

    private void prices() throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        expect(JsonToken.START_OBJECT, "prices", "an object");
        int[] cents = new int[CardPrices.TYPES.size()];
        Arrays.fill(cents, CardPrices.NONE);
        boolean any = false;
        for (String type = json.nextFieldName(); type != null; type = json.nextFieldName()) {
            json.nextToken();
            int place = CardPrices.TYPES.indexOf(type);
            if (place < 0) {
                json.skipChildren();
            } else if (json.currentToken() != JsonToken.VALUE_NULL) {
                cents[place] = cents("prices." + type);
                any = true;
            }
        }
        prices = any ? cents : null;
    }

    private int cents(String field) throws IOException {
        String text = json.currentToken().isNumeric() ? json.getText() : text(field, WORD);
        try {
            BigDecimal price = new BigDecimal(text);
            // the digits are counted first, as those of a mana value are; rounding 1e-99999999 would take minutes
            if (price.signum() >= 0
                    && price.precision() - (long) price.scale() <= PRICE_DIGITS
                    && price.scale() <= LONGEST_SCALE) {
                return price.setScale(2, RoundingMode.HALF_UP).movePointRight(2).intValueExact();
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw broken("\"" + field + "\" is " + quoted(text)
                + "; it must be null or a number from 0 to 9999999.99 with up to " + LONGEST_SCALE + " decimals");
    }

    private void expect(JsonToken expected, String field, String allowed) {
        if (json.currentToken() != expected) {
            throw wrongType(field, allowed);
        }
    }

    private BrokenCard wrongType(String field, String allowed) {
        String found =
                switch (json.currentToken()) {
                    case START_OBJECT -> "an object";
                    case START_ARRAY -> "an array";
                    case VALUE_STRING -> "a string";
                    case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
                    case VALUE_TRUE, VALUE_FALSE -> "true or false";
                    default -> "null";
                };
        return broken("\"" + field + "\" is or holds " + found + "; it must be " + allowed);
    }

    private BrokenCard broken(String reason) {
        return new BrokenCard(reason, Math.max(0, json.currentTokenLocation().getByteOffset()), id);
    }

    private static String quoted(String text) {
        return "\"" + (text.length() > WORD ? text.substring(0, WORD) + "…" : text) + "\"";
    }
}
