package org.mtgtracker.search.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.code_intelligence.jazzer.mutation.annotation.WithUtf8Length;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;
import org.mtgtracker.search.Cards;
import org.mtgtracker.search.boundary.BadQuery;
import org.mtgtracker.search.boundary.Direction;
import org.mtgtracker.search.boundary.Order;
import org.mtgtracker.search.boundary.QueryTooLong;
import org.mtgtracker.search.boundary.SearchOptions;
import org.mtgtracker.search.boundary.Unique;
import org.mtgtracker.search.index.CardIndex;
import org.mtgtracker.search.index.CardIndexBuilder;
import org.mtgtracker.search.language.CardKind;
import org.mtgtracker.search.language.Key;

/**
 * Queries that Jazzer makes, led by what of our code they reach: each gives an answer or a clear error. The build runs
 * some with a fixed seed, {@code -Pfuzz} ten million; docs/performance-search.md has the commands.
 */
class QueryFuzzTest {
    private static final int LONGEST = 1100;
    private static final CardIndex INDEX = index();
    private static final Searcher SEARCHER =
            new Searcher(INDEX, Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC));

    private static CardIndex index() {
        CardIndexBuilder builder = new CardIndexBuilder();
        List<Cards> cards = List.of(
                Cards.named("Ember Imp")
                        .type("Creature — Imp Rogue")
                        .text("Flying\nWhen Ember Imp enters, draw a card. {T}: Add {R}.")
                        .cost("{1}{R}", 2, "R")
                        .body("2", "*")
                        .usd("1.50"),
                Cards.named("Tide Sage")
                        .type("Legendary Creature — Human Wizard")
                        .cost("{W}{U}", 2, "W", "U")
                        .body("1", "4")
                        .with("rarity", "mythic")
                        .with("flavor_text", "The sea “remembers” ½ of it."),
                Cards.named("Lim-Dûl // Æther")
                        .face("Lim-Dûl", "{W/U}", "Land", "x", "W")
                        .face("Æther", "", "Elf", "", "U"));
        for (int number = 0; number < cards.size(); number++) {
            builder.add(number, cards.get(number).json());
        }
        return builder.build(1);
    }

    /** What Jazzer begins with. */
    static Stream<String> examples() {
        List<String> examples = new ArrayList<>();
        Arrays.stream(Key.values()).map(Key::example).forEach(examples::add);
        CardKind.ALL.forEach(kind -> examples.add("is:" + kind.names().get(0)));
        examples.addAll(List.of(
                "o:/\\spt|(a|b)*c{2,3}?[^x-z\\d]$/",
                "(t:elf or -t:land) r>=rare",
                "!\"fire // ice\"",
                "cmc+1<power",
                "-(-(a)) 'it''s' “x” ++ @@",
                "o:/[a-本]/",
                "o:/[x-\\耘]/",
                "x".repeat(LONGEST)));
        String data = System.getenv("TRACKER_DATA");
        if (data != null) {
            try {
                for (String line : Files.readAllLines(Path.of(data, "search", "queries-parse-only.jsonl"))) {
                    examples.add(new ObjectMapper().readTree(line).path("query").asText());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        // each is the name of its own run
        return examples.stream().filter(example -> !example.isBlank());
    }

    /** One that takes a minute has no end; the machine may be busy. */
    @Timeout(60)
    @MethodSource("examples")
    @FuzzTest
    void every_query_gives_an_answer_or_a_clear_error(@NotNull @WithUtf8Length(max = LONGEST) String query) {
        try {
            SearchOptions options = SearchOptions.of(query)
                    .unique(pick(Unique.values(), query))
                    .order(pick(Order.values(), query), Direction.AUTO);
            Results results = SEARCHER.find(options);
            assertThat(results.total()).isBetween(0, INDEX.printings());
            assertThat(results.positions()).hasSizeLessThanOrEqualTo(results.total());
        } catch (BadQuery | QueryTooLong e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    private static <T> T pick(T[] values, String by) {
        return values[Math.floorMod(by.hashCode(), values.length)];
    }
}
