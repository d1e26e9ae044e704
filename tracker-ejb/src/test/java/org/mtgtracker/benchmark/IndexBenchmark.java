package org.mtgtracker.benchmark;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.mtgtracker.search.index.CardIndex;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long an index takes to be built of objects in memory, the first time in a process and once more, and how much heap
 * it takes. How to start it is in docs/performance-search.md.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgs = "-Xmx3g")
@Warmup(iterations = 0)
@Measurement(iterations = 3)
public class IndexBenchmark {
    private static final long MIB = 1 << 20;

    /** {@code real}, or how many synthetic ones. */
    @Param({"real", "110000"})
    public String cards;

    private List<byte[]> objects;
    private CardIndex index;

    /** What the index takes, beside its time. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Heap {
        /** By what the collector freed when it was given up. */
        public long mebibytes;

        /** By its own account. */
        public long countedMebibytes;
    }

    @Setup
    public void read() {
        objects = SearchCatalogue.objects(cards);
    }

    @Benchmark
    public CardIndex build() {
        index = SearchCatalogue.index(objects);
        return index;
    }

    @TearDown(Level.Iteration)
    public void weigh(Heap heap) {
        heap.countedMebibytes =
                index.bytes().values().stream().mapToLong(Long::longValue).sum() / MIB;
        long with = used();
        index = null;
        heap.mebibytes = (with - used()) / MIB;
    }

    private static long used() {
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 3; round++) {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
