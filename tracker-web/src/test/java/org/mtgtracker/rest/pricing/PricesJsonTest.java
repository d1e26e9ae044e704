package org.mtgtracker.rest.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mtgtracker.pricing.boundary.DayPrices;
import org.mtgtracker.pricing.boundary.PriceType;

class PricesJsonTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);

    @Test
    void a_price_is_a_decimal_text_and_a_missing_one_null() {
        DayPrices day = new DayPrices(DAY, Map.of(PriceType.USD, 5, PriceType.EUR_FOIL, 123456, PriceType.TIX, 0));

        assertThat(PricesJson.of(List.of(day)))
                .isEqualTo("{\"data\":[{\"day\":\"2026-01-31\",\"usd\":\"0.05\",\"usd_foil\":null,\"usd_etched\":null,"
                        + "\"eur\":null,\"eur_foil\":\"1234.56\",\"tix\":\"0.00\"}],\"total\":1,\"warnings\":[]}");
    }

    @Test
    void a_card_without_prices_has_no_days() {
        assertThat(PricesJson.of(List.of())).isEqualTo("{\"data\":[],\"total\":0,\"warnings\":[]}");
    }
}
