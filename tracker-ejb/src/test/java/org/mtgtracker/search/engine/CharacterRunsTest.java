package org.mtgtracker.search.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtgtracker.search.boundary.QueryTooExpensive;
import org.mtgtracker.search.index.Budget;
import org.mtgtracker.search.index.CharacterRun;
import org.mtgtracker.search.index.Clue;

/** Which characters side by side are looked for first, and that they are found wherever they are. */
class CharacterRunsTest {
    private static final String TEXT = "the queue of 12/3 aerie guards; 7 zoos, ((beauty)).";

    @ParameterizedTest
    @CsvSource({
        "[aeiou]{4}, ueue",
        "[aeiou]{2}[aeiou]+x?, ueu",
        "[aeiou][0-9a-z]*[aeiou]{4}, ueue",
        "[a-m](?:[aeiou]/|[aeiou][aeiou][tz]) ?, eue"
    })
    void it_begins_with_what_few_texts_have(String expression, String first) {
        CharacterRun run = run(expression).orElseThrow();

        int at = run.next(TEXT, 0, new Budget());

        assertThat(TEXT.substring(at)).startsWith(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[a-z]", "e.*t", ".....", "[0-9]*", "(?:[0-9]{3}|.)x*", "\\w+", "[aeiou]?"})
    void it_looks_for_none_where_most_texts_have_it(String expression) {
        assertThat(run(expression)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "[aeiou]{4}, true",
        "[0-9][0-9], true",
        "[0-9][0-9]+, false",
        "^[0-9][0-9], false",
        "[0-9](?:[xy][yz]|[zq][xq]), false",
        "[0-9]{9}, false"
    })
    void a_run_that_is_all_of_the_expression_is_enough(String expression, boolean enough) {
        assertThat(run(expression).orElseThrow().enough()).isEqualTo(enough);
    }

    @Test
    void it_is_found_where_it_is_and_nowhere_else() {
        SplittableRandom random = new SplittableRandom(5);
        List<Clue.Characters> sets = List.of(c -> c == 'a', c -> c <= 'b', c -> c == 'b' || c > 0x100, c -> c != 'c');
        for (int round = 0; round < 20_000; round++) {
            int from = random.nextInt(4);
            List<Clue.Characters> own = sets.subList(from, random.nextInt(from + 1, 5));
            String text = random.ints(random.nextInt(20), 0, 5)
                    .mapToObj(letter -> "abc\u1234d".substring(letter, letter + 1))
                    .reduce("", String::concat);
            int start = random.nextInt(text.length() + 1);
            int expected = IntStream.rangeClosed(start, text.length() - own.size())
                    .filter(at -> IntStream.range(0, own.size())
                            .allMatch(place -> own.get(place).has(text.charAt(at + place))))
                    .findFirst()
                    .orElse(-1);

            assertThat(new CharacterRun(own, false).next(text, start, new Budget()))
                    .as("%d to %d in %s from %d", from, from + own.size(), text, start)
                    .isEqualTo(expected);
        }
    }

    @Test
    void what_is_read_is_charged() {
        CharacterRun run = run("[aeiou]{4}").orElseThrow();
        Budget budget = new Budget(100);
        String text = "xaaa".repeat(2000);
        assertThatThrownBy(() -> run.next(text, 0, budget)).isInstanceOf(QueryTooExpensive.class);
    }

    @Test
    void there_is_a_longest() {
        List<Clue.Characters> nine = Collections.nCopies(9, c -> true);
        assertThatThrownBy(() -> new CharacterRun(nine, true)).hasMessage("9 sets; from 1 to 8 are allowed");
    }

    private static Optional<CharacterRun> run(String expression) {
        return CharacterRuns.of(RegexReader.read(expression).orElseThrow());
    }
}
