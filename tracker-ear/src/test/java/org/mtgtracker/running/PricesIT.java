package org.mtgtracker.running;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prices of the demo's cards, and files of prices from its administrator. */
@ExtendWith(SharedTracker.class)
class PricesIT {
    private static final String CSV = "text/csv";

    private final RunningTracker tracker;
    private final Api api;
    private final Api admin;
    private String card;

    PricesIT(RunningTracker tracker) {
        this.tracker = tracker;
        this.api = tracker.api();
        this.admin = tracker.asAdmin();
    }

    @BeforeEach
    void the_demos_prices_are_there() {
        await().atMost(180, SECONDS).until(() -> admin.json("/api/v2/price-files")
                .path("data")
                .findValuesAsText("outcome")
                .contains("succeeded"));
        card = api.json("/api/v2/cards?limit=1").path("data").path(0).path("id").asText();
    }

    @Test
    void a_history_is_told_by_weeks_and_as_csv() {
        JsonNode weeks = api.json(prices("?resolution=week&types=usd"));
        assertThat(weeks.path("total").asInt()).isBetween(12, 15);
        JsonNode week = weeks.path("data").path(1).path("usd");
        assertThat(week.path("high").asText()).matches("\\d+\\.\\d\\d");
        assertThat(week.path("days").asInt()).isBetween(1, 7);

        HttpResponse<String> csv = api.get(prices("?types=usd,tix"), "Accept", CSV);
        assertThat(csv.statusCode()).isEqualTo(200);
        assertThat(csv.headers().firstValue("Content-Type").orElseThrow()).startsWith(CSV);
        assertThat(csv.body()).startsWith("day,usd,tix\r\n").contains("\r\n20");
        assertThat(csv.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"prices-" + card + ".csv\"");
        assertThat(api.get(prices("?types=usd,tix&format=csv")).body()).isEqualTo(csv.body());
        assertThat(api.get(prices("?types=usd,tix&format=json"), "Accept", CSV)
                        .headers()
                        .firstValue("Content-Type")
                        .orElseThrow())
                .startsWith("application/json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"?types=gbp|types|usd, usd_foil", "?resolution=hour|resolution|week", "?format=xml|format|csv"})
    void a_choice_that_there_is_not_is_named_with_those_there_are(String query, String parameter, String allowed) {
        HttpResponse<String> response = api.get(prices(query));
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Api.parsed(response.body()).path("parameter").asText()).isEqualTo(parameter);
        assertThat(Api.parsed(response.body()).path("detail").asText()).contains(allowed);
    }

    @Test
    void the_newest_prices_of_one_and_of_many_are_the_same() {
        JsonNode one = api.json("/api/v2/cards/" + card + "/prices/latest");
        String nobody = UUID.randomUUID().toString();

        HttpResponse<String> many =
                api.post("/api/v2/prices/latest", "{\"ids\":[\"" + card + "\",\"" + nobody + "\"]}");

        assertThat(one.path("usd").path("price").asText()).matches("\\d+\\.\\d\\d");
        assertThat(many.statusCode()).isEqualTo(200);
        JsonNode answer = Api.parsed(many.body());
        assertThat(answer.path("data").path(0)).isEqualTo(one);
        assertThat(answer.path("notFound").path(0).asText()).isEqualTo(nobody);
        assertThat(api.post("/api/v2/prices/latest", "{\"ids\":[]}").statusCode())
                .isEqualTo(400);
        assertThat(api.post("/api/v2/prices/latest", "{\"ids\":[\"x\"]}").statusCode())
                .isEqualTo(400);
        assertThat(api.get("/api/v2/cards/" + nobody + "/prices/latest").statusCode())
                .isEqualTo(404);
    }

    @Test
    void statistics_have_the_extremes_and_the_changes() {
        JsonNode usd = api.json("/api/v2/cards/" + card + "/prices/statistics?types=usd")
                .path("usd");
        assertThat(new BigDecimal(usd.path("high").path("price").asText()))
                .isGreaterThanOrEqualTo(
                        new BigDecimal(usd.path("low").path("price").asText()));
        assertThat(usd.path("changes").findValuesAsText("days")).contains("1", "7", "30");
        assertThat(usd.path("volatility").asText()).matches("0\\.\\d{4}");
    }

    @Test
    void a_file_is_loaded_and_tells_line_by_line_what_was_left_out() {
        String text = "date,scryfall_id,finish,usd\n2001-01-01," + card + ",nonfoil,12.5\n2001-01-02," + card
                + ",shiny,1\n2001-01-03," + UUID.randomUUID() + ",foil,1\n";
        JsonNode load =
                loaded(admin.send("/api/v2/price-files?name=old.csv", CSV, text.getBytes(StandardCharsets.UTF_8)));

        assertThat(load.path("outcome").asText()).isEqualTo("succeeded");
        assertThat(load.path("source").asText()).isEqualTo("old.csv");
        assertThat(load.path("taken").asInt()).isEqualTo(1);
        assertThat(load.path("problems").findValuesAsText("line")).containsExactly("3", "4");
        assertThat(load.path("problems").findValuesAsText("kind")).containsExactly("broken", "unknown_card");
        await().atMost(30, SECONDS)
                .untilAsserted(() -> assertThat(api.json(prices("?from=2001-01-01&to=2001-12-31&types=usd"))
                                .path("data")
                                .path(0)
                                .path("usd")
                                .asText())
                        .isEqualTo("12.50"));
    }

    @Test
    void a_price_that_a_file_brought_is_searched_for_and_sorted_by() {
        JsonNode cards = api.json("/api/v2/cards?q=t:land&limit=2&fields=id");
        String land = cards.path("data").path(1).path("id").asText();
        String text = "date,scryfall_id,eur\n" + LocalDate.now(ZoneOffset.UTC) + "," + land + ",98765.43\n";

        assertThat(loaded(admin.send("/api/v2/price-files", CSV, text.getBytes(StandardCharsets.UTF_8)))
                        .path("taken")
                        .asInt())
                .isEqualTo(1);

        await().atMost(30, SECONDS).untilAsserted(() -> {
            JsonNode dear = api.json("/api/v2/cards?q=eur%3E%3D98000&unique=prints&fields=id");
            assertThat(dear.path("total").asInt()).isEqualTo(1);
            assertThat(dear.path("data").path(0).path("id").asText()).isEqualTo(land);
            assertThat(api.json("/api/v2/cards?order=eur&dir=desc&limit=1&unique=prints&fields=id")
                            .path("data")
                            .path(0)
                            .path("id")
                            .asText())
                    .isEqualTo(land);
        });
    }

    @Test
    void a_packed_file_and_one_on_the_server_are_loaded_too() throws IOException {
        String text = "date,scryfall_id,eur\n2001-02-01," + card + ",3\n";
        JsonNode packed = loaded(admin.send("/api/v2/price-files?kind=correction", "application/gzip", packed(text)));
        assertThat(packed.path("kind").asText()).isEqualTo("correction");
        assertThat(packed.path("taken").asInt()).isEqualTo(1);

        Path file = Files.writeString(
                Files.createDirectories(TrackerCommand.folder("shared").resolve("prices"))
                        .resolve("prices.csv"),
                text);
        JsonNode lying = loaded(admin.post("/api/v2/price-files", "{\"source\":\"" + file + "\"}"));
        assertThat(lying.path("source").asText()).isEqualTo(file.toString());
        assertThat(lying.path("taken").asInt()).isEqualTo(1);
    }

    @Test
    void what_is_no_price_file_fails_or_is_refused() {
        assertThat(loaded(admin.send("/api/v2/price-files", CSV, "name\nx\n".getBytes(StandardCharsets.UTF_8)))
                        .path("message")
                        .asText())
                .contains("date,scryfall_id");
        assertThat(admin.send("/api/v2/price-files", CSV, new byte[0]).statusCode())
                .isEqualTo(422);
        assertThat(admin.post("/api/v2/price-files", "{\"source\":\"/nowhere.csv\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(admin.send("/api/v2/price-files?kind=rumour", CSV, new byte[1])
                        .statusCode())
                .isEqualTo(400);
        assertThat(admin.get("/api/v2/price-files/999999").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"2999-01-01", "1993-08-04", "soon"})
    void the_day_of_a_catalogues_prices_is_one_of_magics_and_no_later_than_tomorrow(String day) {
        HttpResponse<String> refused =
                admin.post("/api/v2/imports", "{\"source\":\"demo\",\"priceDay\":\"" + day + "\"}");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Api.parsed(refused.body()).path("field").asText()).isEqualTo("priceDay");
    }

    @Test
    void only_an_administrator_sends_files() {
        byte[] any = "date,scryfall_id,usd\n".getBytes(StandardCharsets.UTF_8);
        assertThat(api.send("/api/v2/price-files", CSV, any).statusCode()).isEqualTo(401);
        assertThat(api.get("/api/v2/price-files").statusCode()).isEqualTo(401);
    }

    @Test
    void figures_of_the_newest_day_are_published() {
        await().atMost(60, SECONDS).untilAsserted(() -> assertThat(
                        tracker.api().get("/metrics?scope=application").body())
                .containsPattern("tracker_prices_newest_cards\\S* [1-9]")
                .containsPattern("tracker_prices_newest_age\\S* -?\\d"));
    }

    private String prices(String query) {
        return "/api/v2/cards/" + card + "/prices" + query;
    }

    private JsonNode loaded(HttpResponse<String> accepted) {
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        String address = accepted.headers().firstValue("Location").orElseThrow();
        return await().atMost(60, SECONDS).until(() -> admin.json(address), load -> !load.path("outcome")
                .asText()
                .equals("running"));
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
