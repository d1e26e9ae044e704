package org.mtgtracker.catalog.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardPricesTest {
    /** In Auckland it is the 20th already. */
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-01-19T12:00:00Z"), ZoneId.of("Pacific/Auckland"));

    @ParameterizedTest
    @CsvSource({"1993-08-04,false", "1993-08-05,true", "2026-01-19,true", "2026-01-20,true", "2026-01-21,false"})
    void prices_are_of_a_day_from_magics_first_to_tomorrow(LocalDate day, boolean can) {
        assertThat(CardPrices.canBeOf(day, NOON)).isEqualTo(can);
    }
}
