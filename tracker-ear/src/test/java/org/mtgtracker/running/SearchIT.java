package org.mtgtracker.running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Scryfall's language over HTTP, asked of the demo's cards. */
@ExtendWith(SharedTracker.class)
class SearchIT {
    private final Api api;
    private final RunningTracker tracker;

    SearchIT(RunningTracker tracker) {
        this.tracker = tracker;
        this.api = tracker.api();
    }

    private static String encoded(String query) {
        return URLEncoder.encode(query, UTF_8);
    }

    private JsonNode search(String query, String more) {
        return api.json("/api/v2/cards?q=" + encoded(query) + more);
    }

    @Test
    void every_card_found_is_what_was_asked_for() {
        JsonNode found = search("t:creature c:r mv<=3", "&limit=50");

        assertThat(found.path("total").asInt()).isPositive();
        for (JsonNode card : found.path("data")) {
            assertThat(card.path("cmc").asDouble()).isLessThanOrEqualTo(3);
        }
    }

    @Test
    void orders_and_fields_are_taken_from_the_address() {
        JsonNode found = search("t:creature", "&order=cmc&dir=desc&fields=name,cmc&limit=5");

        assertThat(found.path("data").path(0).size()).isEqualTo(2);
        assertThat(found.path("data").path(0).path("cmc").asDouble())
                .isGreaterThanOrEqualTo(found.path("data").path(4).path("cmc").asDouble());
    }

    @Test
    void the_same_page_is_not_sent_twice() {
        HttpResponse<String> first = api.get("/api/v2/cards?q=t%3Aland");
        String tag = first.headers().firstValue("ETag").orElseThrow();

        assertThat(api.get("/api/v2/cards?q=t%3Aland", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
    }

    @Test
    void an_answer_that_is_ready_is_the_one_that_was_made() {
        String address = "/api/v2/cards?q=" + encoded("t:land -t:basic") + "&limit=7";
        HttpResponse<String> made = api.get(address);
        HttpResponse<String> ready = api.get(address);

        assertThat(ready.body()).isEqualTo(made.body());
        for (String header : new String[] {"ETag", "Cache-Control", "Link", "Content-Type", "Vary"}) {
            assertThat(ready.headers().firstValue(header))
                    .as(header)
                    .isEqualTo(made.headers().firstValue(header));
        }
        assertThat(api.get("/metrics?scope=application").body().lines())
                .anyMatch(line -> line.matches("tracker_ready_answers_total\\{.*ready=\"true\".*\\} [1-9].*"));
    }

    @Test
    void a_query_explains_itself_and_names_what_it_left_out() {
        JsonNode found = search("t:land foo:bar", "&explain=true&limit=1");

        assertThat(found.path("explanation").path("query").path("typed").asText())
                .isEqualTo("t:land");
        assertThat(found.path("warnings").path(0).asText()).contains("foo:bar");
    }

    @Test
    void a_query_that_cannot_be_understood_is_a_problem() {
        HttpResponse<String> response = api.get("/api/v2/cards?q=" + encoded("(t:elf"));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Api.parsed(response.body()).path("detail").asText()).contains("unbalanced parentheses");
    }

    @Test
    void cards_are_found_by_name_while_it_is_typed_and_by_identifier() {
        JsonNode card = search("t:creature", "&limit=1").path("data").path(0);
        String name = card.path("name").asText();

        assertThat(api.json("/api/v2/cards/named?exact=" + encoded(name))
                        .path("oracle_id")
                        .asText())
                .isEqualTo(card.path("oracle_id").asText());
        assertThat(api.json("/api/v2/cards/autocomplete?q=" + encoded(name))
                        .path("data")
                        .path(0)
                        .asText())
                .isEqualTo(name);
        String body = "{\"identifiers\":[{\"id\":\"" + card.path("id").asText() + "\"},{\"name\":\"nobody\"}]}";
        JsonNode collection =
                Api.parsed(api.post("/api/v2/cards/collection", body).body());
        assertThat(collection.path("data").path(0)).isEqualTo(card);
        assertThat(collection.path("not_found").path(0).path("name").asText()).isEqualTo("nobody");
    }

    @Test
    void a_random_card_is_one_of_those_that_fit() {
        assertThat(api.json("/api/v2/cards/random?q=t%3Aland").path("type_line").asText())
                .contains("Land");
        assertThat(api.get("/api/v2/cards/random?q=nobodyiscalledthis").statusCode())
                .isEqualTo(404);
    }

    @Test
    void admins_alone_see_what_the_index_is_like() {
        assertThat(api.get("/api/v2/admin/index").statusCode()).isIn(401, 403);
        JsonNode index = tracker.asAdmin().json("/api/v2/admin/index");

        assertThat(index.path("printings").asInt()).isGreaterThan(1900);
        assertThat(index.path("structures")).isNotEmpty();
    }
}
