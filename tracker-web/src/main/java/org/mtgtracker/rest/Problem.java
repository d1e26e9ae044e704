package org.mtgtracker.rest;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What went wrong with a request, as RFC 9457 tells it.
 *
 * @param type the stable name of this kind of problem, a path under {@code /problems/}
 * @param title the same for every problem of the kind
 * @param status the HTTP status, 400 to 599
 * @param detail a sentence about this very request: what, where, what is allowed
 * @param more further members, in order: text, numbers, or lists of text
 * @param headers what the answer carries in its head because of the problem
 */
public record Problem(
        String type, String title, int status, String detail, Map<String, Object> more, Map<String, String> headers) {
    /** RFC 9457, section 3. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final JsonFactory JSON = new JsonFactory().setCharacterEscapes(new NoMarkup());
    private static final int LOWEST = 400;
    private static final int HIGHEST = 599;

    public Problem {
        requireNonNull(type, "type is null");
        requireNonNull(title, "title is null");
        requireNonNull(detail, "detail is null");
        more = new LinkedHashMap<>(more);
        headers = new LinkedHashMap<>(headers);
        if (status < LOWEST || status > HIGHEST) {
            throw new IllegalArgumentException("A problem's status is 400 to 599, not " + status);
        }
    }

    /** A problem without anything further. */
    public static Problem of(String name, String title, int status, String detail) {
        return new Problem("/problems/" + name, title, status, detail, Map.of(), Map.of());
    }

    /** The same problem with one more member in its body. */
    public Problem with(String member, Object value) {
        Map<String, Object> longer = new LinkedHashMap<>(more);
        longer.put(member, value);
        return new Problem(type, title, status, detail, longer, headers);
    }

    /** The same problem with one more header on its answer. */
    public Problem withHeader(String header, String value) {
        Map<String, String> longer = new LinkedHashMap<>(headers);
        longer.put(header, value);
        return new Problem(type, title, status, detail, more, longer);
    }

    /**
     * The body of the answer.
     *
     * @param instance the path that was asked for
     * @param requestId the request's id, by which the log is searched
     */
    public byte[] json(String instance, String requestId) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("type", type);
            json.writeStringField("title", title);
            json.writeNumberField("status", status);
            json.writeStringField("detail", detail);
            json.writeStringField("instance", instance);
            for (Map.Entry<String, Object> member : more.entrySet()) {
                json.writeFieldName(member.getKey());
                write(json, member.getValue());
            }
            json.writeStringField("requestId", requestId);
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("Memory can always be written to", e);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Collection<?> texts) {
            json.writeStartArray();
            for (Object text : texts) {
                json.writeString(text.toString());
            }
            json.writeEndArray();
        } else if (value instanceof Number number) {
            json.writeNumber(number.longValue());
        } else {
            json.writeString(value.toString());
        }
    }

    /** What a caller sent and hears again must not become markup, whoever shows it. */
    private static final class NoMarkup extends CharacterEscapes {
        private final int[] escapes = standardAsciiEscapesForJSON();

        NoMarkup() {
            for (char character : new char[] {'<', '>', '&'}) {
                escapes[character] = ESCAPE_STANDARD;
            }
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return escapes.clone();
        }

        @Override
        public SerializableString getEscapeSequence(int character) {
            return null;
        }
    }
}
