package org.mtgtracker.pricing.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.mtgtracker.pricing.boundary.UnusablePriceFile;

class PriceInboxTest {
    private static final String HEADER = "date,scryfall_id,usd\n";

    @Test
    void a_file_behind_an_address_is_read_to_its_end() throws IOException {
        String text = HEADER.repeat(10_000);
        assertThat(read(exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write(text.getBytes(UTF_8));
                    exchange.close();
                }))
                .isEqualTo(text);
    }

    @Test
    void a_server_that_falls_silent_in_the_middle_is_not_waited_for() {
        CountDownLatch end = new CountDownLatch(1);
        try {
            assertThatThrownBy(() -> read(exchange -> {
                        exchange.sendResponseHeaders(200, 1_000_000);
                        exchange.getResponseBody().write(HEADER.getBytes(UTF_8));
                        exchange.getResponseBody().flush();
                        await(end);
                    }))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("the download stopped: nothing came for 1 s");
        } finally {
            end.countDown();
        }
    }

    @Test
    void an_answer_without_the_file_is_told() {
        assertThatThrownBy(() -> read(exchange -> {
                    exchange.sendResponseHeaders(404, -1);
                    exchange.close();
                }))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("answered 404");
    }

    @Test
    void an_address_has_a_host_and_no_password() {
        PriceInbox inbox = new PriceInbox(1, 1);
        assertThatThrownBy(() -> inbox.named("https://me:secret@example.org/prices.csv"))
                .isInstanceOf(UnusablePriceFile.class)
                .hasMessageContaining("no user or password");
        assertThatThrownBy(() -> inbox.named("http:///prices.csv")).isInstanceOf(UnusablePriceFile.class);
        assertThatThrownBy(() -> inbox.named(" ")).isInstanceOf(UnusablePriceFile.class);
    }

    private static String read(HttpHandler answer) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", answer);
        // the usual one is the server's own thread, whose end is waited for
        server.setExecutor(task -> new Thread(task, "price file").start());
        server.start();
        try (InputStream in = new PriceInbox(1, 1, Duration.ofSeconds(1))
                .named("http://127.0.0.1:" + server.getAddress().getPort() + "/prices.csv")
                .open()) {
            return new String(in.readAllBytes(), UTF_8);
        } finally {
            server.stop(0);
        }
    }

    private static void await(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
