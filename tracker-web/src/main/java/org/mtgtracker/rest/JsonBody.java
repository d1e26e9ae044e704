package org.mtgtracker.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mtgtracker.values.boundary.Uuids;

/** The body of a request that is a JSON object: its fields are asked for one by one, and wrong ones are named. */
public final class JsonBody {
    /** The most bytes that a body has. */
    public static final int LARGEST = 64 * 1024;

    static final Instant FIRST = Instant.EPOCH;
    /** The last that a DATETIME column takes. */
    private static final int LAST_YEAR = 9999;

    static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .reader();

    private final ObjectNode fields;

    private JsonBody(ObjectNode fields) {
        this.fields = requireNonNull(fields, "fields is null");
    }

    /**
     * Reads a body of at most {@value #LARGEST} bytes of UTF-8.
     *
     * @throws BadBody when it is no JSON object, with line and column where there are any
     */
    public static JsonBody read(InputStream body) throws IOException {
        return parse(decoded(bytes(body)));
    }

    /** A body of at most {@value #LARGEST} bytes; of a larger one no more than that is read. */
    static byte[] bytes(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw BadBody.tooLarge(LARGEST);
        }
        return bytes;
    }

    private static String decoded(byte[] bytes) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw BadBody.unreadable("The body is not UTF-8.");
        }
    }

    private static JsonBody parse(String text) {
        if (text.isBlank()) {
            throw BadBody.unreadable("The body is empty; a JSON object belongs there.");
        }
        try {
            if (JSON.readTree(text) instanceof ObjectNode object) {
                return new JsonBody(object);
            }
        } catch (JsonProcessingException e) {
            JsonLocation place = e.getLocation();
            throw place == null
                    ? BadBody.unreadable("The body is no JSON object.")
                    : BadBody.unreadable(reason(e), place.getLineNr(), place.getColumnNr());
        }
        throw BadBody.unreadable("The body is JSON, but no JSON object; one belongs there.");
    }

    /** In words of ours: the parser's name its classes and settings. */
    private static String reason(JsonProcessingException e) {
        if (e instanceof StreamConstraintsException) {
            return "it is nested too deeply, or a number or name in it is too long";
        }
        return e.getOriginalMessage().startsWith("Duplicate")
                ? "this field is there twice"
                : "JSON has something else here";
    }

    /** The body of a method that needs one; JAX-RS gives null for a request without any. */
    public static JsonBody required(JsonBody body) {
        if (body == null) {
            throw BadBody.unreadable("The body is empty; a JSON object belongs there.");
        }
        return body;
    }

    /**
     * Makes sure that there are no fields but these.
     *
     * @throws BadBody naming the others
     */
    public JsonBody only(String... known) {
        List<String> allowed = List.of(known);
        List<String> unknown = new ArrayList<>();
        fields.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(allowed);
        if (!unknown.isEmpty()) {
            throw BadBody.unknownFields(unknown, allowed);
        }
        return this;
    }

    /**
     * A text that has to be there.
     *
     * @param longest how many characters it has at most
     * @throws BadBody when it is missing, no text, blank or longer
     */
    public String text(String name, int longest) {
        JsonNode value = fields.get(name);
        if (value == null) {
            throw BadBody.field(name, "is missing");
        }
        if (!value.isTextual()) {
            throw BadBody.field(name, "has to be a text");
        }
        String characters = value.textValue();
        if (characters.isBlank() || characters.length() > longest) {
            throw BadBody.field(
                    name,
                    "has %,d characters; 1 to %,d are allowed, not all of them blank"
                            .formatted(characters.length(), longest));
        }
        return characters;
    }

    /**
     * A day as ISO 8601 writes it, 2026-01-31; empty when the field is not there or null.
     *
     * @throws BadBody when it is no such day
     */
    public Optional<LocalDate> day(String name) {
        JsonNode value = fields.get(name);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(value.asText(""));
            if (day.getYear() < 1 || day.getYear() > LAST_YEAR) {
                // no database takes it
                throw BadBody.field(name, "has to be a day such as 2026-01-31");
            }
            return Optional.of(day);
        } catch (DateTimeParseException e) {
            throw BadBody.field(name, "has to be a day such as 2026-01-31");
        }
    }

    /**
     * A text that may be missing.
     *
     * @throws BadBody when it is there and no text, blank or longer
     */
    public Optional<String> optionalText(String name, int longest) {
        return fields.has(name) ? Optional.of(text(name, longest)) : Optional.empty();
    }

    /**
     * A UUID in its usual form that has to be there.
     *
     * @throws BadBody when it is missing, or something else
     */
    public UUID uuid(String name) {
        JsonNode value = fields.get(name);
        return Optional.ofNullable(value)
                .map(JsonNode::textValue)
                .flatMap(Uuids::in)
                .orElseThrow(
                        () -> BadBody.field(name, "has to be a UUID such as 0000579f-7b35-4ed3-b44c-db2a538066fe"));
    }

    /**
     * A list of texts that has to be there.
     *
     * @param most how many it holds at most; at least one
     * @throws BadBody when it is missing, no list, empty or longer, or holds something else
     */
    public List<String> texts(String name, int most) {
        JsonNode list = fields.get(name);
        if (list == null) {
            throw BadBody.field(name, "is missing");
        }
        if (!list.isArray() || list.isEmpty() || list.size() > most) {
            throw BadBody.field(
                    name,
                    list.isArray()
                            ? "has %,d entries; 1 to %,d are allowed".formatted(list.size(), most)
                            : "has to be a list of texts");
        }
        List<String> texts = new ArrayList<>(list.size());
        for (JsonNode entry : list) {
            if (!entry.isTextual()) {
                throw BadBody.field(name, "has to be a list of texts; entry " + (texts.size() + 1) + " is none");
            }
            texts.add(entry.textValue());
        }
        return texts;
    }

    /**
     * A list of objects that has to be there.
     *
     * @param most how many it has at most; at least one
     * @throws BadBody when it is missing, no list, has none or too many, or something else is in it
     */
    public List<JsonBody> objects(String name, int most) {
        JsonNode value = fields.get(name);
        if (value == null) {
            throw BadBody.field(name, "is missing");
        }
        if (!value.isArray() || value.isEmpty() || value.size() > most) {
            throw BadBody.field(name, "has to be a list of 1 to " + most + " objects");
        }
        List<JsonBody> objects = new ArrayList<>(value.size());
        for (JsonNode element : value) {
            if (!(element instanceof ObjectNode object)) {
                throw BadBody.field(name, "has something else than objects in it");
            }
            objects.add(new JsonBody(object));
        }
        return objects;
    }

    /** True when there is such a field, and it is null. */
    public boolean isNull(String name) {
        return fields.has(name) && fields.get(name).isNull();
    }

    /**
     * True or false; empty when the field is not there.
     *
     * @throws BadBody when it is something else
     */
    public Optional<Boolean> truth(String name) {
        JsonNode value = fields.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isBoolean()) {
            throw BadBody.field(name, "has to be true or false");
        }
        return Optional.of(value.booleanValue());
    }

    /**
     * A moment as RFC 3339 writes it, 2026-01-31T12:00:00Z; empty when the field is not there or null.
     *
     * @throws BadBody when it is no such moment
     */
    public Optional<Instant> moment(String name) {
        JsonNode value = fields.get(name);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        try {
            Instant moment = OffsetDateTime.parse(value.asText("")).toInstant();
            if (moment.isBefore(FIRST) || moment.isAfter(LAST)) {
                throw BadBody.field(name, "has to be between the years 1970 and 9999");
            }
            return Optional.of(moment);
        } catch (DateTimeParseException e) {
            throw BadBody.field(name, "has to be a moment such as 2026-01-31T12:00:00Z");
        }
    }

    /** True when there is such a field. */
    public boolean has(String name) {
        return fields.has(name);
    }

    /**
     * A whole number that has to be there.
     *
     * @throws BadBody when it is missing, or no number from 0 to two thousand million
     */
    public int number(String name) {
        JsonNode value = fields.get(name);
        if (value == null || !value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 0) {
            throw BadBody.field(name, "has to be a whole number from 0 to " + Integer.MAX_VALUE);
        }
        return value.intValue();
    }

    /** The fields as JSON text. */
    public String json() {
        return fields.toString();
    }
}
