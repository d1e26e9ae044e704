package org.mtgtracker.rest.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mtgtracker.pricing.boundary.DatedPrice;
import org.mtgtracker.pricing.boundary.DayPrices;
import org.mtgtracker.pricing.boundary.LatestPrice;
import org.mtgtracker.pricing.boundary.PricePeriod;
import org.mtgtracker.pricing.boundary.PriceStatistics;
import org.mtgtracker.pricing.boundary.PriceType;
import org.mtgtracker.pricing.boundary.Resolution;

class PricesJsonTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);

    @Test
    void a_price_is_a_decimal_text_and_a_missing_one_null() {
        DayPrices day = new DayPrices(DAY, Map.of(PriceType.USD, 5, PriceType.EUR_FOIL, 123456, PriceType.TIX, 0));

        assertThat(PricesJson.days(List.of(day), PriceType.ALL))
                .isEqualTo("{\"data\":[{\"day\":\"2026-01-31\",\"usd\":\"0.05\",\"usd_foil\":null,\"usd_etched\":null,"
                        + "\"eur\":null,\"eur_foil\":\"1234.56\",\"tix\":\"0.00\"}],\"total\":1,\"warnings\":[]}");
    }

    @Test
    void a_card_without_prices_has_no_days() {
        assertThat(PricesJson.days(List.of(), PriceType.ALL)).isEqualTo("{\"data\":[],\"total\":0,\"warnings\":[]}");
    }

    @Test
    void only_types_that_were_asked_for_are_named() {
        DayPrices day = new DayPrices(DAY, Map.of(PriceType.USD, 5, PriceType.TIX, 7));
        assertThat(PricesJson.days(List.of(day), List.of(PriceType.EUR, PriceType.TIX)))
                .startsWith("{\"data\":[{\"day\":\"2026-01-31\",\"eur\":null,\"tix\":\"0.07\"}]");
        assertThat(PricesCsv.days(List.of(day), List.of(PriceType.EUR, PriceType.TIX)))
                .isEqualTo("day,eur,tix\r\n2026-01-31,,0.07\r\n");
    }

    @Test
    void a_period_has_a_course_for_each_type() {
        List<PricePeriod> periods = PricePeriod.of(
                List.of(
                        new DayPrices(DAY.minusDays(1), Map.of(PriceType.USD, 5)),
                        new DayPrices(DAY, Map.of(PriceType.USD, 10))),
                Resolution.MONTH);
        assertThat(PricesJson.periods(periods, List.of(PriceType.USD, PriceType.EUR)))
                .startsWith("{\"data\":[{\"first\":\"2026-01-01\",\"last\":\"2026-01-31\",\"usd\":{\"open\":\"0.05\","
                        + "\"high\":\"0.10\",\"low\":\"0.05\",\"close\":\"0.10\",\"average\":\"0.08\",\"days\":2},"
                        + "\"eur\":null}],\"total\":1");
        assertThat(PricesCsv.periods(periods, PriceType.ALL))
                .isEqualTo("first,last,type,open,high,low,close,average,days\r\n"
                        + "2026-01-01,2026-01-31,usd,0.05,0.10,0.05,0.10,0.08,2\r\n");
    }

    @Test
    void newest_prices_have_their_days_and_ids_without_a_card_are_told() {
        LatestPrice latest = new LatestPrice(new UUID(0, 1), Map.of(PriceType.USD, new DatedPrice(DAY, 25)));
        assertThat(PricesJson.latest(List.of(latest), List.of(new UUID(0, 2))))
                .isEqualTo("{\"data\":[{\"id\":\"00000000-0000-0000-0000-000000000001\",\"usd\":{\"price\":\"0.25\","
                        + "\"day\":\"2026-01-31\"},\"usd_foil\":null,\"usd_etched\":null,\"eur\":null,"
                        + "\"eur_foil\":null,\"tix\":null}],\"total\":1,"
                        + "\"notFound\":[\"00000000-0000-0000-0000-000000000002\"],\"warnings\":[]}");
    }

    @Test
    void statistics_tell_changes_in_amount_and_percent() {
        PriceStatistics statistics = new PriceStatistics(
                new DatedPrice(DAY, 150),
                new DatedPrice(DAY.minusDays(1), 200),
                new DatedPrice(DAY.minusDays(9), 100),
                3,
                List.of(new PriceStatistics.Change(7, new DatedPrice(DAY.minusDays(9), 100), 50)),
                OptionalDouble.of(0.12345));
        assertThat(PricesJson.statistics(Map.of(PriceType.USD, statistics), List.of(PriceType.USD, PriceType.TIX)))
                .contains("\"changes\":[{\"days\":7,\"old\":{\"price\":\"1.00\",\"day\":\"2026-01-22\"},"
                        + "\"amount\":\"0.50\",\"percent\":\"50.00\"}],\"volatility\":\"0.1235\"},\"tix\":null}");
    }
}
