package org.mtgtracker.rest.trending;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mtgtracker.catalog.boundary.CardJson;
import org.mtgtracker.pricing.boundary.DatedPrice;
import org.mtgtracker.trending.boundary.Mover;
import org.mtgtracker.trending.boundary.SetMover;
import org.mtgtracker.trending.boundary.Trend;

class TrendJsonTest {
    private static final LocalDate NEWEST = LocalDate.of(2026, 2, 14);
    private static final Optional<Trend.Reckoned> RECKONED =
            Optional.of(new Trend.Reckoned(7, NEWEST, NEWEST.minusDays(7), Instant.EPOCH));
    private static final UUID CARD = new UUID(1, 2);

    @Test
    void a_mover_is_its_card_and_both_prices_with_their_days() {
        Trend<Mover> trend = new Trend<>(
                List.of(new Mover(CARD, new DatedPrice(NEWEST.minusDays(8), 200), new DatedPrice(NEWEST, 175))),
                12,
                3,
                RECKONED,
                List.of("a part was left out"));
        CardJson card = new CardJson(CARD, "{\"name\":\"Æ\"}".getBytes(UTF_8), 1);
        assertThat(TrendJson.cards(trend, Map.of(CARD, card)))
                .isEqualTo("{\"data\":[{\"card\":{\"name\":\"Æ\"},\"old\":{\"price\":\"2.00\",\"day\":\"2026-02-06\"},"
                        + "\"now\":{\"price\":\"1.75\",\"day\":\"2026-02-14\"},\"amount\":\"-0.25\","
                        + "\"percent\":\"-12.50\"}],\"total\":12,\"stale\":3,\"newestDay\":\"2026-02-14\","
                        + "\"targetDay\":\"2026-02-07\",\"generation\":7,\"reckonedAt\":\"1970-01-01T00:00:00Z\","
                        + "\"warnings\":[\"a part was left out\"]}");
    }

    @Test
    void a_card_that_has_left_the_catalogue_is_left_out() {
        Trend<Mover> trend = new Trend<>(
                List.of(new Mover(CARD, new DatedPrice(NEWEST, 200), new DatedPrice(NEWEST, 175))),
                1,
                0,
                RECKONED,
                List.of());
        assertThat(TrendJson.cards(trend, Map.of())).startsWith("{\"data\":[],\"total\":1,");
    }

    @Test
    void without_prices_there_are_no_days() {
        assertThat(TrendJson.sets(new Trend<>(List.of(), 0, 0, Optional.empty(), List.of())))
                .isEqualTo("{\"data\":[],\"total\":0,\"stale\":0,\"warnings\":[]}");
    }

    @Test
    void a_set_has_the_sums_of_its_cards() {
        assertThat(TrendJson.sets(new Trend<>(List.of(new SetMover("tst", 5, 300, 401)), 1, 0, RECKONED, List.of())))
                .startsWith("{\"data\":[{\"set\":\"tst\",\"cards\":5,\"old\":\"3.00\",\"now\":\"4.01\","
                        + "\"amount\":\"1.01\",\"percent\":\"33.67\"}],");
    }
}
