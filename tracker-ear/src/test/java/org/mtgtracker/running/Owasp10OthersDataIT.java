package org.mtgtracker.running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** API10:2023, unsafe consumption of APIs: what another server answers is looked at before it is believed. */
@ExtendWith(SharedTracker.class)
class Owasp10OthersDataIT {
    private final RunningTracker tracker;
    private final JsonNode before;
    private HttpServer other;

    Owasp10OthersDataIT(RunningTracker tracker) {
        this.tracker = tracker;
        this.before = tracker.api().json("/api/v2/catalogue").path("version");
    }

    @BeforeEach
    void start() throws IOException {
        other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answers("/page", "text/html", "<html><script>alert(1)</script></html>");
        answers("/broken.json", "application/json", "[{\"object\":\"card\",\"id\":\"<script>alert(1)</script>\"},");
        other.createContext("/file", exchange -> {
            exchange.getResponseHeaders().set("Location", "file:///etc/passwd");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        other.start();
    }

    private void answers(String path, String mediaType, String body) {
        other.createContext(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", mediaType);
            exchange.sendResponseHeaders(200, body.getBytes(UTF_8).length);
            exchange.getResponseBody().write(body.getBytes(UTF_8));
            exchange.close();
        });
    }

    @AfterEach
    void the_catalogue_is_as_it_was() {
        other.stop(0);
        assertThat(tracker.api().json("/api/v2/catalogue").path("version")).isEqualTo(before);
    }

    @Test
    void a_page_in_the_place_of_cards_is_no_catalogue() {
        assertThat(imported("/page").path("outcome").asText()).isEqualTo("failed");
    }

    @Test
    void a_list_that_breaks_off_is_no_catalogue_and_nothing_of_it_becomes_markup() {
        JsonNode run = imported("/broken.json");

        assertThat(run.path("outcome").asText()).isEqualTo("failed");
    }

    @Test
    void a_way_from_there_to_a_file_of_ours_is_not_gone() {
        JsonNode run = imported("/file");

        assertThat(run.path("outcome").asText()).isEqualTo("failed");
        assertThat(run.toString()).doesNotContain("root:");
    }

    private JsonNode imported(String path) {
        return Imports.of(tracker)
                .finished("http://127.0.0.1:" + other.getAddress().getPort() + path);
    }
}
