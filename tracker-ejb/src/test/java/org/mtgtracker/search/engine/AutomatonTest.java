package org.mtgtracker.search.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mtgtracker.search.boundary.QueryTooExpensive;
import org.mtgtracker.search.index.Budget;
import org.mtgtracker.search.index.Certain;
import org.mtgtracker.search.index.Clue;
import org.mtgtracker.search.index.Folded;
import org.mtgtracker.search.index.TextColumn;
import org.roaringbitmap.RoaringBitmap;

/** What our automaton finds, RE2 finds, and what it is sure of is so. */
class AutomatonTest {
    private static final int EXPRESSIONS = 30_000;
    private static final int TEXTS = 12;
    private static final String[] PIECES = {
        "a",
        "b",
        "(?i)",
        "ab",
        "draw",
        ".",
        "^",
        "$",
        "\\b",
        "\\B",
        "\\d",
        "\\w",
        "\\W",
        "\\s",
        "\\S",
        "\\n",
        "[ab]",
        "[^a]",
        "[a-c1-3]",
        "[^\\d\\s]",
        "[A-Z]",
        "[^A-z]",
        "[]x]",
        "[x-]",
        "[½b]",
        "[^½]",
        "½",
        "{",
        "}",
        "{2}",
        "{0,2}",
        "{1,}",
        "*",
        "+",
        "?",
        "*?",
        "|",
        "(",
        "(?:",
        ")",
        "\\{",
        "\\/",
        "-",
        "·",
        "_",
        "¤",
        "\\.",
        "A"
    };
    private static final String LETTERS = "ab1 \nx½_{}-·c2¤é/.draw";

    @Test
    void it_finds_what_re2_finds() {
        SplittableRandom random = new SplittableRandom(7);
        int compared = 0;
        while (compared < EXPRESSIONS) {
            StringBuilder typed = new StringBuilder();
            for (int pieces = random.nextInt(1, 9); pieces > 0; pieces--) {
                typed.append(PIECES[random.nextInt(PIECES.length)]);
            }
            Pattern re2;
            try {
                re2 = Patterns.compile(typed.toString());
            } catch (PatternSyntaxException e) {
                continue;
            }
            Optional<Regex> regex = RegexReader.read(re2.pattern());
            if (regex.isEmpty()) {
                continue;
            }
            compared++;
            Automaton automaton = Automaton.of(regex.get()).orElseThrow();
            List<String> texts = new ArrayList<>();
            RoaringBitmap expected = new RoaringBitmap();
            for (int count = 0; count < TEXTS; count++) {
                String text = text(random);
                boolean found = re2.matcher(text).find();
                if (found) {
                    expected.add(count);
                }
                texts.add(text);
                assertThat(automaton.matches("\na" + text + "b", 2, 2 + text.length(), new Budget()))
                        .as("%s in %s", typed, text)
                        .isEqualTo(found);
            }
            TextColumn column = TextColumn.of(texts, IntStream.range(0, TEXTS).toArray());
            boolean withinLine = regex.get().isWithinLine();
            List<Clue> runs = CharacterRuns.cheapest(regex.get()).stream()
                    .<Clue>map(run -> run)
                    .toList();
            for (List<Clue> clues : List.of(List.<Clue>copyOf(regex.get().certain()), runs)) {
                assertThat(column.matching(automaton, clues, withinLine, null, new Budget()))
                        .as("%s in %s by %s", typed, texts, clues)
                        .isEqualTo(expected);
            }
        }
    }

    private static String text(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int letters = random.nextInt(0, 14); letters > 0; letters--) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return Folded.text(text.toString());
    }

    @Test
    void it_forgets_states_when_there_are_too_many_and_finds_the_same() {
        // whether the 14th character from the end is an a takes 2^14 states
        String typed = "a[ab]{13}$";
        Automaton automaton = automaton(typed);
        Pattern re2 = Patterns.compile(typed);
        SplittableRandom random = new SplittableRandom(11);
        for (int count = 0; count < 300; count++) {
            StringBuilder text = new StringBuilder();
            for (int letter = 0; letter < 400; letter++) {
                text.append(random.nextBoolean() ? 'a' : 'b');
            }
            assertThat(automaton.matches(text.toString(), 0, text.length(), new Budget()))
                    .isEqualTo(re2.matcher(text.toString()).find());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "deals? \\d+ damage, [ damage]",
        "'(?:draw|discard) a card', [ a card]",
        "'draw (two|three)', [draw ]",
        "'(?:scry|surveil) \\d', '[scry, surveil]'",
        "'(?:target )+creature?', [target ]",
        "'a|b*', []",
        "^\\{t\\}:, [{t}:]",
        "\\bdies\\b, [dies]",
        "[^x], []"
    })
    void it_knows_what_every_match_contains(String typed, String literals) {
        List<Certain> certain = RegexReader.read(typed).orElseThrow().certain();
        assertThat(certain.stream().map(Certain::letters).toList()).hasToString(literals);
    }

    @Test
    void it_knows_what_stands_beside_what_every_match_contains() {
        Certain damage = RegexReader.read("deals? \\d+ damage[.,]")
                .orElseThrow()
                .certain()
                .get(0);

        assertThat(damage.before().orElseThrow().has('3')).isTrue();
        assertThat(damage.before().orElseThrow().has('t')).isFalse();
        assertThat(damage.behind().orElseThrow().has('.')).isTrue();
        assertThat(damage.behind().orElseThrow().has('s')).isFalse();
        assertThat(RegexReader.read("\\d* damage")
                        .orElseThrow()
                        .certain()
                        .get(0)
                        .before())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"\\pL", "\\Qa.b\\E", "(?s)a", "(?P<x>a)", "[[:alpha:]]", "\\x41", "é", "[à-ü]", "\\Aa"})
    void what_is_unusual_is_left_to_re2(String typed) {
        assertThat(RegexReader.read(typed)).isEmpty();
    }

    @Test
    void making_states_is_charged() {
        Automaton automaton = automaton("a[ab]{200}$");
        StringBuilder letters = new StringBuilder();
        new SplittableRandom(3).ints(2000, 'a', 'c').forEach(letter -> letters.append((char) letter));
        String text = letters.toString();
        Budget budget = new Budget(100_000);
        assertThatThrownBy(() -> automaton.matches(text, 0, text.length(), budget))
                .isInstanceOf(QueryTooExpensive.class);
    }

    private static Automaton automaton(String typed) {
        return RegexReader.read(typed).flatMap(Automaton::of).orElseThrow();
    }
}
