package org.mtgtracker.catalog.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
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
import org.junit.jupiter.api.io.TempDir;

/** A local server that behaves as Scryfall does, or worse, and sources that know it as Scryfall. */
abstract class LocalWeb {
    final Map<String, List<String>> headers = new ConcurrentHashMap<>();
    final CountDownLatch end = new CountDownLatch(1);
    HttpServer server;
    ExecutorService threads;
    Sources sources;

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

    void waitOnly(Duration longestWait) {
        sources = new Sources(
                Optional.empty(), url(""), new Web(Duration.ofSeconds(10), longestWait), ImportingTracker.once());
    }

    String content(String source) throws IOException {
        try (Source.Opened opened = sources.named(source).open("").orElseThrow()) {
            return new String(opened.stream().readAllBytes(), UTF_8);
        }
    }

    void page(String path, String text) {
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

    void answer(String path, Answer answer) {
        server.createContext(path, exchange -> {
            try (exchange) {
                answer.to(exchange);
            }
        });
    }

    @FunctionalInterface
    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    void await() {
        ended(Long.MAX_VALUE);
    }

    boolean ended(long withinMillis) {
        try {
            return end.await(withinMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    static String list(String field, String address) {
        return "{\"object\":\"list\",\"data\":[{\"type\":\"oracle_cards\",\"" + field + "\":\"http://127.0.0.1:1/\"},"
                + "{\"type\":\"default_cards\",\"updated_at\":\"2026-07-01T09:00:00Z\",\"" + field + "\":\"" + address
                + "\"}]}";
    }
}
