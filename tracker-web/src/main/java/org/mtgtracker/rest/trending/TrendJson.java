package org.mtgtracker.rest.trending;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import java.util.UUID;
import org.mtgtracker.catalog.boundary.CardJson;
import org.mtgtracker.pricing.boundary.DatedPrice;
import org.mtgtracker.rest.Money;
import org.mtgtracker.trending.boundary.Mover;
import org.mtgtracker.trending.boundary.SetMover;
import org.mtgtracker.trending.boundary.Trend;

/** Writes trends: cards as Scryfall's objects, out of bytes that are ready, prices as decimal texts with their days. */
final class TrendJson {
    private static final JsonFactory JSON = new JsonFactory();

    private TrendJson() {}

    /** Writes what follows the data. */
    @FunctionalInterface
    private interface Data {
        void write(JsonGenerator json) throws IOException;
    }

    /** @param cards the movers' cards; a mover whose card has left the catalogue meanwhile is left out */
    static String cards(Trend<Mover> trend, Map<UUID, CardJson> cards) {
        return text(trend, json -> {
            for (Mover mover : trend.movers()) {
                CardJson card = cards.get(mover.card());
                if (card != null) {
                    json.writeStartObject();
                    json.writeFieldName("card");
                    json.writeRawValue(new String(card.json(), UTF_8));
                    write(json, "old", mover.old());
                    write(json, "now", mover.now());
                    change(json, mover.old().cents(), mover.now().cents());
                    json.writeEndObject();
                }
            }
        });
    }

    static String sets(Trend<SetMover> trend) {
        return text(trend, json -> {
            for (SetMover set : trend.movers()) {
                json.writeStartObject();
                json.writeStringField("set", set.code());
                json.writeNumberField("cards", set.cards());
                json.writeStringField("old", Money.text(set.oldCents()));
                json.writeStringField("now", Money.text(set.nowCents()));
                change(json, set.oldCents(), set.nowCents());
                json.writeEndObject();
            }
        });
    }

    private static void write(JsonGenerator json, String name, DatedPrice price) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("price", Money.text(price.cents()));
        json.writeStringField("day", price.day().toString());
        json.writeEndObject();
    }

    private static void change(JsonGenerator json, long old, long now) throws IOException {
        json.writeStringField("amount", Money.text(now - old));
        json.writeStringField("percent", Money.percent(old, now));
    }

    private static String text(Trend<?> trend, Data data) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeArrayFieldStart("data");
            data.write(json);
            json.writeEndArray();
            json.writeNumberField("total", trend.total());
            json.writeNumberField("stale", trend.stale());
            if (trend.reckoned().isPresent()) {
                Trend.Reckoned reckoned = trend.reckoned().get();
                json.writeStringField("newestDay", reckoned.newestDay().toString());
                json.writeStringField("targetDay", reckoned.targetDay().toString());
                json.writeNumberField("generation", reckoned.generation());
                json.writeStringField("reckonedAt", reckoned.at().toString());
            }
            json.writeArrayFieldStart("warnings");
            for (String warning : trend.warnings()) {
                json.writeString(warning);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("Memory can always be written to", e);
        }
        return text.toString();
    }
}
