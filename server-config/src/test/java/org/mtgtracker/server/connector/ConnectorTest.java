package org.mtgtracker.server.connector;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import java.util.TreeMap;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A listener as Payara has them, with a handler in the place of its container. */
class ConnectorTest {
    private final HttpServer server = new HttpServer();
    private NetworkListener listener;

    @BeforeEach
    void start() throws IOException {
        listener = new NetworkListener("test", "127.0.0.1", 0);
        server.addListener(listener);
        // as Payara configures its own
        server.getServerConfiguration().setPassTraceRequest(true);
        server.start();
        listener.getHttpServerFilter().setHttpHandler(new Application());
        Connector.completeAnswers(listener.getFilterChain());
    }

    @AfterEach
    void stop() {
        server.shutdownNow();
    }

    /** Says by its path what it answers; only what it knows of has an id. */
    private static final class Application extends HttpHandler {
        @Override
        public void service(Request request, Response response) throws IOException {
            switch (request.getRequestURI()) {
                case "/mine" -> {
                    response.setHeader("X-Request-Id", "mine");
                    response.setStatus(404);
                }
                case "/silent" -> response.setStatus(403);
                case "/talking" -> {
                    response.setStatus(500);
                    response.setHeader("Server", "Something 1.0");
                    response.setContentType("text/html");
                    response.getWriter().write("<h1>Something 1.0</h1>");
                }
                default -> response.getWriter().write("fine");
            }
        }
    }

    private record Answer(int status, Map<String, String> headers, String body) {}

    private Answer asked(String head) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), listener.getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(head.getBytes(ISO_8859_1));
            String text = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
            int end = text.indexOf("\r\n\r\n");
            assertThat(end).as("an answer to %.100s: %s", head, text).isPositive();
            String[] lines = text.substring(0, end).split("\r\n");
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (int at = 1; at < lines.length; at++) {
                String[] header = lines[at].split(": ", 2);
                assertThat(headers.put(header[0], header[1])).as(header[0]).isNull();
            }
            return new Answer(Integer.parseInt(lines[0].split(" ")[1]), headers, text.substring(end + 4));
        }
    }

    private Answer get(String line, String... headers) throws IOException {
        return asked(line + "\r\nHost: localhost\r\nConnection: close\r\n"
                + (headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n") + "\r\n");
    }

    private static void problem(Answer answer, int status, String type) throws IOException {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers())
                .containsEntry("Content-Type", "application/problem+json")
                .containsEntry("Content-Length", Integer.toString(answer.body().length()))
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("X-Frame-Options", "DENY")
                .containsEntry("Cache-Control", "no-store")
                .doesNotContainKey("Server");
        JsonNode problem = new ObjectMapper().readTree(answer.body());
        assertThat(problem.path("type").asText()).isEqualTo("/problems/" + type);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("detail").asText()).isNotBlank();
        assertThat(answer.headers())
                .containsEntry("X-Request-Id", problem.path("requestId").asText());
    }

    @Test
    void what_the_application_answers_goes_out_as_it_is() throws IOException {
        assertThat(get("GET / HTTP/1.1").body()).isEqualTo("fine");
        Answer mine = get("GET /mine HTTP/1.1");
        assertThat(mine.status()).isEqualTo(404);
        assertThat(mine.headers()).containsEntry("X-Request-Id", "mine").doesNotContainKey("X-Frame-Options");
        assertThat(mine.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/silent, 403, bad-request", "/talking, 500, internal-error"})
    void trouble_that_the_application_knows_nothing_of_is_a_problem(String path, int status, String type)
            throws IOException {
        problem(get("GET " + path + " HTTP/1.1"), status, type);
    }

    @ParameterizedTest
    @CsvSource({
        "GET /%zz HTTP/1.1, 400, bad-request",
        "GET /a%2 HTTP/1.1, 400, bad-request",
        "GET /%c3%28 HTTP/1.1, 400, bad-request",
        "TRACE / HTTP/1.1, 405, method-not-allowed",
        "GET / HTTP/9.9, 505, http-version-not-supported"
    })
    void a_line_that_no_client_sends_is_a_problem(String line, int status, String type) throws IOException {
        problem(get(line), status, type);
    }

    @Test
    void methods_that_may_be_are_named_where_one_may_not() throws IOException {
        assertThat(get("TRACE / HTTP/1.1").headers().get("Allow"))
                .contains("GET", "PATCH")
                .doesNotContain("TRACE");
    }

    @Test
    void a_request_without_a_host_is_a_problem() throws IOException {
        problem(asked("GET / HTTP/1.1\r\nConnection: close\r\n\r\n"), 400, "bad-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "<script>", "[::1", "a:999999", "a/b", "user@a", "a:b"})
    void a_host_that_is_none_is_a_problem(String host) throws IOException {
        problem(asked("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"), 400, "bad-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost:8080", "[::1]:8080", "10.0.0.1", "cards.example.", "x_y-z.example:80"})
    void any_host_is_spoken_to(String host) throws IOException {
        assertThat(asked("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                        .body())
                .isEqualTo("fine");
    }

    @Test
    void lengths_that_differ_are_a_problem() throws IOException {
        problem(get("POST / HTTP/1.1", "Content-Length: 1", "Content-Length: 2"), 400, "bad-request");
    }

    @Test
    void an_address_and_headers_without_end_are_told_apart() throws IOException {
        problem(get("GET /" + "a".repeat(9_000) + " HTTP/1.1"), 414, "address-too-long");
        problem(get("GET / HTTP/1.1", "X-Long: " + "a".repeat(9_000)), 431, "headers-too-large");
    }
}
