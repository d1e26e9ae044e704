package org.mtgtracker.catalog.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtgtracker.catalog.boundary.UnusableSource;

/** Speaks to a local server that behaves as Scryfall does, or worse. */
class SourcesTest {
    private final Map<String, List<String>> headers = new ConcurrentHashMap<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server;
    private ExecutorService threads;
    private Sources sources;

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        threads = Executors.newCachedThreadPool();
        server.setExecutor(threads);
        server.start();
        sources = new Sources(Optional.empty(), url(""), new Web(), ImportingTracker.once());
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

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

    @Test
    void a_file_without_a_time_is_known_by_its_tag() throws IOException {
        page("/bulk-data", list("jsonl_download_uri", url("/files/x")).replaceAll("\"updated_at\":\"[^\"]*\",", ""));
        answer("/files/x", exchange -> {
            exchange.getResponseHeaders().add("ETag", "\"one\"");
            boolean known = "\"one\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            exchange.sendResponseHeaders(known ? 304 : 200, -1);
        });
        String fingerprint;
        try (Source.Opened opened = sources.named("scryfall").open("").orElseThrow()) {
            fingerprint = opened.fingerprint();
        }
        assertThat(sources.named("scryfall").open(fingerprint)).isEmpty();
    }

    @Test
    void a_file_that_grows_or_shrinks_while_it_is_read_is_not_taken_for_whole() throws IOException {
        Path file = Files.writeString(folder.resolve("cards.jsonl"), "one card\n");
        try (Source.Opened opened = sources.named(file.toString()).open("").orElseThrow()) {
            Files.writeString(file, "one card\nanother card\n");
            assertThatThrownBy(() -> opened.stream().readAllBytes())
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("has changed while it was read: it had 9 bytes and then 22");
        }
        try (Source.Opened opened = sources.named(file.toString()).open("").orElseThrow()) {
            Files.writeString(file, "one card\n");
            assertThatThrownBy(() -> opened.stream().readAllBytes()).hasMessageContaining("has changed");
        }
    }

    @Test
    void a_file_is_named_by_path_or_address() throws IOException {
        Path file = Files.writeString(folder.resolve("my cards.json"), "the cards");
        assertThat(content(file.toString())).isEqualTo("the cards");
        assertThat(content(file.toUri().toString())).isEqualTo("the cards");
        assertThat(sources.named("  " + file + " ").name()).isEqualTo(file.toString());
    }

    @Test
    void another_content_has_another_fingerprint() throws IOException {
        Path file = Files.writeString(folder.resolve("cards.json"), "one");
        Optional<String> before = sources.named(file.toString()).fingerprint();
        Files.writeString(file, "three");
        assertThat(before)
                .isPresent()
                .isNotEqualTo(sources.named(file.toString()).fingerprint());
    }

    @Test
    void the_demo_is_a_file_the_launcher_brought() throws IOException {
        Path file = Files.writeString(folder.resolve("demo.json"), "the demo");
        sources = new Sources(Optional.of(file.toString()), url(""), new Web(), ImportingTracker.once());
        assertThat(content("demo")).isEqualTo("the demo");
        assertThat(sources.named("demo").name()).isEqualTo("demo");
    }

    @ParameterizedTest
    @CsvSource({
        "'',The source is empty",
        "demo,started without the demo catalogue",
        "/no/such/file.json,There is no file /no/such/file.json on the server",
        "/,/ is not a file",
        "file:///no/such/file.json,There is no file /no/such/file.json on the server",
        "file:cards,does not name a file",
        "ftp://example.org/cards,'begins with ftp:, which is not supported'",
        "https:cards,names no host",
        "https://me:secret@example.org/cards,holds a user name or password",
        "https://exa mple.org/,is not a valid address"
    })
    void what_is_no_source_is_refused_with_what_is(String name, String reason) {
        assertThatThrownBy(() -> sources.named(name))
                .isInstanceOf(UnusableSource.class)
                .hasMessageContaining(reason);
    }

    private void waitOnly(Duration longestWait) {
        sources = new Sources(
                Optional.empty(), url(""), new Web(Duration.ofSeconds(10), longestWait), ImportingTracker.once());
    }

    private String content(String source) throws IOException {
        try (Source.Opened opened = sources.named(source).open("").orElseThrow()) {
            return new String(opened.stream().readAllBytes(), UTF_8);
        }
    }

    private void page(String path, String text) {
        answer(path, exchange -> {
            headers.put(
                    path,
                    List.of(
                            exchange.getRequestHeaders().getFirst("User-Agent"),
                            exchange.getRequestHeaders().getFirst("Accept")));
            byte[] bytes = text.getBytes(UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        });
    }

    private void answer(String path, Answer answer) {
        server.createContext(path, exchange -> {
            try (exchange) {
                answer.to(exchange);
            }
        });
    }

    @FunctionalInterface
    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private void await() {
        ended(Long.MAX_VALUE);
    }

    private boolean ended(long withinMillis) {
        try {
            return end.await(withinMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private static String list(String field, String address) {
        return "{\"object\":\"list\",\"data\":[{\"type\":\"oracle_cards\",\"" + field + "\":\"http://127.0.0.1:1/\"},"
                + "{\"type\":\"default_cards\",\"updated_at\":\"2026-07-01T09:00:00Z\",\"" + field + "\":\"" + address
                + "\"}]}";
    }
}
