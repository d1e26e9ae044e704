package org.mtgtracker.running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

        String found = page("/search?q=" + URLEncoder.encode(name, UTF_8));

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
        String found = page("/search?q=" + URLEncoder.encode("<script>alert(1)</script>", UTF_8));

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

    @Test
    void an_address_of_the_search_as_it_was_leads_to_where_it_is() {
        HttpResponse<String> response = api.get("/?q=sol%20ring", "Accept", "text/html");

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.headers().firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).endsWith("/search?q=sol+ring"));
    }

    @Test
    void every_example_of_the_help_is_understood() {
        List<String> examples = Pattern.compile("href=\"(/search\\?q=[^\"]+)\"")
                .matcher(page("/help/search"))
                .results()
                .map(example -> example.group(1))
                .toList();

        assertThat(examples).hasSizeGreaterThan(30).allSatisfy(example -> {
            HttpResponse<String> found = api.get(example, "Accept", "text/html");
            assertThat(found.statusCode()).as(example).isIn(200, 302);
            assertThat(found.body()).as(example).doesNotContain("class=\"warnings\"");
        });
    }

    @Test
    void a_card_without_a_picture_is_drawn() {
        String card = page("/card?id=" + anyCard().path("id").asText());
        Matcher picture = Pattern.compile("src=\"(/pictures/[^\"]+)\"").matcher(card);

        assertThat(picture.find()).isTrue();
        HttpResponse<String> svg = api.get(picture.group(1));
        assertThat(svg.statusCode()).isEqualTo(200);
        assertThat(svg.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("image/svg+xml"));
        assertThat(svg.headers().firstValue("Cache-Control")).hasValue("public, max-age=31536000, immutable");
        assertThat(svg.body())
                .startsWith("<svg")
                .contains(anyCard().path("set").asText().toUpperCase(Locale.ROOT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/pictures/x.svg", "/pictures/", "/pictures/00000000-0000-4000-8000-000000000000.svg"})
    void a_picture_of_no_card_is_not_there(String path) {
        assertThat(api.get(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "/search?q=(, 400",
        "/search?q=nosuchkey:x, 400",
        "/search?q=elf&order=beauty&page=x&size=-1, 200",
        "/card?id=x, 400",
        "/card?id=00000000-0000-4000-8000-000000000000, 404",
        "/set?code=nosuchset, 404",
        "/set?code=%3Cscript%3E, 404",
        "/trending?timeframe=never&type=gold&direction=up&q=(, 400",
        "/trending?timeframe=never&type=gold&direction=up, 200",
        "/sets?q=%C3%A9%00&type=x, 200",
        "/build?mv=x&c=q&go=1, 200"
    })
    void what_an_address_asks_for_wrongly_is_said_on_a_page(String path, int status) {
        HttpResponse<String> response = api.get(path, "Accept", "text/html");

        assertThat(response.statusCode()).as(path).isEqualTo(status);
        assertThat(response.body()).contains("<main").doesNotContain("<script>", "Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin/overview", "/admin/imports", "/admin/jobs", "/admin/progress"})
    void what_is_for_administrators_asks_who_one_is(String path) {
        HttpResponse<String> response = api.get(path, "Accept", "text/html");

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.headers().firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).contains("/sign-in?next=%2Fadmin%2F"));
    }

    @Test
    void what_search_engines_list_says_what_it_is_about_and_by_which_address_it_goes() {
        JsonNode card = anyCard();
        String address = "/card?id=" + card.path("id").asText();

        assertThat(page(address + "&range=30d"))
                .contains("<html lang=\"en\"", "<link rel=\"canonical\" href=\"" + address + "\"")
                .containsPattern("<meta name=\"description\" content=\""
                        + Pattern.quote(card.path("name").asText()) + ", [^\"]*prices by day")
                .doesNotContain("noindex");
        assertThat(page("/trending?timeframe=7d"))
                .contains("<link rel=\"canonical\" href=\"/trending\"", "<meta name=\"description\"");
        assertThat(page("/search?q=t%3Aelf")).contains("<meta name=\"robots\" content=\"noindex\"");
        assertThat(page("/sign-in")).contains("<meta name=\"robots\" content=\"noindex\"");
        assertThat(api.get("/robots.txt").body()).startsWith("User-agent: *").contains("Disallow: /admin/");
    }

    @Test
    void a_query_for_what_moves_that_is_broken_is_shown_with_its_place() {
        assertThat(api.get("/trending?q=t%3Aelf+%28o%3Adraw", "Accept", "text/html")
                        .body())
                .contains("value=\"t:elf (o:draw\"", "<mark>(</mark>", "aria-invalid=\"true\"");
    }

    @Test
    void no_page_has_a_script_or_style_of_its_own() {
        for (String path : List.of(
                "/",
                "/search?q=",
                "/sets",
                "/trending",
                "/build",
                "/help/search",
                "/sign-in",
                "/forgotten-password",
                "/reset-password?token=x",
                "/verify-email?token=x")) {
            assertThat(page(path))
                    .as(path)
                    .doesNotContainPattern("<script(?![^>]* src=)[^>]*>")
                    .doesNotContain("<style", " style=\"", " onclick=", "javascript:");
        }
    }
}
