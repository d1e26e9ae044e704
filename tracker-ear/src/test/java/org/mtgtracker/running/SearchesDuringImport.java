package org.mtgtracker.running;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Measures searches before, during and after an import of the whole catalogue with one card in a hundred changed, until
 * the new one is searched; by people who pause between searches, and by as many searches as there can be. Its arguments
 * are a server whose limits are off, an administrator's API key, the catalogue that it has (a gzip'd JSON array), and the
 * file of queries.
 */
public final class SearchesDuringImport {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SEARCHERS = 4;
    private static final int PAUSE_MILLIS = 100;
    private static final int SECONDS = 10;
    private static final int WARMING_SECONDS = 20;
    private static final int IMPORTS = 2;
    private static final double MILLIS = 1e6;

    private final Api api;
    private final Path file;
    private final List<String> paths;
    private final AtomicInteger turn = new AtomicInteger();
    private int edition;

    private SearchesDuringImport(Api api, Path file, List<String> paths) {
        this.api = api;
        this.file = file;
        this.paths = paths;
    }

    public static void main(String[] words) throws Exception {
        List<String> paths = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(words[3]))) {
            JsonNode query = JSON.readTree(line);
            if (!query.path("kind").asText().equals("parse_error")) {
                paths.add("/api/v2/cards?limit=20&q="
                        + URLEncoder.encode(query.path("query").asText(), UTF_8));
            }
        }
        new SearchesDuringImport(new Api(URI.create(words[0]), words[1]), Path.of(words[2]), paths).measure();
    }

    private void measure() throws Exception {
        searches(0, after(WARMING_SECONDS));
        for (int pause : new int[] {PAUSE_MILLIS, 0}) {
            String who = pause == 0 ? "as many as there can be" : SEARCHERS + " people, pausing " + pause + " ms";
            told(who, "before", searches(pause, after(SECONDS)));
            told(who, "during", duringImports(pause));
            told(who, "after", searches(pause, after(SECONDS)));
        }
    }

    private static BooleanSupplier after(int seconds) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        return () -> System.nanoTime() > end;
    }

    /** Some imports one after the other, each of which changes one card in a hundred. */
    private Times duringImports(int pause) throws Exception {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < IMPORTS; i++) {
            files.add(changed());
        }
        ExecutorService importing = Executors.newSingleThreadExecutor();
        try {
            Future<?> imported = importing.submit(() -> files.forEach(this::bringIn));
            Times times = searches(pause, imported::isDone);
            imported.get();
            return times;
        } finally {
            importing.shutdown();
        }
    }

    private Path changed() throws IOException {
        edition++;
        Path target = Files.createTempFile("changed", ".jsonl.gz");
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file));
                MappingIterator<ObjectNode> cards =
                        JSON.readerFor(ObjectNode.class).readValues(in);
                OutputStream out = new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(target)))) {
            for (int i = 0; cards.hasNext(); i++) {
                ObjectNode card = cards.next();
                if (i % 100 == 0) {
                    card.put("edition", edition);
                }
                out.write(JSON.writeValueAsBytes(card));
                out.write('\n');
            }
        }
        return target;
    }

    /** Comes back when the new catalogue is searched. */
    private void bringIn(Path catalogue) {
        HttpResponse<String> begun = api.startImport(catalogue.toString());
        if (begun.statusCode() != 202) {
            throw new IllegalStateException(begun.body());
        }
        String address = begun.headers().firstValue("Location").orElseThrow();
        JsonNode run;
        do {
            pause(PAUSE_MILLIS);
            run = api.json(address);
        } while (run.path("outcome").asText().equals("running"));
        if (!run.path("outcome").asText().equals("succeeded")) {
            throw new IllegalStateException(run.toString());
        }
        long version = api.json("/api/v2/catalogue").path("version").asLong();
        while (api.json("/api/v2/admin/index").path("version").asLong() < version) {
            pause(PAUSE_MILLIS);
        }
        System.out.printf("  imported: %s read, %s changed%n", run.path("read"), run.path("changed"));
        if (!catalogue.toFile().delete()) {
            catalogue.toFile().deleteOnExit();
        }
    }

    private record Times(long[] nanos, double seconds) {}

    private Times searches(int pause, BooleanSupplier over) throws Exception {
        ExecutorService searchers = Executors.newFixedThreadPool(SEARCHERS);
        long start = System.nanoTime();
        List<Future<List<Long>>> all = new ArrayList<>();
        for (int i = 0; i < SEARCHERS; i++) {
            all.add(searchers.submit(() -> {
                List<Long> times = new ArrayList<>();
                while (!over.getAsBoolean()) {
                    times.add(search());
                    pause(pause);
                }
                return times;
            }));
        }
        List<Long> nanos = new ArrayList<>();
        for (Future<List<Long>> each : all) {
            nanos.addAll(each.get());
        }
        searchers.shutdown();
        return new Times(
                nanos.stream().mapToLong(Long::longValue).sorted().toArray(), (System.nanoTime() - start) / 1e9);
    }

    private long search() {
        String path = paths.get(Math.floorMod(turn.getAndIncrement(), paths.size()));
        long before = System.nanoTime();
        int status = api.get(path).statusCode();
        if (status != 200 && status != 400) {
            throw new IllegalStateException(path + " is answered " + status);
        }
        return System.nanoTime() - before;
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void told(String who, String when, Times times) {
        long[] nanos = times.nanos();
        System.out.printf(
                Locale.ROOT,
                "%-32s %-7s %6.1f s, %8.1f/s, median %.1f ms, 95%% %.1f ms, slowest %.0f ms%n",
                who,
                when,
                times.seconds(),
                nanos.length / times.seconds(),
                nanos[nanos.length / 2] / MILLIS,
                nanos[nanos.length * 95 / 100] / MILLIS,
                nanos[nanos.length - 1] / MILLIS);
    }
}
