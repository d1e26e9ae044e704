package org.mtgtracker.catalog.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.mysql.cj.jdbc.MysqlDataSource;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtgtracker.DatabaseUnderTest;
import org.mtgtracker.catalog.CardText;
import org.mtgtracker.catalog.boundary.ImportRun;

/**
 * The memory of an import does not grow with the file: a JVM with a heap of 40 MiB brings three times as much in. The
 * file exists nowhere; a server makes it up while it is read.
 */
class ImportInSmallHeapTest {
    private static final int CARDS = 130;
    private static final int OBJECT_BYTES = 900_000;
    private static final String HEAP = "-Xmx40m";
    private static final String TEXT = "It burns on and on. ".repeat(OBJECT_BYTES / 20);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"array", "lines"})
    void a_file_of_three_times_the_heap_is_brought_in(String form) throws Exception {
        MysqlDataSource database = (MysqlDataSource) DatabaseUnderTest.MARIADB.schema("small_heap");
        new ImportingTracker(database).reset();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(exchange, form.equals("array")));
        server.start();
        try {
            Path said = folder.resolve("said.txt");
            Process importing = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            HEAP,
                            "-XX:+UseSerialGC",
                            "-XX:+ExitOnOutOfMemoryError",
                            "-cp",
                            System.getProperty("java.class.path"),
                            InSmallHeap.class.getName(),
                            database.getURL(),
                            "http://127.0.0.1:" + server.getAddress().getPort() + "/cards")
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();

            assertThat(importing.waitFor(3, TimeUnit.MINUTES)).isTrue();

            assertThat(importing.exitValue()).as(Files.readString(said)).isZero();
            assertThat(Files.readString(said)).contains("SUCCEEDED, " + CARDS + " added");
        } finally {
            server.stop(0);
        }
    }

    private static void answer(HttpExchange exchange, boolean array) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            for (int number = 1; number <= CARDS; number++) {
                String before = array ? (number == 1 ? "[" : ",") : "";
                String card = CardText.card(number)
                        .with("oracle_text", '"' + TEXT + '"')
                        .toString();
                out.write((before + card + "\n").getBytes(UTF_8));
            }
            out.write((array ? "]" : "").getBytes(UTF_8));
        }
    }

    /** What runs in the other JVM. */
    static final class InSmallHeap {
        private InSmallHeap() {}

        /** @param arguments the database's address, and the file's */
        public static void main(String[] arguments) {
            MysqlDataSource database = new MysqlDataSource();
            database.setUrl(arguments[0]);
            database.setUser("tracker");
            database.setPassword("tracker");
            ImportRun run = new ImportingTracker(database).importFrom(arguments[1]);
            System.out.println(run.outcome() + ", " + run.added() + " added; " + run.message());
            System.exit(run.outcome() == ImportRun.Outcome.SUCCEEDED ? 0 : 1);
        }
    }
}
