package org.mtgtracker.pricing.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceColumnsTest {
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 2, 1);
    private static final UUID CARD = UUID.fromString("00012bd8-ed68-4978-a22d-f450c8a6e048");
    private static final PriceColumns ALL =
            PriceColumns.of("date,scryfall_id,usd,usd_foil,usd_etched,eur,eur_foil,tix");
    private static final PriceColumns BY_FINISH = PriceColumns.of("date,scryfall_id,finish,usd,eur");

    @Test
    void a_line_is_read_in_cents_with_nothing_for_no_price() {
        PriceLine line = ALL.line("2026-01-19," + CARD + ",0.88,0.5,,12,1234567.89,0.01\r", LAST_DAY);
        assertThat(line.day()).isEqualTo("2026-01-19");
        assertThat(line.card()).isEqualTo(CARD);
        assertThat(line.cents()).containsExactly(88, 50, PriceRow.NONE, 1200, 123_456_789, 1);
        assertThat(line.spoken()).isEqualTo(0b111111);
    }

    @Test
    void a_finish_says_which_price_of_the_currency_it_is() {
        PriceLine line = BY_FINISH.line("2026-01-19," + CARD + ",foil,0.88,0.5", LAST_DAY);
        assertThat(line.cents()).containsExactly(PriceRow.NONE, 88, PriceRow.NONE, PriceRow.NONE, 50, PriceRow.NONE);
        assertThat(line.spoken()).isEqualTo(0b010010);
        assertThat(BY_FINISH
                        .line("2026-01-19," + CARD + ",etched,0.88,", LAST_DAY)
                        .spoken())
                .isEqualTo(0b000100);
    }

    @Test
    void fields_may_stand_in_quotes() {
        assertThat(PriceColumns.of("\"date\",\"scryfall_id\", \"USD\"")
                        .line("\"2026-01-19\",\"" + CARD + "\",\"1.5\"", LAST_DAY)
                        .cents())
                .startsWith(150);
    }

    @Test
    void the_last_day_may_have_prices() {
        assertThat(ALL.line(LAST_DAY + "," + CARD + ",1,,,,,", LAST_DAY).day()).isEqualTo(LAST_DAY);
    }

    @Test
    void what_stands_in_quotes_is_one_field_whatever_is_in_it() {
        assertThatThrownBy(() -> ALL.line("2026-01-19," + CARD + ",\"1,234.50\",,,,,", LAST_DAY))
                .hasMessageContaining("usd is \"1,234.50\"; it must be empty or a number");
        assertThatThrownBy(() -> ALL.line("2026-01-19," + CARD + ",\"1\"\"\",,,,,", LAST_DAY))
                .hasMessageContaining("usd is \"1\"\"");
        assertThatThrownBy(() -> ALL.line("2026-01-19," + CARD + ",\"1,,,,,", LAST_DAY))
                .isInstanceOf(BrokenPriceLine.class)
                .hasMessage("a quotation mark is not closed; a field must end in the line it begins in");
        assertThatThrownBy(() -> ALL.line("2026-01-19," + CARD + ",\"1\"2,,,,,", LAST_DAY))
                .isInstanceOf(BrokenPriceLine.class)
                .hasMessage(
                        "after the quoted field \"1\" there is more than a comma; a quotation mark inside must be doubled");
        assertThat(ALL.line("2026-01-19," + CARD + ", \"1\" ,\"\",,,,\"2\"\r", LAST_DAY)
                        .cents())
                .containsExactly(100, PriceRow.NONE, PriceRow.NONE, PriceRow.NONE, PriceRow.NONE, 200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|its first columns are not date,scryfall_id",
                "scryfall_id,date,usd|its first columns are not date,scryfall_id",
                "2026-01-19,CARD,1|its first columns are not date,scryfall_id",
                "date,scryfall_id|it has no column of prices",
                "date,scryfall_id,finish|it has no column of prices",
                "date,scryfall_id,usd,usd_foil,usd_etched,price|there is no column \"price\"",
                "date,scryfall_id,usd,|there is no column \"\"",
                "date,scryfall_id,finish,usd_foil|there is no column \"usd_foil\" beside finish",
                "date,scryfall_id,eur,EUR|it has the column eur twice"
            })
    void of_another_header_it_is_told_what_is_wrong(String header, String reason) {
        assertThatThrownBy(() -> PriceColumns.of(header))
                .isInstanceOf(BrokenPriceLine.class)
                .hasMessage(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-01-19,CARD,1,,,,|it has 7 fields; by the header a line has 8",
                "19.01.2026,CARD,1,,,,,|the date is \"19.01.2026\"; it must be a day as 2026-01-19",
                "2026-02-02,CARD,1,,,,,|after tomorrow (UTC), 2026-02-01",
                "1990-01-01,CARD,1,,,,,|there were no cards before 1993-08-05",
                "2026-01-19,12,1,,,,,|the scryfall_id is \"12\"; it must be a UUID",
                "2026-01-19,CARD,-1,,,,,|usd is \"-1\"; it must be empty or a number from 0.01",
                "2026-01-19,CARD,0.00,,,,,|usd is \"0.00\"; where there is no price it must be empty",
                "2026-01-19,CARD,,1.234,,,,|usd_foil is \"1.234\"",
                "2026-01-19,CARD,,1.500,,,,|usd_foil is \"1.500\"",
                "2026-01-19,CARD,,,$3,,,|without a currency",
                "2026-01-19,CARD,1'000,,,,,|usd is \"1'000\"",
                "2026-01-19,CARD,1,50,,,,,|it has 9 fields; by the header a line has 8",
                "2026-02-30,CARD,1,,,,,|the date is \"2026-02-30\"; it must be a day",
                "2026-01-19,CARD,,,,10000000.01,,|eur is \"10000000.01\"",
                "2026-01-19,CARD,1e3,,,,,|usd is \"1e3\"",
                "2026-01-19,CARD,+1,,,,,|usd is \"+1\"",
                "2026-01-19,CARD,\u0661,,,,,|usd is \"\u0661\"",
                "2026-01-19,CARD,2 EUR,,,,,|without a currency",
                "2026-01-19,CARD,,,,,NaN,|eur_foil is \"NaN\"",
                "2026-01-19,CARD,,,,,,1e999999999|tix is \"1e999999999\""
            })
    void a_wrong_line_is_named_with_what_is_allowed(String line, String reason) {
        assertThatThrownBy(() -> ALL.line(line.replace("CARD", CARD.toString()), LAST_DAY))
                .isInstanceOf(BrokenPriceLine.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-01-19,CARD,shiny,1,|the finish is \"shiny\"; it must be nonfoil, foil or etched",
                "2026-01-19,CARD,etched,1,2|eur has no prices of finish etched; leave the field empty"
            })
    void a_finish_that_there_is_not_is_named(String line, String reason) {
        assertThatThrownBy(() -> BY_FINISH.line(line.replace("CARD", CARD.toString()), LAST_DAY))
                .isInstanceOf(BrokenPriceLine.class)
                .hasMessageContaining(reason);
    }
}
