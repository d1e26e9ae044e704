package org.mtgtracker.pages.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mtgtracker.pricing.boundary.DayPrices;
import org.mtgtracker.pricing.boundary.PriceType;

class PriceTableTest {
    @Test
    void each_day_is_a_row_the_newest_first_and_what_is_not_known_a_dash() {
        String table = PriceTable.of(
                List.of(
                        new DayPrices(LocalDate.parse("2026-01-01"), Map.of(PriceType.USD, 125)),
                        new DayPrices(
                                LocalDate.parse("2026-01-02"),
                                Map.of(PriceType.USD, 150, PriceType.USD_FOIL, 100_000))),
                List.of(PriceType.USD, PriceType.USD_FOIL));

        assertThat(table.replaceAll("<[^>]*>", " ").replaceAll(" +", " ").strip())
                .isEqualTo("Day USD USD foil 2026-01-02 $1.50 $1,000.00 2026-01-01 $1.25 –");
        assertThat(table).contains("<th scope=\"row\" class=\"date\">2026-01-02</th>");
    }

    @Test
    void without_prices_there_is_no_table() {
        assertThat(PriceTable.of(List.of(), List.of(PriceType.USD))).isEmpty();
    }
}
