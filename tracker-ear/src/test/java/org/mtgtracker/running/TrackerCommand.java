package org.mtgtracker.running;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A command line of {@code bin/tracker} and its environment. The distribution is the one that the system property
 * {@code tracker.distribution} names; everything that a start leaves goes below the one that {@code tracker.tests}
 * names.
 */
public final class TrackerCommand {
    private static final Path DISTRIBUTION =
            Path.of(System.getProperty("tracker.distribution", "target/distribution/mtg-tracker"));
    private static final Path TESTS =
            Path.of(System.getProperty("tracker.tests", "target/trackers")).toAbsolutePath();

    private final String name;
    private final List<String> options = new ArrayList<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private Path data;
    private int port;

    private TrackerCommand(String name) {
        this.name = requireNonNull(name, "name is null");
        this.data = folder(name).resolve("data");
        // the classes mapped by one test's start must not depend on which test ended first
        environment.put("TRACKER_CDS", "off");
        environment.put("DRAIN_SECONDS", "0");
        // nobody listens there: no test depends on what Scryfall has today
        environment.put("TRACKER_SCRYFALL_URL", "http://127.0.0.1:9");
        // tests ask as often as they like; one about limits says by X-Forwarded-For that it is somebody else
        environment.put("TRACKER_RATELIMIT_TRUSTED_CLIENTS", "127.0.0.0/8 ::1");
        environment.put("TRACKER_HTTP_TRUSTED_PROXIES", "127.0.0.1 ::1");
        environment.put("TRACKER_HTTP_CORS_ORIGINS", "https://cards.example");
    }

    /** A start with a new data folder and a free port; the name is the folder's below {@code tracker.tests}. */
    public static TrackerCommand named(String name) {
        return new TrackerCommand(name);
    }

    /** Where tests may write what belongs to this name. */
    public static Path folder(String name) {
        try {
            return Files.createDirectories(TESTS.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A port of this machine that nobody listens on at this moment. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Uses another's data folder; it is kept as it is. */
    public TrackerCommand data(Path folder) {
        this.data = requireNonNull(folder, "folder is null");
        return this;
    }

    /** Names the port instead of taking a free one. */
    public TrackerCommand port(int number) {
        this.port = number;
        return this;
    }

    /** Adds words to the command line. */
    public TrackerCommand with(String... words) {
        options.addAll(List.of(words));
        return this;
    }

    /** Sets a variable of the environment; the DB_ variables of this process are not handed on. */
    public TrackerCommand environment(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Starts it with an empty data folder, ready or not. */
    public RunningTracker launchAnew() {
        delete(data);
        return launch();
    }

    /** Starts it on the data that is there, ready or not. */
    public RunningTracker launch() {
        Path folder = folder(name);
        Path output = folder.resolve("output.txt");
        Path log = folder.resolve("log.jsonl");
        int used = port == 0 ? freePort() : port;
        List<String> command = new ArrayList<>(List.of(
                DISTRIBUTION.resolve("bin/tracker").toAbsolutePath().toString(),
                "--port=" + used,
                "--data=" + data,
                "--log-file=" + log));
        command.addAll(options);
        try {
            Files.deleteIfExists(log);
            return new RunningTracker(start(command, output), used, data, output, log);
        } catch (IOException e) {
            throw new UncheckedIOException("bin/tracker cannot be started in " + DISTRIBUTION.toAbsolutePath(), e);
        }
    }

    /** Runs it with these words alone. */
    public RunningTracker launchBare(String... words) {
        Path folder = folder(name);
        Path output = folder.resolve("output.txt");
        List<String> command = new ArrayList<>(
                List.of(DISTRIBUTION.resolve("bin/tracker").toAbsolutePath().toString()));
        command.addAll(List.of(words));
        try {
            return new RunningTracker(start(command, output), 0, data, output, folder.resolve("log.jsonl"));
        } catch (IOException e) {
            throw new UncheckedIOException("bin/tracker cannot be started in " + DISTRIBUTION.toAbsolutePath(), e);
        }
    }

    private Process start(List<String> command, Path output) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(output.getParent().toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(variable -> variable.startsWith("DB_"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Deletes a folder with all that is in it, where there is one. */
    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path each : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
