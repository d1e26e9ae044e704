package org.mtgtracker.rest.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mtgtracker.search.boundary.Explanation;
import org.mtgtracker.search.boundary.Found;
import org.mtgtracker.search.boundary.FoundCard;

/** A page of cards as JSON, put together out of bytes that are ready. */
final class CardPageJson {
    private static final JsonFactory JSON = new JsonFactory();
    private static final byte[] START = "{\"data\":[".getBytes(UTF_8);

    private final Found found;
    private final Optional<String> next;
    private final Optional<FieldFilter> fields;

    /**
     * A page as it was found.
     *
     * @param next the next page's address
     * @param fields the members of the cards that are wanted; all when empty
     */
    CardPageJson(Found found, Optional<String> next, Optional<FieldFilter> fields) {
        this.found = requireNonNull(found, "found is null");
        this.next = requireNonNull(next, "next is null");
        this.fields = requireNonNull(fields, "fields is null");
    }

    /** The whole page. */
    byte[] bytes() {
        List<ByteBuffer> cards = fields.isPresent()
                ? found.objects().stream().map(this::filtered).toList()
                : found.objects();
        byte[] end = end().getBytes(UTF_8);
        int size = START.length + end.length + Math.max(0, cards.size() - 1);
        for (ByteBuffer card : cards) {
            size += card.remaining();
        }
        ByteBuffer page = ByteBuffer.allocate(size).put(START);
        for (int at = 0; at < cards.size(); at++) {
            if (at > 0) {
                page.put((byte) ',');
            }
            page.put(cards.get(at).duplicate());
        }
        return page.put(end).array();
    }

    private ByteBuffer filtered(ByteBuffer object) {
        return ByteBuffer.wrap(fields.orElseThrow().apply(FoundCard.bytes(object)));
    }

    /** What follows the cards: the closed list and the other members, without the object's own first brace. */
    private String end() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField("total", found.total());
            if (next.isPresent()) {
                json.writeStringField("next", next.get());
            }
            texts(json, "warnings", warnings());
            if (found.explanation().isPresent()) {
                json.writeFieldName("explanation");
                write(json, found.explanation().get());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("Memory can always be written to", e);
        }
        return "]," + text.toString().substring(1);
    }

    /** Those of the query; and the members that were asked for in vain, as soon as there is a card to have them. */
    private List<String> warnings() {
        if (fields.isEmpty() || found.objects().isEmpty()) {
            return found.warnings();
        }
        return Stream.concat(
                        found.warnings().stream(),
                        fields.get().neverMet().stream()
                                .map(field -> "No card of this page has the member “" + field + "”."))
                .toList();
    }

    private static void write(JsonGenerator json, Explanation explanation) throws IOException {
        json.writeStartObject();
        json.writeFieldName("query");
        if (explanation.root() == null) {
            json.writeNull();
        } else {
            write(json, explanation.root());
        }
        texts(json, "dropped", explanation.dropped());
        json.writeStringField("unique", explanation.unique());
        json.writeStringField("order", explanation.order());
        json.writeStringField("direction", explanation.direction());
        json.writeStringField("prefer", explanation.prefer());
        json.writeBooleanField("extras", explanation.extras());
        json.writeNumberField("microseconds", explanation.microseconds());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Explanation.Step step) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", step.kind());
        json.writeStringField("typed", step.query());
        json.writeNumberField("from", step.from());
        json.writeNumberField("to", step.to());
        json.writeNumberField("cards", step.cards());
        json.writeNumberField("printings", step.printings());
        if (!step.parts().isEmpty()) {
            json.writeArrayFieldStart("parts");
            for (Explanation.Step part : step.parts()) {
                write(json, part);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void texts(JsonGenerator json, String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
