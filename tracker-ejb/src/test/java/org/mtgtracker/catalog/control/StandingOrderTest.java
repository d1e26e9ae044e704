package org.mtgtracker.catalog.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandingOrderTest {
    @Test
    void without_settings_scryfalls_cards_come_in_and_one_in_a_hundred_may_be_broken() {
        assertThat(StandingOrder.of(Optional.empty(), Optional.empty(), Optional.empty()))
                .isEqualTo(new StandingOrder("scryfall", Optional.empty(), 1));
        assertThat(StandingOrder.of(Optional.of(" "), Optional.of(" "), Optional.of(" ")))
                .isEqualTo(new StandingOrder("scryfall", Optional.empty(), 1));
    }

    @Test
    void settings_are_taken() {
        assertThat(StandingOrder.of(Optional.of(" demo "), Optional.of("2026-01-31"), Optional.of("0.5")))
                .isEqualTo(new StandingOrder("demo", Optional.of(LocalDate.of(2026, 1, 31)), 0.5));
        assertThat(StandingOrder.of(Optional.empty(), Optional.empty(), Optional.of("0"))
                        .maxBrokenPercent())
                .isZero();
        assertThat(StandingOrder.of(Optional.empty(), Optional.empty(), Optional.of("100"))
                        .maxBrokenPercent())
                .isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"few", "-1", "100.1", "NaN", "Infinity", "1 %"})
    void a_share_that_is_none_counts_as_not_set(String percent) {
        assertThat(StandingOrder.of(Optional.empty(), Optional.empty(), Optional.of(percent))
                        .maxBrokenPercent())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2999-01-01", "1970-01-01", "31.1.2026", "2026-02-30"})
    void a_day_that_prices_cannot_be_of_counts_as_not_set(String day) {
        assertThat(StandingOrder.of(Optional.empty(), Optional.of(day), Optional.empty())
                        .priceDay())
                .isEmpty();
    }
}
