package org.mtgtracker.rest.pricing;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.mtgtracker.pricing.boundary.DayPrices;
import org.mtgtracker.pricing.boundary.PricePeriod;
import org.mtgtracker.pricing.boundary.PriceType;
import org.mtgtracker.rest.Money;

/** Writes histories as CSV (RFC 4180): an empty field is no price. */
final class PricesCsv {
    /** The media type, with how a text is written. */
    static final String MEDIA_TYPE = "text/csv;charset=utf-8";

    private static final String END = "\r\n";

    private PricesCsv() {}

    /** A line for each day, a column for each type. */
    static String days(List<DayPrices> days, List<PriceType> types) {
        StringBuilder csv = new StringBuilder("day,")
                .append(types.stream().map(PriceType::key).collect(Collectors.joining(",")))
                .append(END);
        for (DayPrices day : days) {
            csv.append(day.day());
            for (PriceType type : types) {
                OptionalInt cents = day.of(type);
                csv.append(',').append(cents.isPresent() ? Money.text(cents.getAsInt()) : "");
            }
            csv.append(END);
        }
        return csv.toString();
    }

    /** A line for each period and type that was priced in it. */
    static String periods(List<PricePeriod> periods, List<PriceType> types) {
        StringBuilder csv = new StringBuilder("first,last,type,open,high,low,close,average,days").append(END);
        for (PricePeriod period : periods) {
            for (PriceType type : types) {
                PricePeriod.Course course = period.courses().get(type);
                if (course != null) {
                    csv.append("%s,%s,%s,%s,%s,%s,%s,%s,%d"
                                    .formatted(
                                            period.first(),
                                            period.last(),
                                            type.key(),
                                            Money.text(course.open()),
                                            Money.text(course.high()),
                                            Money.text(course.low()),
                                            Money.text(course.close()),
                                            Money.text(course.average()),
                                            course.days()))
                            .append(END);
                }
            }
        }
        return csv.toString();
    }
}
