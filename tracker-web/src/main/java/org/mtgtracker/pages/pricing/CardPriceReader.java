package org.mtgtracker.pages.pricing;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mtgtracker.pages.site.Address;
import org.mtgtracker.pages.site.Amounts;
import org.mtgtracker.pages.site.Choice;
import org.mtgtracker.pages.site.Kept;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;
import org.mtgtracker.pricing.boundary.DayPrices;
import org.mtgtracker.pricing.boundary.PriceHistory;
import org.mtgtracker.pricing.boundary.PricePeriod;
import org.mtgtracker.pricing.boundary.PriceStatistics;
import org.mtgtracker.pricing.boundary.PriceType;
import org.mtgtracker.pricing.boundary.Resolution;

/** Puts together what a card's page tells of its prices. */
@ApplicationScoped
public class CardPriceReader {
    private static final int VIEWS_KEPT = 1000;
    private static final int MOST_POINTS = 400;
    private static final int WEEK = 7;
    private static final double PERCENT = 100.0;

    private final PriceHistory history;
    private final Kept<Wish, PricesView> kept = new Kept<>(VIEWS_KEPT);

    /** How far back a chart goes. */
    private enum Range {
        MONTH("30d", "30 days", 30),
        QUARTER("90d", "90 days", 90),
        YEAR("1y", "A year", 365),
        ALL("all", "All", 365 * 100);

        private final String key;
        private final String label;
        private final int days;

        Range(String key, String label, int days) {
            this.key = key;
            this.label = label;
            this.days = days;
        }

        String key() {
            return key;
        }

        String label() {
            return label;
        }

        int days() {
            return days;
        }

        static Range of(String key) {
            return Arrays.stream(values())
                    .filter(range -> range.key().equals(key))
                    .findFirst()
                    .orElse(QUARTER);
        }
    }

    /** What a chart counts in. */
    private enum Currency {
        USD("Dollars", PriceType.USD, PriceType.USD_FOIL, PriceType.USD_ETCHED),
        EUR("Euros", PriceType.EUR, PriceType.EUR_FOIL),
        TIX("Tickets", PriceType.TIX);

        private final String label;
        private final List<PriceType> types;

        Currency(String label, PriceType... types) {
            this.label = label;
            this.types = List.of(types);
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        String label() {
            return label;
        }

        List<PriceType> types() {
            return types;
        }

        static Optional<Currency> of(String key) {
            return Arrays.stream(values()).filter(one -> one.key().equals(key)).findFirst();
        }
    }

    /** Which line of a currency is drawn, so that it has the height of the chart to itself. */
    private enum Finish {
        ALL("All finishes", ""),
        NONFOIL("Nonfoil", ""),
        FOIL("Foil", "_FOIL"),
        ETCHED("Etched", "_ETCHED");

        private final String label;
        private final String suffix;

        Finish(String label, String suffix) {
            this.label = label;
            this.suffix = suffix;
        }

        String key() {
            return this == ALL ? "" : name().toLowerCase(Locale.ROOT);
        }

        String label() {
            return label;
        }

        boolean has(Currency currency, PriceType type) {
            return this == ALL || type.name().equals(currency.name() + suffix);
        }

        static Finish of(String key) {
            return Arrays.stream(values())
                    .filter(finish -> finish.key().equals(key))
                    .findFirst()
                    .orElse(ALL);
        }
    }

    private record Wish(UUID card, Range range, String currency, Finish finish) {
        String address(Range other, String unit, Finish drawn) {
            return Address.of("/card")
                            .with("id", card.toString())
                            .with("range", other.key(), Range.QUARTER.key())
                            .with("in", unit, "")
                            .with("finish", drawn.key(), "")
                    + "#prices";
        }
    }

    @Inject
    public CardPriceReader(PriceHistory history) {
        this.history = requireNonNull(history, "history is null");
    }

    /** For the container's proxy. */
    protected CardPriceReader() {
        history = null;
    }

    /**
     * The prices of a card.
     *
     * @param state of cards and prices, as the search names it
     * @param range of the chart: {@code 30d}, {@code 90d}, {@code 1y} or {@code all}
     * @param currency of the chart: {@code usd}, {@code eur} or {@code tix}; otherwise the first that there is
     * @param finish of the chart: {@code nonfoil}, {@code foil} or {@code etched}; otherwise all
     */
    public PricesView of(String state, UUID card, String range, String currency, String finish) {
        try {
            return kept.get(
                    state,
                    new Wish(
                            card,
                            Range.of(range),
                            Currency.of(currency).map(Currency::key).orElse(""),
                            Finish.of(finish)),
                    this::view);
        } catch (DatabaseUnavailable e) {
            return PricesView.without("The prices cannot be read at the moment. Please try again in a minute.");
        }
    }

