package org.mtgtracker.catalog.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A local server that behaves as Scryfall does, and can be made to fail before it answers. */
final class ScryfallDouble implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, byte[]> files = new HashMap<>();
    private final Map<String, Deque<Fault>> faults = new HashMap<>();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    /** What goes wrong with an answer; true when it was given. */
    @FunctionalInterface
    interface Fault {
        void instead(HttpExchange exchange, byte[] file) throws IOException;
    }

    ScryfallDouble() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    ScryfallDouble file(String path, String text) {
        return file(path, text.getBytes(UTF_8));
    }

    ScryfallDouble file(String path, byte[] bytes) {
        files.put(path, bytes);
        return this;
    }

    /** A list of one page. */
    ScryfallDouble list(String path, String... objects) {
        return file(path, "{\"object\":\"list\",\"has_more\":false,\"data\":[" + String.join(",", objects) + "]}");
    }

    /** The next answer for this path goes wrong so. */
    ScryfallDouble once(String path, Fault fault) {
        faults.computeIfAbsent(path, any -> new ArrayDeque<>()).add(fault);
        return this;
    }

    static Fault status(int status, String... header) {
        return (exchange, file) -> {
            if (header.length > 0) {
                exchange.getResponseHeaders().add(header[0], header[1]);
            }
            exchange.sendResponseHeaders(status, -1);
        };
    }

    /** Half of the file, and then nothing more. */
    static Fault brokenOff() {
        return (exchange, file) -> {
            exchange.getResponseHeaders().add("ETag", tag(file));
            exchange.sendResponseHeaders(200, file.length);
            exchange.getResponseBody().write(file, 0, file.length / 2);
        };
    }

    /** The paths that were asked for, each with what of the headers matters. */
    List<String> asked() {
        return asked;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().toString();
            String range = exchange.getRequestHeaders().getFirst("Range");
            asked.add(path + (range == null ? "" : " " + range));
            byte[] file = files.get(path);
            Deque<Fault> next = faults.get(path);
            if (next != null && !next.isEmpty()) {
                next.poll().instead(exchange, file);
                return;
            }
            if (file == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            exchange.getResponseHeaders().add("ETag", tag(file));
            if (tag(file).equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            int from = 0;
            if (range != null && tag(file).equals(exchange.getRequestHeaders().getFirst("If-Range"))) {
                from = Integer.parseInt(range.replaceAll("\\D", ""));
                exchange.getResponseHeaders()
                        .add("Content-Range", "bytes " + from + "-" + (file.length - 1) + "/" + file.length);
            }
            exchange.sendResponseHeaders(from > 0 ? 206 : 200, file.length - from);
            exchange.getResponseBody().write(file, from, file.length - from);
        }
    }

    private static String tag(byte[] file) {
        return "\"" + Arrays.hashCode(file) + "\"";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
