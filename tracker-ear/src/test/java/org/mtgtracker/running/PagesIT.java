package org.mtgtracker.running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pages without a browser: what they say, and to whom. */
@ExtendWith(SharedTracker.class)
class PagesIT {
    private final Api api;

    PagesIT(RunningTracker tracker) {
        this.api = tracker.api();
    }

    private JsonNode anyCard() {
        return api.json("/api/v2/cards?limit=1").path("data").path(0);
    }

    private String page(String path) {
        HttpResponse<String> response = api.get(path, "Accept", "text/html");
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        return response.body();
    }

    @Test
    void the_first_page_offers_the_search() {
        assertThat(page("/")).contains("MTG Tracker", "name=\"q\"");
    }

    @Test
    void a_search_lists_the_names_it_found_and_leads_to_the_card() {
        JsonNode card = anyCard();
        String name = card.path("name").asText();

        String found = page("/?q=" + URLEncoder.encode(name, UTF_8));

        assertThat(found).contains(name, "/card?id=" + card.path("id").asText());
    }

    @Test
    void a_card_has_a_page() {
        JsonNode card = anyCard();

        assertThat(page("/card?id=" + card.path("id").asText()))
                .contains(
                        "<h1>" + card.path("name").asText(),
                        card.path("set_name").asText());
    }

    @Test
    void words_come_back_as_words_and_not_as_markup() {
        String found = page("/?q=" + URLEncoder.encode("<script>alert(1)</script>", UTF_8));

        assertThat(found).doesNotContain("<script>alert");
    }

    @Test
    void a_page_that_is_not_there_says_so_in_html() {
        HttpResponse<String> response = api.get("/" + UUID.randomUUID(), "Accept", "text/html");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(response.body()).doesNotContain("Payara", "GlassFish");
    }

    @Test
    void the_admins_pages_are_not_shown_to_a_stranger() {
        HttpResponse<String> response = api.get("/admin/imports", "Accept", "text/html");

        assertThat(response.statusCode()).isIn(200, 302, 303, 401, 403);
        assertThat(response.body()).doesNotContain("Start an import");
        assertThat(response.statusCode() != 200 || response.body().contains("password"))
                .isTrue();
    }
}
