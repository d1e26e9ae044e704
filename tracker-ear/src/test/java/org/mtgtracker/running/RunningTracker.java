package org.mtgtracker.running;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A started {@code bin/tracker}: what it said, where it answers, and how it ends. */
public final class RunningTracker implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofSeconds(600);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(180);
    private static final Pattern API_KEY = Pattern.compile("API key {4}(mtg_\\S+)");
    private static final Pattern PASSWORD = Pattern.compile("sign in {4}admin / (\\S+)");

    private final Process process;
    private final int port;
    private final Path data;
    private final Path output;
    private final Path log;

    RunningTracker(Process process, int port, Path data, Path output, Path log) {
        this.process = process;
        this.port = port;
        this.data = data;
        this.output = output;
        this.log = log;
    }

    /**
     * Waits until it says that it is ready.
     *
     * @throws IllegalStateException when it ended instead, or was not ready in time; with what it said
     */
    public RunningTracker awaitReady() {
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (!output().contains("MTG Tracker is ready after")) {
            if (!process.isAlive()) {
                throw new IllegalStateException("It ended with " + process.exitValue() + " and said:\n" + output());
            }
            if (System.nanoTime() > deadline) {
                close();
                throw new IllegalStateException(
                        "Not ready within " + READY_WITHIN.toSeconds() + " s; it said:\n" + output());
            }
            endsWithin(Duration.ofMillis(200));
        }
        // the key follows the ready line
        await().atMost(10, TimeUnit.SECONDS).until(() -> output().contains("Ctrl-C stops it."));
        return this;
    }

    /** Waits until a search finds cards, which come behind the start, and gives the first of them. */
    public JsonNode awaitFirstCard() {
        return await("a card")
                .atMost(120, TimeUnit.SECONDS)
                .until(
                        () -> api().get("/api/v2/cards?limit=1").statusCode() == 200
                                ? api().json("/api/v2/cards?limit=1")
                                        .path("data")
                                        .path(0)
                                : MissingNode.getInstance(),
                        card -> !card.isMissingNode());
    }

    /** Where it answers, without a slash at the end. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** A client that names nobody. */
    public Api api() {
        return new Api(address(), null);
    }

    /** A client with the first administrator's API key. */
    public Api asAdmin() {
        return new Api(address(), apiKey().orElseThrow(() -> new IllegalStateException("No API key in:\n" + output())));
    }

    /** The first administrator's key, on the first start. */
    public Optional<String> apiKey() {
        return told(API_KEY);
    }

    /** The first administrator's password, on the first start. */
    public Optional<String> password() {
        return told(PASSWORD);
    }

    private Optional<String> told(Pattern pattern) {
        Matcher matcher = pattern.matcher(output());
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Everything it told its user so far. */
    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    /** The folder that keeps its data. */
    public Path data() {
        return data;
    }

    /** Its log, a JSON object on each line. */
    public Path log() {
        return log;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Sends SIGTERM and does not wait. */
    public void signalTermination() {
        process.destroy();
    }

    /** Sends SIGTERM and waits for the end. */
    public int terminate() {
        process.destroy();
        return awaitExit();
    }

    /** Kills the server with SIGKILL, and leaves its databases running as a crash would. */
    public void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    /** Sends it a signal by its name: STOP pauses it, CONT wakes it. Nothing happens when it has ended. */
    public void signal(String name) {
        if (!process.isAlive()) {
            return;
        }
        try {
            int code = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("kill -" + name + " ended with " + code);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while sending " + name, e);
        }
    }

    /** Whether a line of its log has these words. */
    public boolean logged(String words) {
        try (var lines = Files.lines(log)) {
            return lines.anyMatch(line -> line.contains(words));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the end and returns the exit code. */
    public int awaitExit() {
        if (!endsWithin(ENDS_WITHIN)) {
            process.destroyForcibly();
            throw new IllegalStateException(
                    "It did not end within " + ENDS_WITHIN.toSeconds() + " s; it said:\n" + output());
        }
        return process.exitValue();
    }

    /**
     * The database server that runs over this tracker's data.
     *
     * @param role primary or replica
     */
    public Optional<ProcessHandle> database(String role) {
        return databases().stream()
                .filter(handle -> commandLine(handle).contains("/databases/" + role + " "))
                .findFirst();
    }

    private List<ProcessHandle> databases() {
        String argument = "--datadir=" + data.toAbsolutePath() + "/";
        return ProcessHandle.allProcesses()
                .filter(handle -> commandLine(handle).contains(argument))
                .toList();
    }

    private static String commandLine(ProcessHandle handle) {
        return handle.info().commandLine().orElse("");
    }

    /** Ends it in order when it still runs, and by force what is then left of it. */
    @Override
    public void close() {
        try {
            process.destroy();
            if (!endsWithin(ENDS_WITHIN)) {
                process.destroyForcibly();
            }
        } finally {
            databases().forEach(ProcessHandle::destroyForcibly);
        }
    }

    private boolean endsWithin(Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the tracker", e);
        }
    }
}
