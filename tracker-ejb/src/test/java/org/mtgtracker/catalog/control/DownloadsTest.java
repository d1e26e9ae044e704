package org.mtgtracker.catalog.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void half_a_minute_is_the_least_and_a_date_says_it_as_well() throws IOException {
        String date = ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(90).format(RFC_1123_DATE_TIME);
        server.file("/cards", CARDS)
                .once("/cards", ScryfallDouble.status(429, "Retry-After", "0"))
                .once("/cards", ScryfallDouble.status(429, "Retry-After", date))
                .once("/cards", ScryfallDouble.status(503, "Retry-After", "7"));
        content("");
        assertThat(pauses.get(0)).isEqualTo(Duration.ofSeconds(30));
        assertThat(pauses.get(1)).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(90));
        assertThat(pauses.get(2)).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void what_no_retry_after_can_be_is_passed_over() throws IOException {
        server.file("/cards", CARDS)
                .once("/cards", ScryfallDouble.status(429, "Retry-After", "soon"))
                .once("/cards", ScryfallDouble.status(429, "Retry-After", "-5"))
                .once("/cards", ScryfallDouble.status(429, "Retry-After", "Mon, 01 Jan 2001 00:00:00 GMT"));
        content("");
        assertThat(pauses).containsOnly(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3600", "999999999999", "Tue, 31 Dec 2999 23:59:59 GMT"})
    void who_wants_hours_of_silence_gets_them(String wanted) {
        server.file("/cards", CARDS).once("/cards", ScryfallDouble.status(429, "Retry-After", wanted));
        assertThatThrownBy(() -> content(""))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("answered with status 429")
                .hasMessageContaining("does not want to be asked again for ");
        assertThat(server.asked()).hasSize(1);
        assertThat(pauses).isEmpty();
    }

    @Test
    void after_a_429_everybody_else_on_this_server_is_silent_too() throws IOException {
        List<Duration> turns = new ArrayList<>();
        Web web = new Web(Duration.ofSeconds(5), Duration.ofSeconds(10), turns::add, Clock.systemUTC());
        server.file("/other", CARDS).once("/cards", ScryfallDouble.status(429));
        Downloads cards = new Downloads(web::scryfall, ImportingTracker.once());
        Downloads lists = new Downloads(web::scryfall, ImportingTracker.once());

        assertThatThrownBy(() -> cards.begin(address(), "*/*", "")).hasMessageContaining("status 429");
        lists.whole(URI.create(server.url() + "/other"), "*/*", 1 << 20);

        assertThat(turns).hasSize(2);
        assertThat(turns.get(1)).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(30));
    }

    @Test
    void who_is_not_asked_since_it_wants_hours_of_silence_has_not_answered() {
        Web web = new Web(Duration.ofSeconds(5), Duration.ofSeconds(10), time -> {}, Clock.systemUTC());
        server.file("/cards", CARDS).once("/cards", ScryfallDouble.status(429, "Retry-After", "3600"));
        assertThatThrownBy(() -> web.scryfall(address(), Map.of())).hasMessageContaining("status 429");

        // a breaker that is half open closes at anything else
        assertThatThrownBy(() -> web.scryfall(address(), Map.of())).isInstanceOf(Web.NoAnswer.class);
        assertThatThrownBy(() -> new Downloads(web::scryfall, ImportingTracker.once()).begin(address(), "*/*", ""))
                .hasMessageMatching(
                        "Scryfall still wants silence; it does not want to be asked again for 3[56]\\d\\d s");
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void who_names_the_end_of_its_silence_is_understood_by_the_clock() {
        Clock clock = Clock.fixed(Instant.parse("2026-06-30T11:58:20Z"), ZoneOffset.UTC);
        Web web = new Web(Duration.ofSeconds(5), Duration.ofSeconds(10), time -> {}, clock);
        server.once("/cards", ScryfallDouble.status(503, "Retry-After", "Tue, 30 Jun 2026 12:00:00 GMT"));

        assertThatThrownBy(() -> web.other(address(), Map.of()))
                .isInstanceOfSatisfying(
                        Web.NoAnswer.class, e -> assertThat(e.silence()).isEqualTo(Duration.ofSeconds(100)));
    }

    @Test
    void what_is_small_and_breaks_off_is_asked_for_again_from_its_beginning() throws IOException {
        server.file("/cards", CARDS).once("/cards", (exchange, file) -> {
            exchange.sendResponseHeaders(200, file.length);
            exchange.getResponseBody().write(file, 0, file.length / 2);
        });
        assertThat(new String(downloads.whole(address(), "*/*", 1 << 20), UTF_8))
                .isEqualTo(CARDS);
        assertThat(pauses).hasSize(1);
        assertThatThrownBy(() -> downloads.whole(address(), "*/*", 100))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("answered with more than 100 bytes");
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
    void a_download_without_a_tag_is_fetched_again_and_goes_on_where_it_broke_off() throws IOException {
        for (int i = 1; i <= 3; i++) {
            int part = i;
            server.once("/cards", (exchange, file) -> {
                exchange.sendResponseHeaders(200, file.length);
                exchange.getResponseBody().write(file, 0, file.length / 4 * part);
            });
        }
        server.file("/cards", CARDS);
        assertThat(content("")).contains(CARDS);
        assertThat(server.asked()).hasSize(4).allMatch("/cards"::equals);
    }

    @Test
    void another_file_of_a_server_without_tags_is_not_mixed_with_the_first() {
        server.file("/cards", CARDS).once("/cards", (exchange, file) -> {
            exchange.sendResponseHeaders(200, file.length);
            exchange.getResponseBody().write(file, 0, file.length / 2);
            server.file("/cards", "A" + CARDS);
        });
        assertThatThrownBy(() -> content("")).hasMessageContaining("the server has another file by now");
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
