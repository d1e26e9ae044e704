package org.mtgtracker.catalog.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DownloadsTest {
    private static final String CARDS = "the cards ".repeat(5000);

    private final ScryfallDouble server = new ScryfallDouble();
    private final List<Duration> pauses = new ArrayList<>();
    private final Backoff backoff =
            new Backoff(4, Duration.ofSeconds(1), Duration.ofSeconds(3), pauses::add, new Random(7));
    private final Downloads downloads =
            new Downloads(new Web(Duration.ofSeconds(5), Duration.ofSeconds(10))::other, backoff);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_server_that_cannot_at_the_moment_is_asked_again_after_longer_and_longer_pauses() throws IOException {
        server.file("/cards", CARDS)
                .once("/cards", ScryfallDouble.status(503))
                .once("/cards", ScryfallDouble.status(500))
                .once("/cards", ScryfallDouble.status(502));
        assertThat(content("")).contains(CARDS);
        assertThat(pauses).hasSize(3);
        assertThat(pauses.get(0)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
        assertThat(pauses.get(1)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(pauses.get(2)).isBetween(Duration.ofMillis(1500), Duration.ofSeconds(3));
    }

    @Test
    void it_is_given_up_after_the_last_attempt_and_says_with_what_status() {
        for (int i = 0; i < 4; i++) {
            server.once("/cards", ScryfallDouble.status(503));
        }
        assertThatThrownBy(() -> content(""))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("answered with status 503, not with 200");
        assertThat(server.asked()).hasSize(4);
    }

    @Test
    void who_asks_too_often_is_silent_for_half_a_minute_or_as_long_as_the_server_wants() throws IOException {
        server.file("/cards", CARDS)
                .once("/cards", ScryfallDouble.status(429))
                .once("/cards", ScryfallDouble.status(429, "Retry-After", "45"));
        content("");
        assertThat(pauses).containsExactly(Duration.ofSeconds(30), Duration.ofSeconds(45));
    }

    @Test
    void what_does_not_exist_is_not_asked_for_again() {
        assertThatThrownBy(() -> content("")).hasMessageContaining("answered with status 404");
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void a_download_that_breaks_off_is_taken_up_where_it_did() throws IOException {
        server.file("/cards", CARDS).once("/cards", ScryfallDouble.brokenOff());
        assertThat(content("")).contains(CARDS);
        assertThat(server.asked()).hasSize(2);
        assertThat(server.asked().get(1)).startsWith("/cards bytes=");
    }

    @Test
    void a_file_that_changed_meanwhile_is_not_mixed_with_the_other() {
        server.file("/cards", CARDS).once("/cards", (exchange, file) -> {
            ScryfallDouble.brokenOff().instead(exchange, file);
            server.file("/cards", "other cards");
        });
        assertThatThrownBy(() -> content("")).hasMessageContaining("the server does not go on from there");
    }

    @Test
    void what_is_known_already_is_not_fetched() throws IOException {
        server.file("/cards", CARDS);
        String known = downloads.begin(address(), "*/*", "").orElseThrow().fingerprint();
        assertThat(content(known)).isEmpty();
        server.file("/cards", "new cards");
        assertThat(content(known)).contains("new cards");
    }

    @Test
    void a_server_behind_an_open_circuit_breaker_is_not_asked() {
        Downloads broken = new Downloads(
                (address, headers) -> {
                    throw new CircuitBreakerOpenException();
                },
                backoff);
        assertThatThrownBy(() -> broken.begin(address(), "*/*", ""))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is not asked at the moment");
        assertThat(pauses).isEmpty();
    }

    private Optional<String> content(String known) throws IOException {
        Optional<Downloads.Begun> begun = downloads.begin(address(), "*/*", known);
        if (begun.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream stream = begun.get().stream()) {
            return Optional.of(new String(stream.readAllBytes(), UTF_8));
        }
    }

    private URI address() {
        return URI.create(server.url() + "/cards");
    }
}