    private PricesView view(Wish wish) {
        Map<PriceType, PriceStatistics> statistics = history.statistics(wish.card());
        Optional<LocalDate> newest = history.newestDay();
        if (statistics.isEmpty() || newest.isEmpty()) {
            return PricesView.without("No price is known of this printing.");
        }
        List<Currency> there = Arrays.stream(Currency.values())
                .filter(one -> one.types().stream().anyMatch(statistics::containsKey))
                .toList();
        Currency currency = Currency.of(wish.currency()).filter(there::contains).orElse(there.get(0));
        List<PriceType> known =
                currency.types().stream().filter(statistics::containsKey).toList();
        List<Finish> finishes = Arrays.stream(Finish.values())
                .filter(one -> known.stream().anyMatch(type -> one.has(currency, type)))
                .toList();
        Finish finish = finishes.contains(wish.finish()) ? wish.finish() : Finish.ALL;
        List<PriceType> types =
                known.stream().filter(type -> finish.has(currency, type)).toList();
        List<PricesView.Legend> legends = new ArrayList<>();
        types.forEach(type -> legends.add(new PricesView.Legend(Amounts.name(type), legends.size())));
        List<DayPrices> days = days(wish, types, newest.get());
        String chart = chart(wish, days, types, newest.get());
        return new PricesView(
                statistics.entrySet().stream()
                        .map(one -> latest(one.getKey(), one.getValue()))
                        .toList(),
                chart,
                PriceTable.of(days, types),
                legends,
                Choice.links(
                        List.of(Range.values()),
                        wish.range(),
                        range -> wish.address(range, wish.currency(), finish),
                        Range::label),
                there.size() < 2
                        ? List.of()
                        : Choice.links(
                                there, currency, one -> wish.address(wish.range(), one.key(), finish), Currency::label),
                known.size() < 2
                        ? List.of()
                        : Choice.links(
                                finishes,
                                finish,
                                one -> wish.address(wish.range(), wish.currency(), one),
                                Finish::label),
                statistics.entrySet().stream()
                        .map(one -> statistics(one.getKey(), one.getValue()))
                        .toList(),
                chart.isEmpty() ? "There was no such price in this time." : "");
    }

    private List<DayPrices> days(Wish wish, List<PriceType> types, LocalDate newest) {
        List<DayPrices> days = history
                .of(wish.card(), newest.minusDays(wish.range().days()), newest)
                .stream()
                .filter(day -> types.stream().anyMatch(type -> day.of(type).isPresent()))
                .toList();
        return days.size() > MOST_POINTS ? weekly(days) : days;
    }

    private static String chart(Wish wish, List<DayPrices> days, List<PriceType> types, LocalDate newest) {
        if (days.isEmpty()) {
            return "";
        }
        LocalDate first = wish.range() == Range.ALL
                ? days.get(0).day()
                : newest.minusDays(wish.range().days());
        return PriceChart.of(days, types, first, newest);
    }

    /** The last prices of each week, on the last day of it that has one. */
    private static List<DayPrices> weekly(List<DayPrices> days) {
        List<DayPrices> weeks = new ArrayList<>();
        for (PricePeriod period : PricePeriod.of(days, Resolution.WEEK)) {
            Map<PriceType, Integer> closing = new java.util.EnumMap<>(PriceType.class);
            period.courses().forEach((type, course) -> closing.put(type, course.close()));
            LocalDate last = days.get(days.size() - 1).day();
            weeks.add(new DayPrices(period.last().isAfter(last) ? last : period.last(), closing));
        }
        return weeks;
    }

    private static PricesView.Latest latest(PriceType type, PriceStatistics one) {
        Optional<PriceStatistics.Change> week =
                one.changes().stream().filter(change -> change.days() == WEEK).findFirst();
        long now = one.newest().cents();
        return new PricesView.Latest(
                Amounts.name(type),
                Amounts.of(type, now),
                one.newest().day().toString(),
                week.map(change -> Amounts.percent(change.old().cents(), now)).orElse(""),
                week.map(change -> Amounts.way(change.old().cents(), now)).orElse("even"));
    }

    private static String span(int days) {
        return switch (days) {
            case 1 -> "A day";
            case 365 -> "A year";
            default -> days + " days";
        };
    }

    private static PricesView.Statistics statistics(PriceType type, PriceStatistics one) {
        List<PricesView.Change> changes = new ArrayList<>();
        for (int days : PriceStatistics.TIMES) {
            Optional<PriceStatistics.Change> change =
                    one.changes().stream().filter(found -> found.days() == days).findFirst();
            changes.add(change.map(found -> new PricesView.Change(
                            span(days),
                            Amounts.percent(found.old().cents(), one.newest().cents()),
                            Amounts.change(type, found.cents()) + " since "
                                    + found.old().day(),
                            Amounts.way(found.old().cents(), one.newest().cents())))
                    .orElse(new PricesView.Change(span(days), "–", "not known", "even")));
        }
        return new PricesView.Statistics(
                Amounts.name(type),
                changes,
                Amounts.of(type, one.high().cents()),
                one.high().day().toString(),
                Amounts.of(type, one.low().cents()),
                one.low().day().toString(),
                one.days(),
                one.volatility().isPresent()
                        ? String.format(
                                Locale.ENGLISH,
                                "%.1f %%",
                                PERCENT * one.volatility().getAsDouble())
                        : "–");
    }
}
