package org.mtgtracker.rest.v1;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.mtgtracker.search.boundary.Found;

/** The baseline's answers. */
final class BaselineJson {
    private static final JsonFactory JSON = new JsonFactory();

    private BaselineJson() {}

    /** What is written into an object. */
    @FunctionalInterface
    interface Members {
        void to(JsonGenerator json) throws IOException;
    }

    static Response answer(Members members) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            members.to(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("Memory can always be written to", e);
        }
        return Response.ok(bytes.toByteArray(), MediaType.APPLICATION_JSON_TYPE).build();
    }

    /** A page of cards: {@code {cards, pagination, timestamp}}. */
    static Response page(Found found, int page, int size, Instant now) {
        int pages = (found.total() + size - 1) / size;
        return answer(json -> {
            cards(json, found.objects());
            json.writeObjectFieldStart("pagination");
            json.writeNumberField("currentPage", page);
            json.writeNumberField("pageSize", size);
            json.writeNumberField("totalRecords", found.total());
            json.writeNumberField("totalPages", pages);
            json.writeBooleanField("hasNextPage", page < pages);
            json.writeBooleanField("hasPreviousPage", page > 1);
            json.writeEndObject();
            json.writeStringField("timestamp", now.toString());
        });
    }

    static void cards(JsonGenerator json, List<ByteBuffer> cards) throws IOException {
        json.writeArrayFieldStart("cards");
        for (ByteBuffer card : cards) {
            json.writeRawValue(text(card));
        }
        json.writeEndArray();
    }

    static void texts(JsonGenerator json, String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private static String text(ByteBuffer object) {
        return UTF_8.decode(object.duplicate()).toString();
    }
}
