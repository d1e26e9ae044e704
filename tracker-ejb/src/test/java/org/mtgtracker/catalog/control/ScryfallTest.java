package org.mtgtracker.catalog.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where Scryfall says that its cards are. */
class ScryfallTest extends LocalWeb {
    @Test
    void scryfall_is_asked_where_the_default_cards_are() throws IOException {
        page("/bulk-data", list("jsonl_download_uri", url("/files/default.jsonl.gz")));
        page("/files/default.jsonl.gz", "the cards");
        assertThat(content("scryfall")).isEqualTo("the cards");
        assertThat(headers.get("/bulk-data")).containsExactly("MTGTracker/1.0", "application/json");
        assertThat(headers.get("/files/default.jsonl.gz")).containsExactly("MTGTracker/1.0", "*/*");
    }

    @Test
    void scryfalls_former_answer_is_understood() throws IOException {
        page("/bulk-data", list("download_uri", url("/files/default.json")));
        page("/files/default.json", "[the cards]");
        assertThat(content("scryfall")).isEqualTo("[the cards]");
    }

    @Test
    void the_time_of_scryfalls_file_is_its_fingerprint() throws IOException {
        page("/bulk-data", list("jsonl_download_uri", url("/files/x")));
        page("/files/x", "the cards");
        try (Source.Opened opened = sources.named("scryfall").open("").orElseThrow()) {
            assertThat(opened.fingerprint()).isEqualTo("2026-07-01T09:00:00Z");
            assertThat(opened.priceDay()).isEqualTo("2026-07-01");
            assertThat(opened.size()).isEqualTo(9);
        }
        assertThat(sources.named("scryfall").open("2026-07-01T09:00:00Z")).isEmpty();
    }

    @Test
    void a_list_without_default_cards_is_refused() {
        page("/bulk-data", "{\"object\":\"list\",\"data\":[{\"type\":\"rulings\"}]}");
        assertThatThrownBy(() -> content("scryfall"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("lists no default_cards");
    }

    @Test
    void a_page_instead_of_the_list_is_refused() {
        page("/bulk-data", "<html>Please sign in to the hotel's network</html>");
        assertThatThrownBy(() -> content("scryfall"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("did not answer with JSON");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"file:///etc/passwd", "ftp://example.org/cards", "mailto:a@example.org", "http://", "ht tp://"})
    void what_scryfall_cannot_mean_by_an_address_is_refused(String address) {
        page("/bulk-data", list("jsonl_download_uri", address));
        assertThatThrownBy(() -> content("scryfall"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("names an address that is none of the web: " + address);
    }

    @Test
    void an_address_without_a_host_is_one_of_scryfalls() throws IOException {
        page("/bulk-data", list("jsonl_download_uri", "/files/default.jsonl.gz"));
        page("/files/default.jsonl.gz", "the cards");
        assertThat(content("scryfall")).isEqualTo("the cards");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "api.scryfall.com", "ftp://api.scryfall.com", "ht tp://x", "http://"})
    void an_api_address_that_is_none_is_named_when_it_is_needed(String wrong) {
        sources = new Sources(Optional.empty(), wrong, new Web(), ImportingTracker.once());
        assertThat(sources.named("scryfall").name()).isEqualTo("scryfall");
        assertThatThrownBy(() -> content("scryfall"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("tracker.scryfall.url leads to \"" + wrong.replaceAll("/+$", ""))
                .hasMessageContaining("no http: or https: address");
    }

    @Test
    void a_list_that_follows_itself_is_left() {
        page(
                "/bulk-data",
                "{\"object\":\"list\",\"data\":[],\"has_more\":true,\"next_page\":\"" + url("/bulk-data") + "\"}");
        assertThatThrownBy(() -> content("scryfall"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is the next page of itself");
    }

    @Test
    void a_list_that_has_more_says_where() {
        page("/bulk-data", "{\"object\":\"list\",\"data\":[],\"has_more\":true}");
        assertThatThrownBy(() -> content("scryfall"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("says that it has more, and not where");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2999-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "yesterday"})
    void prices_of_a_day_that_cannot_be_have_none(String updated) throws IOException {
        page("/bulk-data", list("jsonl_download_uri", url("/files/x")).replace("2026-07-01T09:00:00Z", updated));
        page("/files/x", "the cards");
        try (Source.Opened opened = sources.named("scryfall").open("").orElseThrow()) {
            assertThat(opened.priceDay()).isNull();
        }
    }
}
