package org.mtgtracker.pricing.boundary;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a card cost in a week or month.
 *
 * @param first its first day, also when the history that was asked for begins later
 * @param last its last day
 * @param courses by type; a type without any price in the period is not in the map
 */
public record PricePeriod(LocalDate first, LocalDate last, Map<PriceType, Course> courses) {
    public PricePeriod {
        requireNonNull(first, "first is null");
        requireNonNull(last, "last is null");
        Map<PriceType, Course> ordered = new EnumMap<>(PriceType.class);
        ordered.putAll(requireNonNull(courses, "courses is null"));
        courses = Collections.unmodifiableMap(ordered);
    }

    /**
     * How a price went, in cents.
     *
     * @param open of the first priced day
     * @param close of the last priced day
     * @param average the mean of the priced days, rounded half up
     * @param days how many days were priced
     */
    public record Course(int open, int high, int low, int close, int average, int days) {
        static Course of(List<Integer> cents) {
            int high = Integer.MIN_VALUE;
            int low = Integer.MAX_VALUE;
            long sum = 0;
            for (int price : cents) {
                high = Math.max(high, price);
                low = Math.min(low, price);
                sum += price;
            }
            int days = cents.size();
            int average = (int) ((2 * sum + days) / (2L * days));
            return new Course(cents.get(0), high, low, cents.get(days - 1), average, days);
        }
    }

    /** Gathers days, which come in order, into periods; a period without any price is left out. */
    public static List<PricePeriod> of(List<DayPrices> days, Resolution resolution) {
        List<PricePeriod> periods = new ArrayList<>();
        for (int from = 0; from < days.size(); ) {
            LocalDate first = resolution.start(days.get(from).day());
            LocalDate last = resolution.end(first);
            Map<PriceType, List<Integer>> cents = new EnumMap<>(PriceType.class);
            int to = from;
            for (; to < days.size() && !days.get(to).day().isAfter(last); to++) {
                days.get(to).cents().forEach((type, price) -> cents.computeIfAbsent(type, any -> new ArrayList<>())
                        .add(price));
            }
            Map<PriceType, Course> courses = new EnumMap<>(PriceType.class);
            cents.forEach((type, prices) -> courses.put(type, Course.of(prices)));
            periods.add(new PricePeriod(first, last, courses));
            from = to;
        }
        return periods;
    }
}
