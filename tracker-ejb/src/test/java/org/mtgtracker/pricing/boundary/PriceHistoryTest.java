package org.mtgtracker.pricing.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.mtgtracker.pricing.boundary.PriceType.EUR;
import static org.mtgtracker.pricing.boundary.PriceType.USD;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mtgtracker.pricing.boundary.PricePeriod.Course;
import org.mtgtracker.pricing.boundary.PriceStatistics.Change;

/** How days become periods and statistics; 2026-06-01 is a Monday. */
class PriceHistoryTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 6, 1);

    @Test
    void a_week_has_the_first_the_extreme_the_last_and_the_mean_price_of_each_type() {
        List<DayPrices> days = List.of(
                day(0, Map.of(USD, 300)),
                day(2, Map.of(USD, 100, EUR, 5)),
                day(6, Map.of(USD, 201)),
                day(7, Map.of(USD, 900)));
        assertThat(PricePeriod.of(days, Resolution.WEEK))
                .containsExactly(
                        new PricePeriod(
                                MONDAY,
                                MONDAY.plusDays(6),
                                Map.of(
                                        USD, new Course(300, 300, 100, 201, 200, 3),
                                        EUR, new Course(5, 5, 5, 5, 5, 1))),
                        new PricePeriod(
                                MONDAY.plusDays(7),
                                MONDAY.plusDays(13),
                                Map.of(USD, new Course(900, 900, 900, 900, 900, 1))));
    }

    @Test
    void months_without_prices_are_left_out_and_a_mean_is_rounded_half_up() {
        List<DayPrices> days = List.of(day(0, Map.of(USD, 1)), day(1, Map.of(USD, 2)), day(70, Map.of(USD, 7)));
        assertThat(PricePeriod.of(days, Resolution.MONTH))
                .extracting(PricePeriod::first, PricePeriod::last)
                .containsExactly(
                        tuple(MONDAY, LocalDate.of(2026, 6, 30)),
                        tuple(LocalDate.of(2026, 8, 1), LocalDate.of(2026, 8, 31)));
        assertThat(PricePeriod.of(days, Resolution.MONTH)
                        .get(0)
                        .courses()
                        .get(USD)
                        .average())
                .isEqualTo(2);
    }

    @Test
    void a_week_that_a_year_ends_in_is_one_and_a_month_that_one_begins_in_another() {
        List<DayPrices> days = List.of(
                new DayPrices(LocalDate.of(2025, 12, 28), Map.of(USD, 1)),
                new DayPrices(LocalDate.of(2025, 12, 31), Map.of(USD, 2)),
                new DayPrices(LocalDate.of(2026, 1, 4), Map.of(USD, 3)),
                new DayPrices(LocalDate.of(2026, 1, 5), Map.of(USD, 4)));
        assertThat(PricePeriod.of(days, Resolution.WEEK))
                .extracting(PricePeriod::first, PricePeriod::last, week -> week.courses()
                        .get(USD)
                        .days())
                .containsExactly(
                        tuple(LocalDate.of(2025, 12, 22), LocalDate.of(2025, 12, 28), 1),
                        tuple(LocalDate.of(2025, 12, 29), LocalDate.of(2026, 1, 4), 2),
                        tuple(LocalDate.of(2026, 1, 5), LocalDate.of(2026, 1, 11), 1));
        assertThat(PricePeriod.of(days, Resolution.MONTH))
                .extracting(
                        PricePeriod::first,
                        month -> month.courses().get(USD).open(),
                        month -> month.courses().get(USD).close())
                .containsExactly(tuple(LocalDate.of(2025, 12, 1), 1, 2), tuple(LocalDate.of(2026, 1, 1), 3, 4));
    }

    @Test
    void a_single_price_has_extremes_and_no_volatility_and_is_compared_with_itself_once_it_is_old() {
        PriceStatistics statistics = PriceStatistics.of(MONDAY, List.of(priced(8, 100)));
        assertThat(statistics.high()).isEqualTo(statistics.low()).isEqualTo(priced(8, 100));
        assertThat(statistics.changes())
                .containsExactly(new Change(1, priced(8, 100), 0), new Change(7, priced(8, 100), 0));
        assertThat(statistics.volatility()).isEmpty();
        assertThat(PriceStatistics.of(MONDAY, List.of(priced(0, 100))).changes())
                .isEmpty();
    }

    @Test
    void the_extremes_have_the_first_of_their_days() {
        PriceStatistics statistics = PriceStatistics.of(
                MONDAY, List.of(priced(9, 100), priced(8, 300), priced(7, 100), priced(6, 300), priced(0, 200)));
        assertThat(statistics.high()).isEqualTo(priced(8, 300));
        assertThat(statistics.low()).isEqualTo(priced(9, 100));
        assertThat(statistics.newest()).isEqualTo(priced(0, 200));
        assertThat(statistics.days()).isEqualTo(5);
    }

    @Test
    void changes_count_back_from_the_newest_day_and_take_the_newest_price_before() {
        PriceStatistics statistics =
                PriceStatistics.of(MONDAY, List.of(priced(40, 100), priced(8, 150), priced(2, 120)));
        assertThat(statistics.changes())
                .containsExactly(
                        new Change(1, priced(2, 120), 0),
                        new Change(7, priced(8, 150), -30),
                        new Change(30, priced(40, 100), 20));
    }

    @Test
    void volatility_is_the_deviation_of_daily_returns_with_gaps_scaled() {
        // returns ln 2, -ln 2, and over four days 2 ln 2 / √4 = ln 2; their mean is ln 2 / 3
        List<DatedPrice> history = List.of(priced(6, 100), priced(5, 200), priced(4, 100), priced(0, 400));
        double expected = Math.log(2) * Math.sqrt((2 * (4.0 / 9) + 16.0 / 9) / 2);
        assertThat(PriceStatistics.of(MONDAY, history).volatility().orElseThrow())
                .isCloseTo(expected, within(1e-12));
        assertThat(PriceStatistics.of(MONDAY, history.subList(2, 4)).volatility())
                .isEmpty();
        assertThat(PriceStatistics.of(MONDAY.plusDays(366), history).volatility())
                .isEmpty();
    }

    private static DayPrices day(int after, Map<PriceType, Integer> cents) {
        return new DayPrices(MONDAY.plusDays(after), cents);
    }

    private static DatedPrice priced(int daysAgo, int cents) {
        return new DatedPrice(MONDAY.minusDays(daysAgo), cents);
    }
}
