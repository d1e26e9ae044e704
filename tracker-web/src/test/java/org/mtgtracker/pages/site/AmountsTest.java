package org.mtgtracker.pages.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mtgtracker.pricing.boundary.DatedPrice;
import org.mtgtracker.pricing.boundary.PriceType;

class AmountsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 2, 14);

    @Test
    void amounts_are_told_in_their_currency() {
        assertThat(Amounts.of(PriceType.USD, 123_450)).isEqualTo("$1,234.50");
        assertThat(Amounts.of(PriceType.EUR_FOIL, 5)).isEqualTo("€0.05");
        assertThat(Amounts.of(PriceType.TIX, 2)).isEqualTo("0.02 tix");
    }

    @Test
    void changes_have_a_sign() {
        assertThat(Amounts.change(PriceType.USD, 120)).isEqualTo("+$1.20");
        assertThat(Amounts.change(PriceType.USD, -40)).isEqualTo("−$0.40");
        assertThat(Amounts.percent(200, 225)).isEqualTo("+12.5 %");
        assertThat(Amounts.percent(100, 33)).isEqualTo("−67.0 %");
        assertThat(Amounts.percent(10, 1010)).isEqualTo("+10,000 %");
        assertThat(Amounts.percent(0, 5)).isEmpty();
    }

    @Test
    void a_list_shows_dollars_first_and_says_what_is_foil() {
        assertThat(Amounts.first(
                        Map.of(PriceType.EUR, new DatedPrice(DAY, 100), PriceType.USD, new DatedPrice(DAY, 200))))
                .isEqualTo("$2.00");
        assertThat(Amounts.first(
                        Map.of(PriceType.USD_FOIL, new DatedPrice(DAY, 300), PriceType.EUR, new DatedPrice(DAY, 100))))
                .isEqualTo("$3.00 foil");
        assertThat(Amounts.first(Map.of())).isEmpty();
    }
}
