package org.mtgtracker.catalog.control;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What an import is asked to bring in, as the argument of a job's run.
 *
 * @param source as {@link Sources#named} knows it
 * @param priceDay the UTC date of the prices in it, where the source does not say; may be empty
 */
public record ImportOrder(String source, Optional<LocalDate> priceDay) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    public ImportOrder {
        requireNonNull(source, "source is null");
        requireNonNull(priceDay, "priceDay is null");
    }

    /** The order as one line of text. */
    public String text() {
        ObjectNode text = MAPPER.createObjectNode().put("source", source);
        priceDay.ifPresent(day -> text.put("priceDay", day.toString()));
        return text.toString();
    }

    static ImportOrder of(String text) {
        try {
            JsonNode order = MAPPER.readTree(text);
            return new ImportOrder(
                    order.path("source").asText(),
                    Optional.ofNullable(order.path("priceDay").textValue()).map(LocalDate::parse));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("This is no order of an import: " + text, e);
        }
    }
}
