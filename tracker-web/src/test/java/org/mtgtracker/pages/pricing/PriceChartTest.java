package org.mtgtracker.pages.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mtgtracker.pricing.boundary.DayPrices;
import org.mtgtracker.pricing.boundary.PriceType;

class PriceChartTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 19);

    private static DayPrices day(int after, Map<PriceType, Integer> cents) {
        return new DayPrices(FIRST.plusDays(after), cents);
    }

    @Test
    void each_type_is_a_line_from_its_first_day_to_its_last() {
        String chart = PriceChart.of(
                List.of(
                        day(0, Map.of(PriceType.USD, 100)),
                        day(1, Map.of(PriceType.USD, 200, PriceType.USD_FOIL, 300)),
                        day(2, Map.of(PriceType.USD, 150))),
                List.of(PriceType.USD, PriceType.USD_FOIL),
                FIRST,
                FIRST.plusDays(2));

        assertThat(chart)
                .contains("class=\"line line-0\" d=\"M62 ")
                .contains("L706 ")
                .contains("class=\"line line-1\"");
        assertThat(chart).contains("data-types=\"USD|USD foil\"").contains("2026-01-20 384 $2.00@");
        assertThat(chart)
                .contains("aria-label=\"Prices from 2026-01-19 to 2026-01-21. US dollars: $1.00 on 2026-01-19,"
                        + " $1.50 on 2026-01-21. US dollars, foil: $3.00 on 2026-01-20, $3.00 on 2026-01-20.\"");
    }

    @Test
    void one_price_that_never_moves_can_be_drawn() {
        String chart = PriceChart.of(List.of(day(0, Map.of(PriceType.TIX, 2))), List.of(PriceType.TIX), FIRST, FIRST);

        assertThat(chart).contains("<circle").doesNotContain("NaN").doesNotContain("Infinity");
    }

    @Test
    void the_lines_of_the_grid_are_numbers_that_people_count_in() {
        String chart = PriceChart.of(
                List.of(day(0, Map.of(PriceType.USD, 100)), day(30, Map.of(PriceType.USD, 1100))),
                List.of(PriceType.USD),
                FIRST,
                FIRST.plusDays(30));

        assertThat(chart).contains(">$2.00<", ">$4.00<", ">$12.00<", ">19 Jan<", ">18 Feb<");
    }
}
