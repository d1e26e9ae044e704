package org.mtgtracker.benchmark;

import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.mtgtracker.search.boundary.SearchOptions;
import org.mtgtracker.search.engine.Searcher;
import org.mtgtracker.search.index.CardIndex;

/**
 * Tells which queries of the file are the slowest, by the median of many rounds. A look at one machine, not a benchmark:
 * that is {@link SearchBenchmark}.
 */
public final class SlowestQueries {
    private static final int ROUNDS = 41;
    private static final double MICROS = 1000;

    private SlowestQueries() {}

    /** @param arguments {@code real} or a number of synthetic cards, and further queries */
    public static void main(String[] arguments) {
        List<byte[]> objects = SearchCatalogue.objects(arguments[0]);
        long start = System.nanoTime();
        CardIndex index = SearchCatalogue.index(objects);
        System.out.printf(
                "index of %d printings, %d cards built in %.2f s%n",
                index.printings(), index.cards(), (System.nanoTime() - start) / 1e9);
        Searcher searcher = new Searcher(index, Clock.systemUTC());
        List<String> queries = SearchCatalogue.queries();
        queries.addAll(Arrays.asList(arguments).subList(1, arguments.length));
        long[][] times = new long[queries.size()][ROUNDS];
        for (int round = 0; round < 2 * ROUNDS; round++) {
            for (int query = 0; query < queries.size(); query++) {
                long before = System.nanoTime();
                searcher.find(SearchOptions.of(queries.get(query)));
                times[query][round % ROUNDS] = System.nanoTime() - before;
            }
        }
        long[] all = Arrays.stream(times).flatMapToLong(Arrays::stream).sorted().toArray();
        for (double share : new double[] {0.5, 0.9, 0.95, 0.99, 0.999}) {
            System.out.printf(
                    Locale.ROOT, "%5.1f %% within %.0f µs%n", 100 * share, all[(int) (share * all.length)] / MICROS);
        }
        record Query(String text, long median) {}
        java.util.stream.IntStream.range(0, times.length)
                .mapToObj(query -> new Query(
                        queries.get(query), Arrays.stream(times[query]).sorted().toArray()[ROUNDS / 2]))
                .sorted(Comparator.comparingLong(Query::median).reversed())
                .limit(30)
                .forEach(query ->
                        System.out.printf(Locale.ROOT, "%8.0f µs  %s%n", query.median() / MICROS, query.text()));
    }
}
