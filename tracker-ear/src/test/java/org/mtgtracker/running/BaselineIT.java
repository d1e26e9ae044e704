package org.mtgtracker.running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of the tracker that was there before, as its clients ask. */
@ExtendWith(SharedTracker.class)
class BaselineIT {
    private static final String SEARCH = "/api/v1/search";

    private final Api api;

    BaselineIT(RunningTracker tracker) {
        this.api = tracker.api();
    }

    @Test
    void a_search_answers_cards_pagination_and_timestamp() {
        JsonNode answer = api.json(SEARCH + "?limit=7&page=2");

        assertThat(answer.fieldNames()).toIterable().containsExactly("cards", "pagination", "timestamp");
        assertThat(answer.path("cards")).hasSize(7);
        JsonNode pagination = answer.path("pagination");
        int total = pagination.path("totalRecords").asInt();
        assertThat(total)
                .isEqualTo(api.json("/api/v2/cards?limit=1").path("total").asInt());
        assertThat(pagination.path("currentPage").asInt()).isEqualTo(2);
        assertThat(pagination.path("pageSize").asInt()).isEqualTo(7);
        assertThat(pagination.path("totalPages").asInt()).isEqualTo((total + 6) / 7);
        assertThat(pagination.path("hasNextPage").asBoolean()).isTrue();
        assertThat(pagination.path("hasPreviousPage").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name",
                "type_line",
                "oracle_text",
                "mana_cost",
                "cmc",
                "rarity",
                "artist",
                "set_code",
                "set_name",
                "released_at",
                "power",
                "toughness"
            })
    void a_card_is_found_by_each_of_its_fields(String field) {
        JsonNode card = cardWith(member(field));
        String value = card.path(member(field)).asText();

        JsonNode found = api.json(SEARCH + "?unique_prints=true&limit=1000&include_all_types=true&" + field + "="
                + URLEncoder.encode(value.lines().findFirst().orElseThrow(), UTF_8));

        assertThat(found.path("cards").findValuesAsText("id"))
                .contains(card.path("id").asText());
    }

    private static String member(String field) {
        return field.equals("set_code") ? "set" : field;
    }

    private JsonNode cardWith(String member) {
        for (JsonNode card : api.json("/api/v2/cards?limit=500").path("data")) {
            if (!card.path(member).asText().isEmpty()
                    && !card.path(member).asText().contains("\"")) {
                return card;
            }
        }
        throw new AssertionError("No card with " + member);
    }

    @ParameterizedTest
    @CsvSource({"cmc_min=3&cmc_max=3, cmc=3", "colors=U, color_identity=U&colors=U", "keywords=flying, keywords=Flying"
    })
    void filters_that_say_the_same_find_the_same(String one, String other) {
        assertThat(total(one)).isPositive().isEqualTo(total(other));
    }

    private int total(String query) {
        return api.json(SEARCH + "?limit=1&" + query)
                .path("pagination")
                .path("totalRecords")
                .asInt();
    }

    @Test
    void a_filter_that_means_nothing_finds_nothing() {
        assertThat(total("set_code=nosuchset")).isZero();
        assertThat(total("set_id=" + UUID.randomUUID())).isZero();
        assertThat(total("legality_format=nosuchformat")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "limit, 0",
        "limit, 1001",
        "page, 0",
        "cmc, two",
        "rarity, shiny",
        "colors, x",
        "set_id, 1",
        "released_at, soon",
        "unique_prints, maybe",
        "mana_cost, (2)"
    })
    void a_value_that_is_not_allowed_is_named(String parameter, String value) {
        HttpResponse<String> answer = api.get(SEARCH + "?" + parameter + "=" + value);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Api.parsed(answer.body()).path("parameter").asText()).isEqualTo(parameter);
    }

    @Test
    void the_cheapest_printings_come_cheapest_first() {
        List<Double> prices = api.json(SEARCH + "/lowest-price?limit=50").path("cards").findValuesAsText("usd").stream()
                .filter(price -> !price.equals("null"))
                .map(Double::valueOf)
                .toList();

        assertThat(prices).hasSizeGreaterThan(40).isSorted();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sets", "artists", "keywords", "types"})
    void what_one_may_search_by_is_listed(String list) {
        assertThat(api.json(SEARCH + "/" + list).path(list)).isNotEmpty();
    }

    @Test
    void words_are_written_as_on_cards() {
        assertThat(api.json(SEARCH + "/types").path("types").toString()).contains("\"Creature\"");
        assertThat(api.json(SEARCH + "/keywords").path("keywords").toString()).contains("\"Flying\"");
    }

    @Test
    void a_card_its_printings_its_faces_and_its_prices_are_there() {
        JsonNode card = api.json("/api/v2/cards?limit=1").path("data").path(0);
        String address = SEARCH + "/" + card.path("id").asText();

        assertThat(api.json(address)).isEqualTo(card);
        assertThat(api.json(address + "/prints").path("cards").findValuesAsText("id"))
                .contains(card.path("id").asText());
        assertThat(api.json(address + "/faces").path("faces").isArray()).isTrue();
        assertThat(api.json(address + "/prices").path("prices").isArray()).isTrue();
        assertThat(api.json(address + "/prices/latest").has("usd_foil")).isTrue();
        assertThat(api.get(SEARCH + "/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"24h, increase", "7d, decrease", "30d, increase"})
    void what_moves_is_told(String timeframe, String direction) {
        JsonNode answer =
                api.json(SEARCH + "/trending?timeframe=" + timeframe + "&direction=" + direction + "&limit=3");

        assertThat(answer.path("cards").size()).isLessThanOrEqualTo(3);
        assertThat(api.get(SEARCH + "/trending?limit=101").statusCode()).isEqualTo(400);
        assertThat(api.get(SEARCH + "/trending?timeframe=1y").statusCode()).isEqualTo(400);
    }

    @Test
    void every_answer_tells_that_this_version_goes_and_what_comes_after_it() {
        for (String path : List.of(SEARCH, "/api/search", SEARCH + "/x", "/api/v1/nothing")) {
            HttpResponse<String> answer = api.get(path);
            assertThat(answer.headers().firstValue("Deprecation")).as(path).hasValue("@1767225600");
            assertThat(answer.headers().firstValue("Sunset")).hasValue("Fri, 31 Dec 2027 00:00:00 GMT");
            assertThat(answer.headers().firstValue("Link")).hasValue("</api/v2>; rel=\"successor-version\"");
        }
        assertThat(api.get("/api/v2/catalogue").headers().firstValue("Deprecation"))
                .isEmpty();
    }

    @Test
    void the_address_without_a_version_answers_the_same() {
        assertThat(api.json("/api/search?limit=3&name=a").path("cards"))
                .isEqualTo(api.json(SEARCH + "?limit=3&name=a").path("cards"));
        assertThat(api.json("/api/search/sets")).isEqualTo(api.json(SEARCH + "/sets"));
        assertThat(api.get("/api/search/x").statusCode()).isEqualTo(400);
        assertThat(api.get("/api/search/x/y").statusCode()).isEqualTo(404);
    }
}
