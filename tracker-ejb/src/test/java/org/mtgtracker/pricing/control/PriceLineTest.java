package org.mtgtracker.pricing.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceLineTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 2, 1);
    private static final UUID CARD = UUID.fromString("00012bd8-ed68-4978-a22d-f450c8a6e048");

    @Test
    void a_line_is_read_in_cents_with_nothing_for_no_price() {
        PriceLine line = PriceLine.of("2026-01-19," + CARD + ",0.88,0.5,,12,1234567.89,0.00\r", TODAY);
        assertThat(line.day()).isEqualTo("2026-01-19");
        assertThat(line.card()).isEqualTo(CARD);
        assertThat(line.cents()).containsExactly(88, 50, PriceLine.NONE, 1200, 123_456_789, 0);
    }

    @Test
    void today_may_have_prices() {
        assertThat(PriceLine.of(TODAY + "," + CARD + ",1,,,,,", TODAY).day()).isEqualTo(TODAY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-01-19,CARD,1,,,,|it has 7 fields; a line has 8",
                "19.01.2026,CARD,1,,,,,|the date is \"19.01.2026\"; it must be a day as 2026-01-19",
                "2026-02-02,CARD,1,,,,,|after today (UTC), 2026-02-01",
                "1990-01-01,CARD,1,,,,,|there were no cards before 1993-08-05",
                "2026-01-19,12,1,,,,,|the scryfall_id is \"12\"; it must be a UUID",
                "2026-01-19,CARD,-1,,,,,|usd is \"-1\"; it must be empty or a number from 0",
                "2026-01-19,CARD,,1.234,,,,|usd_foil is \"1.234\"",
                "2026-01-19,CARD,,,$3,,,|usd_etched is \"$3\"",
                "2026-01-19,CARD,,,,10000000.01,,|eur is \"10000000.01\"",
                "2026-01-19,CARD,,,,,NaN,|eur_foil is \"NaN\"",
                "2026-01-19,CARD,,,,,,1e999999999|tix is \"1e999999999\""
            })
    void a_wrong_line_is_named_with_what_is_allowed(String line, String reason) {
        assertThatThrownBy(() -> PriceLine.of(line.replace("CARD", CARD.toString()), TODAY))
                .isInstanceOf(BrokenPriceLine.class)
                .hasMessageContaining(reason);
    }
}
