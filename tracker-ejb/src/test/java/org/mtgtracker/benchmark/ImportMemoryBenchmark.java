package org.mtgtracker.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;
import javax.sql.DataSource;
import org.mtgtracker.DatabaseUnderTest;
import org.mtgtracker.catalog.boundary.ImportRun;
import org.mtgtracker.catalog.control.ImportingTracker;
import org.mtgtracker.search.RealCards;
import org.mtgtracker.search.control.IndexRows;
import org.mtgtracker.search.control.SearchFolder;
import org.mtgtracker.search.index.CardIndex;
import org.mtgtracker.search.index.CardIndexBuilder;

/**
 * Measures the heap that an import of a large file takes, and the search index behind it: in a JVM of its own with the
 * heap that is given. How to start it is in docs/performance.md.
 */
public final class ImportMemoryBenchmark {
    private static final double MIB = 1 << 20;
    private static final double NANOS = 1e9;
    private static final AtomicLong LIVE = new AtomicLong();

    private ImportMemoryBenchmark() {}

    /**
     * Runs it.
     *
     * @param arguments how many cards, the heap as -Xmx takes it, {@code lines} or {@code array}, and
     *     {@code import}, {@code index} or {@code both}
     */
    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("measured")) {
            Path file = Path.of(arguments[1]);
            if (arguments[2].equals("index")) {
                indexed(file);
            } else {
                measured(file, arguments[2].equals("both"));
            }
            System.exit(0);
        }
        Path folder = Files.createTempDirectory("import-memory-benchmark");
        AllCards.Form form = AllCards.Form.valueOf(arguments[2].toUpperCase(Locale.ROOT));
        Path file =
                AllCards.write(Integer.parseInt(arguments[0]), form, RealCards.objects(SearchCatalogue.data()), folder);
        try {
            System.exit(child(arguments[1], file, arguments[3]));
        } finally {
            Files.delete(file);
        }
    }

    private static int child(String heap, Path file, String index) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx" + heap,
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(List.of(ImportMemoryBenchmark.class.getName(), "measured", file.toString(), index));
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    private static void measured(Path file, boolean withIndex) throws Exception {
        watchCollections();
        DataSource source = DatabaseUnderTest.MARIADB.schema("import_memory_benchmark");
        ImportingTracker tracker = new ImportingTracker(source);
        told("before", 0, 0);
        long start = System.nanoTime();
        ImportRun run = tracker.importFrom(file.toString());
        told("import: " + run.outcome() + ", " + run.added() + " added", run.read(), start);
        start = System.nanoTime();
        run = tracker.importFrom(file.toString());
        told("again: " + run.outcome() + ", " + run.unchanged() + " unchanged", run.read(), start);
        if (withIndex) {
            IndexRows rows = new IndexRows(tracker.rows(), new SearchFolder(file.resolveSibling("index")));
            indexes(() -> rows.build().index());
        }
    }

    /** The index alone, of the file's objects; without a database. */
    private static void indexed(Path file) throws Exception {
        watchCollections();
        indexes(() -> {
            CardIndexBuilder builder = new CardIndexBuilder();
            int number = 0;
            try (BufferedReader lines = new BufferedReader(
                    new InputStreamReader(new GZIPInputStream(Files.newInputStream(file), 1 << 16), UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    builder.add(++number, line.getBytes(UTF_8));
                }
            }
            return builder.build(1);
        });
    }

    /** Two, one beside the other: while a pod builds, the old one answers. */
    private static void indexes(Callable<CardIndex> building) throws Exception {
        List<CardIndex> kept = new ArrayList<>();
        for (String what : List.of("index", "a second one beside it")) {
            long start = System.nanoTime();
            CardIndex index = building.call();
            told(what + " of " + index.printings() + " printings", index.printings(), start);
            kept.add(index);
            System.gc();
            System.out.printf(Locale.ROOT, "  live with it: %.0f MiB%n", used() / MIB);
        }
        System.out.println(kept.get(0).bytes());
    }

    private static void watchCollections() {
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector)
                    .addNotificationListener(
                            (notification, handback) -> {
                                long live = GarbageCollectionNotificationInfo.from(
                                                (CompositeData) notification.getUserData())
                                        .getGcInfo()
                                        .getMemoryUsageAfterGc()
                                        .entrySet()
                                        .stream()
                                        .filter(pool -> pool.getKey().matches(".*(Eden|Survivor|Old|Tenured).*"))
                                        .map(java.util.Map.Entry::getValue)
                                        .mapToLong(MemoryUsage::getUsed)
                                        .sum();
                                LIVE.accumulateAndGet(live, Math::max);
                            },
                            null,
                            null);
        }
    }

    private static long used() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static void told(String what, long rows, long start) throws IOException {
        double seconds = start == 0 ? 0 : (System.nanoTime() - start) / NANOS;
        System.out.printf(
                Locale.ROOT,
                "%-40s %7.1f s %,9.0f rows/s; peak heap after a collection %.0f MiB, %s%n",
                what,
                seconds,
                seconds == 0 ? 0 : rows / seconds,
                LIVE.getAndSet(0) / MIB,
                peak());
    }

    /** The largest resident size of the process until now, where the system tells it. */
    private static String peak() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return "";
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .findFirst()
                .map(line -> line.replaceAll("\\s+", " "))
                .orElse("");
    }
}
