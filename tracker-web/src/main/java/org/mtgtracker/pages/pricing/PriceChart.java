package org.mtgtracker.pages.pricing;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.mtgtracker.pages.site.Amounts;
import org.mtgtracker.pages.site.Html;
import org.mtgtracker.pricing.boundary.DayPrices;
import org.mtgtracker.pricing.boundary.PriceType;

/**
 * Prices over time as SVG, to stand in a page: its colours are the page's style sheet's. What is drawn is also there to
 * be read by a script, in the attribute {@code data-points}.
 */
final class PriceChart {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 280;
    private static final int LEFT = 62;
    private static final int RIGHT = 14;
    private static final int TOP = 14;
    private static final int BOTTOM = 30;
    private static final int LINES = 5;
    private static final int LABELS = 6;

    private final List<DayPrices> days;
    private final List<PriceType> types;
    private final LocalDate from;
    private final LocalDate to;
    private final double low;
    private final double high;
    private final double step;
    private final StringBuilder svg = new StringBuilder(16_384);

    private PriceChart(List<DayPrices> days, List<PriceType> types, LocalDate from, LocalDate to) {
        this.days = requireNonNull(days, "days is null");
        this.types = requireNonNull(types, "types is null");
        this.from = requireNonNull(from, "from is null");
        this.to = requireNonNull(to, "to is null");
        int least = Integer.MAX_VALUE;
        int most = Integer.MIN_VALUE;
        for (DayPrices day : days) {
            for (PriceType type : types) {
                OptionalInt price = day.of(type);
                least = price.isPresent() ? Math.min(least, price.getAsInt()) : least;
                most = price.isPresent() ? Math.max(most, price.getAsInt()) : most;
            }
        }
        double span = Math.max(most - least, Math.max(4, most * 0.08));
        step = nice(span / LINES);
        low = Math.max(0, Math.floor((least - span * 0.06) / step) * step);
        high = Math.ceil((most + span * 0.06) / step) * step;
    }

    /**
     * The chart of some types.
     *
     * @param days at least one of which has one of the types; the oldest first
     * @param from where it begins, which need not have a price
     */
    static String of(List<DayPrices> days, List<PriceType> types, LocalDate from, LocalDate to) {
        return new PriceChart(days, types, from, to).drawn();
    }

    private String drawn() {
        svg.append(("<svg class=\"chart\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\" data-left=\"%d\""
                        + " data-right=\"%d\" data-types=\"%s\" data-points=\"%s\">")
                .formatted(
                        WIDTH,
                        HEIGHT,
                        Html.text(inWords()),
                        LEFT,
                        WIDTH - RIGHT,
                        Html.text(String.join(
                                "|", types.stream().map(Amounts::shortName).toList())),
                        Html.text(points())));
        grid();
        for (int at = 0; at < types.size(); at++) {
            line(types.get(at), at);
        }
        return svg.append("</svg>").toString();
    }

    /** What a person who does not see the chart is told. */
    private String inWords() {
        StringBuilder words = new StringBuilder("Prices from " + from + " to " + to + ".");
        for (PriceType type : types) {
            List<DayPrices> priced =
                    days.stream().filter(day -> day.of(type).isPresent()).toList();
            if (!priced.isEmpty()) {
                DayPrices first = priced.get(0);
                DayPrices last = priced.get(priced.size() - 1);
                words.append(' ').append(Amounts.name(type)).append(": ");
                words.append(Amounts.of(type, first.cents().get(type)))
                        .append(" on ")
                        .append(first.day());
                words.append(", ").append(Amounts.of(type, last.cents().get(type)));
                words.append(" on ").append(last.day()).append('.');
            }
        }
        return words.toString();
    }

    private String points() {
        StringBuilder points = new StringBuilder();
        for (DayPrices day : days) {
            points.append(points.isEmpty() ? "" : ";").append(day.day());
            points.append(' ').append(tenths(x(day.day())));
            for (PriceType type : types) {
                OptionalInt price = day.of(type);
                points.append(' ');
                points.append(
                        price.isPresent()
                                ? Amounts.of(type, price.getAsInt()).replace(" tix", "") + "@"
                                        + tenths(y(price.getAsInt()))
                                : "-");
            }
        }
        return points.toString();
    }

    private void grid() {
        for (double cents = low; cents <= high + step / 2; cents += step) {
            String y = tenths(y(cents));
            svg.append(
                    "<path class=\"grid\" d=\"M%d %sH%d\"/><text x=\"%d\" y=\"%s\" text-anchor=\"end\" dy=\".32em\">%s</text>"
                            .formatted(
                                    LEFT,
                                    y,
                                    WIDTH - RIGHT,
                                    LEFT - 8,
                                    y,
                                    Html.text(Amounts.of(types.get(0), Math.round(cents)))));
        }
        long span = Math.max(1, ChronoUnit.DAYS.between(from, to));
        DateTimeFormatter form = DateTimeFormatter.ofPattern(span > 500 ? "MMM yyyy" : "d MMM", Locale.ENGLISH);
        int labels = (int) Math.min(LABELS, span + 1);
        for (int at = 0; at < labels; at++) {
            LocalDate day = labels == 1 ? from : from.plusDays(span * at / (labels - 1));
            String anchor = at == 0 ? "start" : at == labels - 1 ? "end" : "middle";
            svg.append("<text x=\"%s\" y=\"%d\" text-anchor=\"%s\">%s</text>"
                    .formatted(tenths(x(day)), HEIGHT - 8, anchor, form.format(day)));
        }
    }

    private void line(PriceType type, int number) {
        StringBuilder path = new StringBuilder();
        List<String> places = new ArrayList<>();
        for (DayPrices day : days) {
            OptionalInt price = day.of(type);
            if (price.isPresent()) {
                String place = tenths(x(day.day())) + " " + tenths(y(price.getAsInt()));
                path.append(path.isEmpty() ? "M" : "L").append(place);
                places.add(place);
            }
        }
        if (places.isEmpty()) {
            return;
        }
        svg.append("<path class=\"line line-%d\" d=\"%s\"/>".formatted(number, path));
        String[] last = places.get(places.size() - 1).split(" ");
        svg.append("<circle class=\"dot dot-%d\" cx=\"%s\" cy=\"%s\" r=\"3.5\"/>".formatted(number, last[0], last[1]));
    }

    private double x(LocalDate day) {
        double span = Math.max(1, ChronoUnit.DAYS.between(from, to));
        return LEFT + (WIDTH - RIGHT - LEFT) * ChronoUnit.DAYS.between(from, day) / span;
    }

    private double y(double cents) {
        return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * (cents - low) / (high - low);
    }

    /** A step that people count in: 1, 2 or 5 with noughts, and no less than a cent. */
    private static double nice(double wanted) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(1, wanted))));
        for (int factor : new int[] {1, 2, 5}) {
            if (factor * power >= wanted) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    private static String tenths(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
