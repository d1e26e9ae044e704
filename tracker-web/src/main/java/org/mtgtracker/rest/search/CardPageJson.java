package org.mtgtracker.rest.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mtgtracker.catalog.boundary.CardJson;
import org.mtgtracker.rest.ETag;
import org.mtgtracker.search.boundary.Found;

/**
 * A page of cards, written out of bytes that are ready. A card that left the catalogue between the search and the
 * look-up is missing.
 */
final class CardPageJson {
    private static final JsonFactory JSON = new JsonFactory();
    private static final byte[] START = "{\"data\":[".getBytes(UTF_8);

    private final List<CardJson> cards;
    private final Optional<String> next;
    private final String end;

    /**
     * A page as it was found.
     *
     * @param next the next page's address; null on the last page
     */
    CardPageJson(Found found, List<CardJson> cards, String next) {
        this.cards = List.copyOf(requireNonNull(cards, "cards is null"));
        this.next = Optional.ofNullable(next);
        this.end = end(found);
    }

    Optional<String> next() {
        return next;
    }

    /** Told by the cards, each with the catalogue version it is from, and by everything else that is written. */
    ETag tag() {
        List<String> words = new ArrayList<>(2 * cards.size() + 2);
        words.add("cards");
        for (CardJson card : cards) {
            words.add(card.id().toString());
            words.add(Long.toString(card.version()));
        }
        words.add(end);
        return ETag.of(words.toArray(String[]::new));
    }

    /** Writes the whole page. */
    StreamingOutput body() {
        return output -> {
            output.write(START);
            boolean first = true;
            for (CardJson card : cards) {
                if (!first) {
                    output.write(',');
                }
                output.write(card.json());
                first = false;
            }
            output.write(end.getBytes(UTF_8));
        };
    }

    /** What follows the cards: the closed list and the other members, without the object's own first brace. */
    private String end(Found found) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField("total", found.total());
            if (next.isPresent()) {
                json.writeStringField("next", next.get());
            }
            json.writeArrayFieldStart("warnings");
            for (String warning : found.warnings()) {
                json.writeString(warning);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("Memory can always be written to", e);
        }
        return "]," + text.toString().substring(1);
    }
}
