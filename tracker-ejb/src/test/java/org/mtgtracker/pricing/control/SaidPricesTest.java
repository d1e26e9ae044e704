package org.mtgtracker.pricing.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mtgtracker.pricing.boundary.PriceType.EUR;
import static org.mtgtracker.pricing.boundary.PriceType.USD;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SaidPricesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final int NONE = PriceRow.NONE;

    @Test
    void another_price_of_the_same_card_day_and_type_is_a_contradiction() {
        SaidPrices said = new SaidPrices();
        assertThat(said.contradicted(row(DAY, 1, 100, 1))).isNull();
        assertThat(said.contradicted(row(DAY, 1, 100, 1))).isNull();
        assertThat(said.contradicted(row(DAY, 1, 101, 1))).isEqualTo(USD);
        assertThat(said.contradicted(row(DAY, 1, NONE, 1))).isEqualTo(USD);
        assertThat(said.contradicted(row(DAY, 2, 101, 1))).isNull();
        assertThat(said.contradicted(row(DAY.plusDays(1), 1, 101, 1))).isNull();
    }

    @Test
    void a_row_is_a_repetition_when_all_that_it_says_was_said_before() {
        SaidPrices said = new SaidPrices();
        assertThat(said.repeated(row(DAY, 1, 100, 1))).isFalse();
        said.contradicted(row(DAY, 1, 100, 1));
        assertThat(said.repeated(row(DAY, 1, 100, 1))).isTrue();
        assertThat(said.repeated(row(DAY, 1, 101, 1))).isFalse();
        assertThat(said.repeated(row(DAY, 1, 100, 0b1001))).isFalse();
        assertThat(said.repeated(row(DAY, 1, 100, 0)))
                .as("a row that says nothing")
                .isFalse();
        assertThat(said.repeated(row(DAY.plusDays(1), 1, 100, 1))).isFalse();
    }

    @Test
    void a_row_that_contradicts_leaves_nothing_behind() {
        SaidPrices said = new SaidPrices();
        said.contradicted(row(DAY, 1, 100, 1));
        assertThat(said.contradicted(row(DAY, 1, 200, 0b1001))).isEqualTo(USD);
        assertThat(said.said(DAY, 1, EUR)).isEmpty();
    }

    @Test
    void what_was_said_is_remembered_over_many_prices_and_forgotten_after_twice_as_many() {
        SaidPrices said = new SaidPrices(10_000);
        for (int card = 1; card <= 30_000; card++) {
            assertThat(said.contradicted(row(DAY, card, card, 1))).isNull();
        }
        for (int card = 20_001; card <= 30_000; card++) {
            assertThat(said.said(DAY, card, USD)).hasValue(card);
        }
        assertThat(said.said(DAY, 1, USD)).isEmpty();
    }

    private static PriceRow row(LocalDate day, int card, int cents, int spoken) {
        return new PriceRow(day, card, new int[] {cents, NONE, NONE, NONE, NONE, NONE}, spoken);
    }
}
