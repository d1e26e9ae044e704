package org.mtgtracker.rest.pricing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.mtgtracker.pricing.boundary.DatedPrice;
import org.mtgtracker.pricing.boundary.DayPrices;
import org.mtgtracker.pricing.boundary.LatestPrice;
import org.mtgtracker.pricing.boundary.PricePeriod;
import org.mtgtracker.pricing.boundary.PriceStatistics;
import org.mtgtracker.pricing.boundary.PriceType;
import org.mtgtracker.rest.Money;

/** Writes prices as Scryfall does: decimal texts, null for none, every type named that was asked for. */
final class PricesJson {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int VOLATILITY_DECIMALS = 4;

    private PricesJson() {}

    /** What is written. */
    @FunctionalInterface
    private interface Content {
        void write(JsonGenerator json) throws IOException;
    }

    static String days(List<DayPrices> days, List<PriceType> types) {
        return list(days.size(), json -> {
            for (DayPrices day : days) {
                json.writeStartObject();
                json.writeStringField("day", day.day().toString());
                for (PriceType type : types) {
                    OptionalInt cents = day.of(type);
                    json.writeStringField(type.key(), cents.isPresent() ? Money.text(cents.getAsInt()) : null);
                }
                json.writeEndObject();
            }
        });
    }

    static String periods(List<PricePeriod> periods, List<PriceType> types) {
        return list(periods.size(), json -> {
            for (PricePeriod period : periods) {
                json.writeStartObject();
                json.writeStringField("first", period.first().toString());
                json.writeStringField("last", period.last().toString());
                for (PriceType type : types) {
                    json.writeFieldName(type.key());
                    write(json, period.courses().get(type));
                }
                json.writeEndObject();
            }
        });
    }

    static String latest(LatestPrice latest) {
        return text(json -> write(json, latest));
    }

    /** @param unknown ids that the catalogue does not have */
    static String latest(List<LatestPrice> cards, List<UUID> unknown) {
        return text(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("data");
            for (LatestPrice card : cards) {
                write(json, card);
            }
            json.writeEndArray();
            json.writeNumberField("total", cards.size());
            json.writeArrayFieldStart("notFound");
            for (UUID id : unknown) {
                json.writeString(id.toString());
            }
            json.writeEndArray();
            json.writeArrayFieldStart("warnings");
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    static String statistics(Map<PriceType, PriceStatistics> statistics, List<PriceType> types) {
        return text(json -> {
            json.writeStartObject();
            for (PriceType type : types) {
                json.writeFieldName(type.key());
                write(json, statistics.get(type));
            }
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, PricePeriod.Course course) throws IOException {
        if (course == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringField("open", Money.text(course.open()));
        json.writeStringField("high", Money.text(course.high()));
        json.writeStringField("low", Money.text(course.low()));
        json.writeStringField("close", Money.text(course.close()));
        json.writeStringField("average", Money.text(course.average()));
        json.writeNumberField("days", course.days());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, LatestPrice latest) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", latest.card().toString());
        for (PriceType type : PriceType.ALL) {
            json.writeFieldName(type.key());
            write(json, latest.prices().get(type));
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, DatedPrice price) throws IOException {
        if (price == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringField("price", Money.text(price.cents()));
        json.writeStringField("day", price.day().toString());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, PriceStatistics statistics) throws IOException {
        if (statistics == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeFieldName("newest");
        write(json, statistics.newest());
        json.writeFieldName("high");
        write(json, statistics.high());
        json.writeFieldName("low");
        write(json, statistics.low());
        json.writeNumberField("days", statistics.days());
        json.writeArrayFieldStart("changes");
        for (PriceStatistics.Change change : statistics.changes()) {
            json.writeStartObject();
            json.writeNumberField("days", change.days());
            json.writeFieldName("old");
            write(json, change.old());
            json.writeStringField("amount", Money.text(change.cents()));
            json.writeStringField(
                    "percent",
                    Money.percent(change.old().cents(), statistics.newest().cents()));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringField(
                "volatility",
                statistics.volatility().isPresent()
                        ? BigDecimal.valueOf(statistics.volatility().getAsDouble())
                                .setScale(VOLATILITY_DECIMALS, RoundingMode.HALF_UP)
                                .toPlainString()
                        : null);
        json.writeEndObject();
    }

    private static String list(int total, Content data) {
        return text(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("data");
            data.write(json);
            json.writeEndArray();
            json.writeNumberField("total", total);
            json.writeArrayFieldStart("warnings");
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static String text(Content content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            content.write(json);
        } catch (IOException e) {
            throw new IllegalStateException("Memory can always be written to", e);
        }
        return text.toString();
    }
}
