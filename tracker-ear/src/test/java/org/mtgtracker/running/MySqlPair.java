package org.mtgtracker.running;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A MySQL primary and its replica, brought up by the program that the variable TRACKER_MYSQL names. */
final class MySqlPair implements AutoCloseable {
    private static final int CANNOT_BE_HAD = 75;
    private static final String PORT = "3441";

    private final String program;
    private final Path folder;
    private final Map<String, String> variables = new LinkedHashMap<>();

    private MySqlPair(String program) {
        this.program = program;
        this.folder = TrackerCommand.folder("mysql");
    }

    /** Aborts the test, with a sentence, where there is no such program or MySQL cannot be had. */
    static MySqlPair started() {
        String program = System.getenv().getOrDefault("TRACKER_MYSQL", "");
        assumeTrue(!program.isBlank(), "TRACKER_MYSQL names no program that starts a MySQL pair: not run on MySQL.");
        MySqlPair pair = new MySqlPair(program);
        // data of an earlier run would be kept
        pair.close();
        TrackerCommand.delete(pair.folder.resolve("data"));
        TrackerCommand.delete(pair.folder.resolve("replica"));
        int code = pair.run("pair");
        if (code == CANNOT_BE_HAD) {
            abort("MySQL cannot be had on this machine: not run on MySQL.");
        }
        if (code != 0) {
            throw new IllegalStateException(program + " pair ended with " + code + ": " + pair.said());
        }
        pair.said().lines().filter(line -> line.startsWith("DB_")).forEach(line -> {
            int equals = line.indexOf('=');
            pair.variables.put(line.substring(0, equals), line.substring(equals + 1));
        });
        return pair;
    }

    /** The variables that name the two servers. */
    Map<String, String> variables() {
        return Map.copyOf(variables);
    }

    private String said() {
        try {
            return Files.readString(output());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path output() {
        return folder.resolve("output.txt");
    }

    private int run(String verb) {
        // into a file: the servers it leaves behind would hold a pipe open
        ProcessBuilder builder = new ProcessBuilder(program, verb, folder.toString())
                .redirectOutput(output().toFile())
                .redirectError(folder.resolve("errors.txt").toFile());
        builder.environment().put("MYSQL_LANE_PORT", PORT);
        try {
            Process process = builder.start();
            if (!process.waitFor(300, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(program + " " + verb + " did not end within 300 s");
            }
            return process.exitValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while MySQL " + verb, e);
        }
    }

    @Override
    public void close() {
        run("stop");
        // the program does not wait for the servers' end, of which this is the sign
        await().atMost(60, TimeUnit.SECONDS)
                .until(() -> Files.notExists(folder.resolve("pid")) && Files.notExists(folder.resolve("replica/pid")));
    }
}
