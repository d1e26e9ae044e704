package org.mtgtracker.catalog.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a download when the server is slow, breaks off, or points elsewhere. */
class UnreliableServerTest extends LocalWeb {
    @Test
    void an_error_status_is_named() {
        answer("/bulk-data", exchange -> exchange.sendResponseHeaders(503, -1));
        assertThatThrownBy(() -> content("scryfall"))
                .isInstanceOf(IOException.class)
                .hasMessage(url("/bulk-data") + " answered with status 503, not with 200");
    }

    @Test
    void a_server_that_does_not_begin_to_answer_is_given_up() {
        waitOnly(Duration.ofMillis(300));
        answer("/bulk-data", exchange -> await());
        assertThatThrownBy(() -> content("scryfall"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no answer in time");
    }

    @Test
    void a_download_that_falls_silent_is_given_up() {
        waitOnly(Duration.ofSeconds(3)); // time for the headers to come on a busy machine
        answer("/cards", exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write("half".getBytes(UTF_8));
            exchange.getResponseBody().flush();
            await();
        });
        assertThatThrownBy(() -> content(url("/cards")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("nothing came for");
    }

    @Test
    void a_download_that_only_trickles_is_given_up() {
        waitOnly(Duration.ofSeconds(2));
        answer("/cards", exchange -> {
            exchange.sendResponseHeaders(200, 1_000_000);
            while (!ended(50)) {
                exchange.getResponseBody().write('x');
                exchange.getResponseBody().flush();
            }
        });
        assertThatThrownBy(() -> content(url("/cards")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("trickles");
    }

    @Test
    void a_download_that_breaks_off_is_not_taken_for_whole() {
        answer("/cards", exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write("half".getBytes(UTF_8));
            exchange.close();
        });
        assertThatThrownBy(() -> content(url("/cards")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("broke off");
    }

    @Test
    void nobody_at_the_address_is_said() {
        server.stop(0);
        assertThatThrownBy(() -> content("scryfall"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("does not answer: no connection");
    }

    @Test
    void a_redirect_is_followed() throws IOException {
        answer("/old", exchange -> {
            exchange.getResponseHeaders().add("Location", url("/new"));
            exchange.sendResponseHeaders(302, -1);
        });
        page("/new", "the cards");
        assertThat(content(url("/old"))).isEqualTo("the cards");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://exa mple/", "http://", "::", "http:///cards", "mailto:cards@example.org"})
    void a_redirect_to_nowhere_is_said(String nowhere) {
        answer("/old", exchange -> {
            exchange.getResponseHeaders().add("Location", nowhere);
            exchange.sendResponseHeaders(302, -1);
        });
        assertThatThrownBy(() -> content(url("/old")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(url("/old"));
    }

    @Test
    void a_redirect_to_a_file_of_the_server_is_not_followed() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "secret");
        answer("/old", exchange -> {
            exchange.getResponseHeaders().add("Location", secret.toUri().toString());
            exchange.sendResponseHeaders(302, -1);
        });
        assertThatThrownBy(() -> content(url("/old")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("302");
    }
}
