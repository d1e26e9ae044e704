package org.mtgtracker.search.index;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import org.mtgtracker.catalog.boundary.CardPrices;
import org.mtgtracker.search.language.ColourValue;

/**
 * Reads the values of an object's members, whatever stands there: what is not of the kind that is wanted is as if it were
 * not there. Equal values of different cards become one.
 */
final class Members {
    private static final JsonFactory JSON = new JsonFactory();

    private final Texts strings = new Texts();
    private final Map<String, Integer> days = new ConcurrentHashMap<>();
    private final Map<Object, Object> shared = new ConcurrentHashMap<>();
    // what members with few different values were read to, by their bytes
    private final Map<Bytes, List<String>> lists = new ConcurrentHashMap<>();
    private final Map<Bytes, Set<String>> sets = new ConcurrentHashMap<>();
    private final Map<Bytes, Map<String, String>> maps = new ConcurrentHashMap<>();

    /** A list of texts that many cards have alike. */
    List<String> list(byte[] object, JsonParser json) throws IOException {
        return often(lists, object, json, own -> List.copyOf(texts(own)));
    }

    /** A set of texts that many cards have alike. */
    Set<String> set(byte[] object, JsonParser json) throws IOException {
        return often(sets, object, json, this::texts);
    }

    /** An object of texts that many cards have alike. */
    Map<String, String> map(byte[] object, JsonParser json) throws IOException {
        return often(maps, object, json, own -> shared(map(own)));
    }

    static int[] noPrices() {
        int[] prices = new int[CardPrices.TYPES.size()];
        Arrays.fill(prices, CardPrices.NONE);
        return prices;
    }

    static int[] prices(JsonParser json) throws IOException {
        int[] prices = noPrices();
        if (json.currentToken() != JsonToken.START_OBJECT) {
            return prices;
        }
        for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
            json.nextToken();
            int type = CardPrices.TYPES.indexOf(field);
            if (type >= 0 && json.currentToken() == JsonToken.VALUE_STRING) {
                prices[type] = PriceColumns.cents(json.getText());
            } else {
                json.skipChildren();
            }
        }
        return prices;
    }

    /** A whole number, or each one of a list. */
    static void numbers(JsonParser json, IntConsumer number) throws IOException {
        if (json.currentToken() == JsonToken.START_ARRAY) {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                numbers(json, number);
            }
        } else if (isInt(json)) {
            number.accept(json.getIntValue());
        }
    }

    /** A date as a day of the epoch; many cards have the same. */
    int day(JsonParser json) throws IOException {
        return json.currentToken() != JsonToken.VALUE_STRING
                ? CardFacts.NO_DAY
                : days.computeIfAbsent(
                        text(json), date -> (int) LocalDate.parse(date).toEpochDay());
    }

    static int rank(JsonParser json) throws IOException {
        return isInt(json) ? json.getIntValue() : CardFacts.NO_RANK;
    }

    private static boolean isInt(JsonParser json) throws IOException {
        return json.currentToken() == JsonToken.VALUE_NUMBER_INT && json.getNumberType() == JsonParser.NumberType.INT;
    }

    static float number(JsonParser json) throws IOException {
        return json.currentToken().isNumeric() ? json.getFloatValue() : Float.NaN;
    }

    static int colours(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            return -1;
        }
        int mask = 0;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() == JsonToken.VALUE_STRING) {
                mask |= ColourValue.mask(json.getText());
            }
            json.skipChildren();
        }
        return mask;
    }

    static UUID uuid(JsonParser json) throws IOException {
        try {
            return json.currentToken() == JsonToken.VALUE_STRING ? UUID.fromString(json.getText()) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    String text(JsonParser json) throws IOException {
        return json.currentToken() == JsonToken.VALUE_STRING ? letters(json) : "";
    }

    Set<String> texts(JsonParser json) throws IOException {
        Set<String> texts = new TreeSet<>();
        if (json.currentToken() == JsonToken.START_ARRAY) {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                if (json.currentToken() == JsonToken.VALUE_STRING) {
                    texts.add(letters(json));
                }
                json.skipChildren();
            }
        }
        return texts;
    }

    private Map<String, String> map(JsonParser json) throws IOException {
        Map<String, String> map = new TreeMap<>();
        if (json.currentToken() == JsonToken.START_OBJECT) {
            for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
                json.nextToken();
                map.put(shared(field), text(json));
                json.skipChildren();
            }
        }
        return map;
    }

    private String letters(JsonParser json) throws IOException {
        return strings.of(json.getTextCharacters(), json.getTextOffset(), json.getTextLength());
    }

    String shared(String text) {
        return strings.of(text);
    }

    @SuppressWarnings("unchecked")
    <T> T shared(T value) {
        return (T) same(shared, value);
    }

    /** Looking first is cheaper, as most are there already. */
    static <T> T same(Map<T, T> all, T one) {
        T known = all.get(one);
        if (known != null) {
            return known;
        }
        T earlier = all.putIfAbsent(one, one);
        return earlier == null ? one : earlier;
    }

    @FunctionalInterface
    private interface MemberReader<T> {
        T read(JsonParser json) throws IOException;
    }

    /** A member that many cards have alike: its bytes are compared, and read when they are new. */
    private static <T> T often(Map<Bytes, T> read, byte[] object, JsonParser json, MemberReader<T> reader)
            throws IOException {
        int from = (int) json.currentTokenLocation().getByteOffset();
        JsonToken first = json.currentToken();
        if (from < 0 || first != JsonToken.START_OBJECT && first != JsonToken.START_ARRAY) {
            return reader.read(json);
        }
        json.skipChildren();
        int to = (int) json.currentLocation().getByteOffset();
        Bytes bytes = new Bytes(object, from, to);
        T known = read.get(bytes);
        if (known == null) {
            try (JsonParser own = JSON.createParser(object, from, to - from)) {
                own.nextToken();
                known = reader.read(own);
            }
            read.put(bytes.copy(), known);
        }
        return known;
    }

    /** A part of an object, compared byte by byte. */
    private static final class Bytes {
        private final byte[] all;
        private final int from;
        private final int to;
        private final int hash;

        Bytes(byte[] all, int from, int to) {
            this.all = all;
            this.from = from;
            this.to = to;
            int sum = 1;
            for (int at = from; at < to; at++) {
                sum = 31 * sum + all[at];
            }
            hash = sum;
        }

        Bytes copy() {
            byte[] own = Arrays.copyOfRange(all, from, to);
            return new Bytes(own, 0, own.length);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Bytes bytes
                    && hash == bytes.hash
                    && Arrays.equals(all, from, to, bytes.all, bytes.from, bytes.to);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
