package org.mtgtracker.search.control;

import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Whether an index fits into the heap beside all that is there. One that does not is refused before it is begun: a heap
 * that runs full ends the process, and a pod that ends while it builds ends again when it is back.
 */
final class Headroom {
    /** What building takes of the heap for each printing, at its peak; measured in docs/performance.md. */
    static final long BYTES_A_PRINTING = 2600;

    private static final Duration REFUSED_FOR = Duration.ofMinutes(10);
    private static final long MIB = 1 << 20;

    private final long heap;
    private final LongSupplier used;
    private final Runnable collect;
    private Refusal refusal;

    private record Refusal(long printings, long at, String reason) {}

    Headroom() {
        this(
                Runtime.getRuntime().maxMemory(),
                () -> Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory(),
                System::gc);
    }

    /**
     * @param heap how large it may become
     * @param used how much of it is taken, by what is garbage too
     * @param collect takes the garbage away
     */
    Headroom(long heap, LongSupplier used, Runnable collect) {
        this.heap = heap;
        this.used = used;
        this.collect = collect;
    }

    /** @throws IllegalStateException when an index of so many printings does not fit beside what is there */
    synchronized void check(long printings) {
        long needed = printings * BYTES_A_PRINTING;
        if (needed <= heap - used.getAsLong()) {
            return;
        }
        long now = System.nanoTime();
        boolean refusedJustNow =
                refusal != null && refusal.printings == printings && now - refusal.at < REFUSED_FOR.toNanos();
        if (!refusedJustNow) {
            // what looks full is mostly garbage; taking it away stops the searches, and is not done for every attempt
            collect.run();
            long live = used.getAsLong();
            if (needed <= heap - live) {
                return;
            }
            refusal = new Refusal(printings, now, reason(printings, needed, live));
        }
        throw new IllegalStateException(refusal.reason);
    }

    private String reason(long printings, long needed, long live) {
        return String.format(
                Locale.ROOT,
                "an index of %,d printings takes up to %,d MiB while it is built; the heap has %,d MiB, of which %,d are"
                        + " taken. Start the server with JAVA_OPTS=-Xmx%dm, or more",
                printings,
                needed / MIB,
                heap / MIB,
                live / MIB,
                (needed + live) / MIB * 5 / 4);
    }
}
