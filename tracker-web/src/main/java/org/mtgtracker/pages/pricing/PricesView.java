package org.mtgtracker.pages.pricing;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.mtgtracker.pages.site.Choice;

/** What a card's page tells of its prices. */
public final class PricesView {
    private final List<Latest> latest;
    private final String chart;
    private final String table;
    private final List<Legend> legends;
    private final List<Choice> ranges;
    private final List<Choice> currencies;
    private final List<Choice> finishes;
    private final List<Statistics> statistics;
    private final String note;

    PricesView(
            List<Latest> latest,
            String chart,
            String table,
            List<Legend> legends,
            List<Choice> ranges,
            List<Choice> currencies,
            List<Choice> finishes,
            List<Statistics> statistics,
            String note) {
        this.latest = List.copyOf(latest);
        this.chart = requireNonNull(chart, "chart is null");
        this.table = requireNonNull(table, "table is null");
        this.legends = List.copyOf(legends);
        this.ranges = List.copyOf(ranges);
        this.currencies = List.copyOf(currencies);
        this.finishes = List.copyOf(finishes);
        this.statistics = List.copyOf(statistics);
        this.note = requireNonNull(note, "note is null");
    }

    /** Without prices: why there are none. */
    static PricesView without(String note) {
        return new PricesView(List.of(), "", "", List.of(), List.of(), List.of(), List.of(), List.of(), note);
    }

    /** A newest price. */
    public static final class Latest {
        private final String kind;
        private final String amount;
        private final String day;
        private final String change;
        private final String way;

        Latest(String kind, String amount, String day, String change, String way) {
            this.kind = requireNonNull(kind, "kind is null");
            this.amount = requireNonNull(amount, "amount is null");
            this.day = requireNonNull(day, "day is null");
            this.change = requireNonNull(change, "change is null");
            this.way = requireNonNull(way, "way is null");
        }

        public String getKind() {
            return kind;
        }

        public String getAmount() {
            return amount;
        }

        public String getDay() {
            return day;
        }

        /** Against a week before; empty when that is not known. */
        public String getChange() {
            return change;
        }

        public String getWay() {
            return way;
        }
    }

    /** Which line of the chart is which. */
    public static final class Legend {
        private final String name;
        private final int number;

        Legend(String name, int number) {
            this.name = requireNonNull(name, "name is null");
            this.number = number;
        }

        public String getName() {
            return name;
        }

        public int getNumber() {
            return number;
        }
    }

    /** What one price has done in all the time that is known. */
    public static final class Statistics {
        private final String kind;
        private final List<Change> changes;
        private final String high;
        private final String highDay;
        private final String low;
        private final String lowDay;
        private final int days;
        private final String volatility;

        Statistics(
                String kind,
                List<Change> changes,
                String high,
                String highDay,
                String low,
                String lowDay,
                int days,
                String volatility) {
            this.kind = requireNonNull(kind, "kind is null");
            this.changes = List.copyOf(changes);
            this.high = requireNonNull(high, "high is null");
            this.highDay = requireNonNull(highDay, "highDay is null");
            this.low = requireNonNull(low, "low is null");
            this.lowDay = requireNonNull(lowDay, "lowDay is null");
            this.days = days;
            this.volatility = requireNonNull(volatility, "volatility is null");
        }

        public String getKind() {
            return kind;
        }

        public List<Change> getChanges() {
            return changes;
        }

        public String getHigh() {
            return high;
        }

        public String getHighDay() {
            return highDay;
        }

        public String getLow() {
            return low;
        }

        public String getLowDay() {
            return lowDay;
        }

        public int getDays() {
            return days;
        }

        public String getVolatility() {
            return volatility;
        }
    }

    /** A change against some days before. */
    public static final class Change {
        private final String span;
        private final String text;
        private final String title;
        private final String way;

        Change(String span, String text, String title, String way) {
            this.span = requireNonNull(span, "span is null");
            this.text = requireNonNull(text, "text is null");
            this.title = requireNonNull(title, "title is null");
            this.way = requireNonNull(way, "way is null");
        }

        /** In how much time. */
        public String getSpan() {
            return span;
        }

        public String getText() {
            return text;
        }

        /** What it is against. */
        public String getTitle() {
            return title;
        }

        public String getWay() {
            return way;
        }
    }

    public List<Latest> getLatest() {
        return latest;
    }

    /** The chart as SVG; empty when there is nothing to draw. */
    public String getChart() {
        return chart;
    }

    /** What the chart shows, as the rows of a table, the newest first; empty when there is nothing to show. */
    public String getTable() {
        return table;
    }

    public List<Legend> getLegends() {
        return legends;
    }

    public List<Choice> getRanges() {
        return ranges;
    }

    public List<Choice> getCurrencies() {
        return currencies;
    }

    /** Empty when there is one only. */
    public List<Choice> getFinishes() {
        return finishes;
    }

    public List<Statistics> getStatistics() {
        return statistics;
    }

    /** A sentence about what is missing; empty when nothing is. */
    public String getNote() {
        return note;
    }
}
