package org.mtgtracker.search.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mtgtracker.search.Cards;
import org.mtgtracker.search.boundary.BadQuery;
import org.mtgtracker.search.boundary.QueryTooLong;
import org.mtgtracker.search.boundary.SearchOptions;
import org.mtgtracker.search.index.CardIndexBuilder;
import org.mtgtracker.search.language.CardKind;
import org.mtgtracker.search.language.Key;
import org.mtgtracker.search.language.Operator;

/** Queries that nobody types, the same ones every time: each gives an answer or a clear error, and nothing else. */
class FuzzTest {
    private static final int QUERIES = Integer.getInteger("tracker.fuzz.queries", 200_000);
    private static final long SEED = Long.getLong("tracker.fuzz.seed", 20_260_101L);
    private static final String[] PIECES = {
        "(",
        ")",
        "-",
        "!",
        "\"",
        "'",
        "/",
        "\\",
        "{",
        "}",
        "*",
        "+",
        "?",
        "[",
        "]",
        "^",
        "$",
        "|",
        ".",
        ",",
        " ",
        "\t",
        "~",
        "or",
        "and",
        "not:",
        "is:",
        "//",
        "++",
        "@@",
        "{w/u}",
        "2WW",
        "½",
        "∞",
        "Æ",
        "û",
        "𝔞",
        "\u0000",
        "\uD800",
        "日本",
        "esper",
        "2020-02-30",
        "now",
        "0.5",
        "-1",
        "1e9",
        "99999999999999999999",
        "/a+/",
        "\\sm",
        "{2/",
        "(?:",
        "a{9,}"
    };

    @Test
    void every_query_gives_an_answer_or_a_clear_error() {
        CardIndexBuilder builder = new CardIndexBuilder();
        builder.add(
                0,
                Cards.named("Ember Imp")
                        .text("Flying. Draw a card.")
                        .body("2", "*")
                        .json());
        builder.add(
                1,
                Cards.named("A // B")
                        .face("A", "{W/U}", "Land", "x", "W")
                        .face("B", "", "Elf", "", "U")
                        .json());
        Searcher searcher = new Searcher(builder.build(1), Clock.systemUTC());
        List<String> corpus = corpus();
        Random random = new Random(SEED);
        int answered = 0;
        for (int count = 0; count < QUERIES; count++) {
            String query = random.nextBoolean() ? made(random, corpus) : changed(random, corpus);
            try {
                assertThat(searcher.find(SearchOptions.of(query)).total()).isBetween(0, 2);
                answered++;
            } catch (BadQuery | QueryTooLong e) {
                assertThat(e.getMessage()).as(query).isNotBlank();
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("The query " + query, e);
            }
        }
        assertThat(answered).isGreaterThan(QUERIES / 20);
    }

    private static List<String> corpus() {
        List<String> corpus = new ArrayList<>();
        for (Key key : Key.values()) {
            corpus.add(key.example());
            key.names().forEach(name -> corpus.add(name + ":"));
        }
        CardKind.ALL.forEach(kind -> corpus.add("is:" + kind.names().get(0)));
        corpus.addAll(List.of("o:/\\spt|(a|b)*c/", "(t:elf or -t:land) r>=rare", "!\"fire // ice\"", "cmc+1<power"));
        return corpus;
    }

    private static String made(Random random, List<String> corpus) {
        StringBuilder query = new StringBuilder();
        for (int pieces = random.nextInt(12); pieces >= 0; pieces--) {
            switch (random.nextInt(4)) {
                case 0 -> query.append(PIECES[random.nextInt(PIECES.length)]);
                case 1 ->
                    query.append(corpus.get(random.nextInt(corpus.size()))).append(' ');
                case 2 ->
                    query.append(Key.values()[random.nextInt(Key.values().length)]
                                    .names()
                                    .get(0))
                            .append(Operator.values()[random.nextInt(Operator.values().length)].symbol())
                            .append(PIECES[random.nextInt(PIECES.length)]);
                default -> query.append((char) (' ' + random.nextInt(random.nextInt(50) == 0 ? 60_000 : 95)));
            }
        }
        return query.toString();
    }

    private static String changed(Random random, List<String> corpus) {
        StringBuilder query = new StringBuilder(corpus.get(random.nextInt(corpus.size())));
        query.append(' ').append(corpus.get(random.nextInt(corpus.size())));
        for (int changes = random.nextInt(4); changes >= 0 && !query.isEmpty(); changes--) {
            int at = random.nextInt(query.length());
            switch (random.nextInt(3)) {
                case 0 -> query.deleteCharAt(at);
                case 1 -> query.insert(at, PIECES[random.nextInt(PIECES.length)]);
                default -> query.setCharAt(at, (char) (' ' + random.nextInt(95)));
            }
        }
        return query.toString();
    }
}
