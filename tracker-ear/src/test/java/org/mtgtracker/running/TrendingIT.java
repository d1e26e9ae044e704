package org.mtgtracker.running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What moves in the demo's prices. */
@ExtendWith(SharedTracker.class)
class TrendingIT {
    private final RunningTracker tracker;
    private final Api api;

    TrendingIT(RunningTracker tracker) {
        this.tracker = tracker;
        this.api = tracker.api();
    }

    @BeforeEach
    void trends_are_there() {
        await().atMost(180, SECONDS)
                .until(() ->
                        api.json("/api/v2/trending?timeframe=30d").path("total").asInt() > 0);
    }

    @Test
    void movers_come_by_percent_with_both_prices_and_their_days() {
        JsonNode trend = api.json("/api/v2/trending?timeframe=7d&type=usd&direction=increase&limit=100");
        LocalDate newest = LocalDate.parse(trend.path("newestDay").asText());
        assertThat(trend.path("targetDay").asText())
                .isEqualTo(newest.minusDays(7).toString());

        List<BigDecimal> percents = new ArrayList<>();
        for (JsonNode mover : trend.path("data")) {
            BigDecimal old = new BigDecimal(mover.path("old").path("price").asText());
            BigDecimal now = new BigDecimal(mover.path("now").path("price").asText());
            assertThat(old).isGreaterThan(new BigDecimal("0.50"));
            assertThat(now.subtract(old))
                    .isEqualTo(new BigDecimal(mover.path("amount").asText()));
            assertThat(LocalDate.parse(mover.path("old").path("day").asText()))
                    .isBetween(newest.minusDays(14), newest.minusDays(7));
            assertThat(mover.path("card").path("object").asText()).isEqualTo("card");
            percents.add(new BigDecimal(mover.path("percent").asText()));
        }
        assertThat(percents).hasSizeGreaterThan(10).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void decreases_come_by_amount() {
        JsonNode trend = api.json("/api/v2/trending?timeframe=30d&direction=decrease&by=amount&limit=50");
        List<BigDecimal> amounts = new ArrayList<>();
        trend.path("data")
                .forEach(
                        mover -> amounts.add(new BigDecimal(mover.path("amount").asText())));
        assertThat(amounts).hasSizeGreaterThan(5).isSorted().allMatch(amount -> amount.signum() < 0);
    }

    @Test
    void a_search_picks_among_all_movers() {
        JsonNode all = api.json("/api/v2/trending?timeframe=30d&limit=100");
        JsonNode last = all.path("data").path(all.path("data").size() - 1).path("card");
        String name = last.path("name").asText().split(" // ")[0];

        JsonNode found = api.json("/api/v2/trending?timeframe=30d&limit=100&q=" + URLEncoder.encode(name, UTF_8));

        assertThat(found.path("total").asInt())
                .isPositive()
                .isLessThan(all.path("total").asInt());
        assertThat(found.path("data").findValuesAsText("id"))
                .contains(last.path("id").asText());
        assertThat(api.json("/api/v2/trending?timeframe=30d&q=nocardiscalledlikethis")
                        .path("total")
                        .asInt())
                .isZero();
    }

    @Test
    void sets_move_as_well() {
        int up = api.json("/api/v2/trending/sets?timeframe=30d&direction=increase")
                .path("total")
                .asInt();
        int down = api.json("/api/v2/trending/sets?timeframe=30d&direction=decrease")
                .path("total")
                .asInt();
        assertThat(up + down).isGreaterThan(3);
    }

    @Test
    void a_timeframe_before_the_first_price_has_no_movers() {
        JsonNode year = api.json("/api/v2/trending?timeframe=1y");
        assertThat(year.path("total").asInt()).isZero();
        assertThat(year.path("data")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "timeframe=1w",
                "type=gbp",
                "direction=up",
                "by=luck",
                "limit=0",
                "limit=101",
                "timeframe=7d&timeframe=1y"
            })
    void what_is_not_allowed_is_named(String query) {
        HttpResponse<String> response = api.get("/api/v2/trending?" + query);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Api.parsed(response.body()).path("parameter").asText())
                .isEqualTo(query.substring(0, query.indexOf('=')));
    }

    @Test
    void the_jobs_are_there_and_figures_are_published() {
        assertThat(tracker.asAdmin().json("/api/v2/jobs").path("data").findValuesAsText("name"))
                .contains("trending", "price-partitions", "price-thinning");
        assertThat(api.get("/metrics?scope=application").body())
                .containsPattern("tracker_trending_generation\\S* [1-9]")
                .containsPattern("tracker_trending_duration_seconds\\S* \\d");
    }
}
