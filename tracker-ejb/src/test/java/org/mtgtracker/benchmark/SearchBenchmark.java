package org.mtgtracker.benchmark;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.mtgtracker.search.boundary.SearchOptions;
import org.mtgtracker.search.engine.Results;
import org.mtgtracker.search.engine.Searcher;
import org.mtgtracker.search.index.CardIndex;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long the engine takes for a page of 100 cards: the queries of the file in turn, phrases in all rules texts, and
 * patterns over all of them. How to start it is in docs/performance-search.md.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgs = "-Xmx3g")
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 3, time = 3)
public class SearchBenchmark {
    private static final List<String> PHRASES = List.of(
            "o:\"draw a card\"",
            "o:damage",
            "o:\"whenever ~ attacks\"",
            "fo:\"can't be blocked\"",
            "ft:\"the dead\"",
            "o:zzz");
    private static final List<String> PATTERNS = List.of(
            "o:/^{T}:/",
            "o:/\\spt/",
            "o:/\\d+ damage/",
            "o:/(draw|discard)s? (two|three) cards?/",
            "o:/\\bdies\\b.*\\breturn/",
            "ft:/[aeiou]{4}/",
            "fo:/^[^:\\n]+: add /");

    /** {@code real}, or how many synthetic ones. */
    @Param({"real", "110000"})
    public String cards;

    private Searcher searcher;
    private List<String> queries;
    private int next;

    @Setup
    public void build() {
        CardIndex index = SearchCatalogue.index(SearchCatalogue.objects(cards));
        searcher = new Searcher(index, Clock.systemUTC());
        queries = SearchCatalogue.queries();
    }

    @Benchmark
    public Results queriesOfTheFile() {
        return oneOf(queries);
    }

    @Benchmark
    public Results phrasesInAllTexts() {
        return oneOf(PHRASES);
    }

    @Benchmark
    public Results patternsOverAllTexts() {
        return oneOf(PATTERNS);
    }

    private Results oneOf(List<String> all) {
        next = next + 1 < all.size() ? next + 1 : 0;
        return searcher.find(SearchOptions.of(all.get(next)));
    }
}
