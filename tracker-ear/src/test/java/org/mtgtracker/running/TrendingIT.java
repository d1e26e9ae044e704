package org.mtgtracker.running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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

    /** But for euros, which other tests change. */
    @Test
    void every_list_is_that_of_the_price_file_reckoned_a_second_time() throws IOException {
        PriceFileMovers file = demosFile();
        for (String type : List.of("usd", "usd_foil", "usd_etched", "eur_foil", "tix")) {
            for (String timeframe : List.of("24h", "7d", "30d")) {
                for (String direction : List.of("increase", "decrease")) {
                    for (String by : List.of("percent", "amount")) {
                        String query = "timeframe=" + timeframe + "&type=" + type + "&direction=" + direction + "&by="
                                + by + "&limit=100";
                        JsonNode trend = api.json("/api/v2/trending?" + query);
                        LocalDate target =
                                LocalDate.parse(trend.path("targetDay").asText());
                        List<PriceFileMovers.Ends> expected = file.cards(
                                type, target, direction.equals("increase"), by.equals("percent"), card -> true);
                        assertThat(told(trend)).as(query).isEqualTo(first(expected));
                        assertThat(trend.path("total").asInt()).as(query).isEqualTo(expected.size());
                        assertThat(trend.path("stale").asLong()).as(query).isEqualTo(file.stale(type, target));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"t:creature r>=rare", "usd>5 or t:land", "-t:creature", "is:foil"})
    void the_movers_of_a_search_are_those_among_its_printings(String q) throws IOException {
        String query = "&q=" + URLEncoder.encode(q, UTF_8);
        Set<String> found = new HashSet<>();
        String next = "/api/v2/cards?limit=1000&fields=id&unique=prints" + query;
        while (!next.isEmpty()) {
            JsonNode page = api.json(next);
            found.addAll(page.path("data").findValuesAsText("id"));
            next = page.path("next").asText("");
        }

        JsonNode trend = api.json("/api/v2/trending?timeframe=30d&by=amount&limit=100" + query);

        List<PriceFileMovers.Ends> expected = demosFile()
                .cards("usd", LocalDate.parse(trend.path("targetDay").asText()), true, false, found::contains);
        assertThat(told(trend)).isNotEmpty().isEqualTo(first(expected));
        assertThat(trend.path("total").asInt()).isEqualTo(expected.size());
    }

    @Test
    void sets_move_by_the_sums_of_their_cards() throws IOException {
        Map<String, String> sets = new HashMap<>();
        String next = "/api/v2/cards?limit=1000&fields=id,set&unique=prints&q=include%3Aall";
        while (!next.isEmpty()) {
            JsonNode page = api.json(next);
            page.path("data")
                    .forEach(card ->
                            sets.put(card.path("id").asText(), card.path("set").asText()));
            next = page.path("next").asText("");
        }
        PriceFileMovers file = demosFile();
        for (String direction : List.of("increase", "decrease")) {
            for (String by : List.of("percent", "amount")) {
                JsonNode trend =
                        api.json("/api/v2/trending/sets?timeframe=7d&limit=100&direction=" + direction + "&by=" + by);
                List<PriceFileMovers.Ends> expected = file.sets(
                        "usd",
                        LocalDate.parse(trend.path("targetDay").asText()),
                        direction.equals("increase"),
                        by.equals("percent"),
                        sets::get);
                List<String> told = new ArrayList<>();
                for (JsonNode set : trend.path("data")) {
                    told.add(set.path("set").asText() + " " + set.path("cards").asInt() + " "
                            + set.path("old").asText() + " " + set.path("now").asText());
                }
                assertThat(told)
                        .isEqualTo(expected.stream()
                                .map(set -> set.key() + " " + set.cards() + " " + set.old() + " " + set.now())
                                .toList());
            }
        }
    }

    private PriceFileMovers demosFile() throws IOException {
        try (Stream<Path> files = Files.walk(tracker.data())) {
            return new PriceFileMovers(files.filter(file -> file.endsWith("demo-prices.csv.gz"))
                    .findFirst()
                    .orElseThrow());
        }
    }

    private static List<List<String>> first(List<PriceFileMovers.Ends> movers) {
        return movers.stream().limit(100).map(PriceFileMovers.Ends::told).toList();
    }

    private static List<List<String>> told(JsonNode trend) {
        List<List<String>> told = new ArrayList<>();
        for (JsonNode mover : trend.path("data")) {
            told.add(List.of(
                    mover.path("card").path("id").asText(),
                    mover.path("old").path("day").asText() + " "
                            + mover.path("old").path("price").asText(),
                    mover.path("now").path("day").asText() + " "
                            + mover.path("now").path("price").asText(),
                    mover.path("amount").asText(),
                    mover.path("percent").asText()));
        }
        return told;
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
