package org.mtgtracker.rest.pricing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalInt;
import org.mtgtracker.pricing.boundary.DayPrices;
import org.mtgtracker.pricing.boundary.PriceType;

/** Writes prices as Scryfall does: decimal texts, null for none, every type named. */
final class PricesJson {
    private static final JsonFactory JSON = new JsonFactory();

    private PricesJson() {}

    static String of(List<DayPrices> days) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeArrayFieldStart("data");
            for (DayPrices day : days) {
                write(json, day);
            }
            json.writeEndArray();
            json.writeNumberField("total", days.size());
            json.writeArrayFieldStart("warnings");
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("Memory can always be written to", e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, DayPrices day) throws IOException {
        json.writeStartObject();
        json.writeStringField("day", day.day().toString());
        for (PriceType type : PriceType.ALL) {
            OptionalInt cents = day.of(type);
            json.writeFieldName(type.key());
            if (cents.isPresent()) {
                json.writeString(BigDecimal.valueOf(cents.getAsInt(), 2).toPlainString());
            } else {
                json.writeNull();
            }
        }
        json.writeEndObject();
    }
}
