package org.mtgtracker.search.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtgtracker.search.boundary.BadQuery;
import org.mtgtracker.search.boundary.Direction;
import org.mtgtracker.search.boundary.Order;
import org.mtgtracker.search.boundary.Prefer;
import org.mtgtracker.search.boundary.Unique;

class ParserTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    bolt                     | NAME : bolt
                    lightning bolt           | (NAME : lightning and NAME : bolt)
                    lightning AND bolt       | (NAME : lightning and NAME : bolt)
                    a or b c                 | (NAME : a or (NAME : b and NAME : c))
                    (a or b) c               | ((NAME : a or NAME : b) and NAME : c)
                    -a                       | not NAME : a
                    --a                      | NAME : a
                    -(a or b)                | not (NAME : a or NAME : b)
                    not:spell                | not IS : spell
                    -not:spell               | IS : spell
                    !"fire // ice"           | EXACT_NAME : "fire // ice"
                    !fire                    | EXACT_NAME : fire
                    "wall of"                | NAME : "wall of"
                    'wall of'                | NAME : "wall of"
                    urza's                   | NAME : urza's
                    /^light/i                | NAME : /^light/
                    o:/a\\/b c/              | ORACLE : /a/b c/
                    T:elf                    | TYPE : elf
                    pow>=3                   | POWER >= 3
                    c!=r                     | COLOR != r
                    o:"draw a card"          | ORACLE : "draw a card"
                    {2}{R}                   | MANA : {2}{R}
                    or a or                  | NAME : a
                    """)
    void a_query_is_read_as_a_tree(String query, String tree) {
        assertThat(tree(query)).isEqualTo(tree);
        assertThat(Parser.parse(query).dropped()).isEmpty();
    }

    @Test
    void terms_know_where_they_stand() {
        Query.Any any =
                (Query.Any) Parser.parse("  t:elf or  -o:\"x y\"").tree().orElseThrow();

        assertThat(any.parts().get(0).span()).isEqualTo(new Span(2, 7));
        assertThat(any.parts().get(1).span()).isEqualTo(new Span(12, 20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a", "a)", "((a or b)", "-(a", ")"})
    void parentheses_that_are_not_balanced_are_said(String query) {
        assertThatThrownBy(() -> Parser.parse(query))
                .isInstanceOf(BadQuery.class)
                .hasMessageContaining("unbalanced parentheses");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a", "o:\"a b", "!\"a"})
    void quotes_that_are_not_balanced_are_said(String query) {
        assertThatThrownBy(() -> Parser.parse(query))
                .isInstanceOf(BadQuery.class)
                .hasMessageContaining("unbalanced quotes");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    foo:bar elf    | Invalid expression “foo:bar” was ignored. Unknown keyword “foo”.
                    t: elf         | Invalid expression “t:” was ignored. There is no value behind “t:”.
                    t>3 elf        | Invalid expression “t>3” was ignored. The keyword “t” cannot be used with “>”.
                    () elf         | Invalid expression “()” was ignored. There is nothing between the parentheses.
                    name>"" elf    | Invalid expression “name>""” was ignored. The keyword “name” cannot be used with “>”.
                    elf -include:multilingual | Invalid expression “include:multilingual” was ignored. How results are shown cannot be negated.
                    order:x elf    | Unknown order choice “x” was ignored
                    is:/a/ elf     | Invalid expression “is:/a/” was ignored. The keyword “is” does not take regular expressions.
                    """)
    void what_is_not_understood_is_left_out_and_named(String query, String warning) {
        Parsed parsed = Parser.parse(query);

        assertThat(parsed.dropped().stream().map(Dropped::warning)).containsExactly(warning);
        assertThat(tree(query)).isEqualTo("NAME : elf");
    }

    @Test
    void display_words_count_wherever_they_stand() {
        Display display = Parser.parse("++ (elf order:usd) direction:desc prefer:oldest include:extras")
                .display();

        assertThat(display.unique()).contains(Unique.PRINTS);
        assertThat(display.order()).contains(Order.USD);
        assertThat(display.direction()).contains(Direction.DESC);
        assertThat(display.prefer()).contains(Prefer.OLDEST);
        assertThat(display.extras()).isTrue();
        assertThat(Parser.parse("@@").display().unique()).contains(Unique.ART);
        assertThat(Parser.parse("display:grid").tree()).isEmpty();
    }

    @Test
    void depth_terms_and_patterns_have_limits() {
        assertThatThrownBy(() -> Parser.parse("(".repeat(41) + "a" + ")".repeat(41)))
                .isInstanceOf(BadQuery.class)
                .hasMessageContaining("nested too deeply");
        assertThatThrownBy(() -> Parser.parse("-".repeat(60) + "a"))
                .isInstanceOf(BadQuery.class)
                .hasMessageContaining("nested too deeply");
        assertThatThrownBy(() -> Parser.parse("a ".repeat(151)))
                .isInstanceOf(BadQuery.class)
                .hasMessageContaining("too many terms");
        assertThatThrownBy(() -> Parser.parse("a/".repeat(151)))
                .isInstanceOf(BadQuery.class)
                .hasMessageContaining("too many terms");
        for (String key : List.of("", "lore:")) {
            assertThatThrownBy(() -> Parser.parse(key + "/" + "a".repeat(301) + "/"))
                    .isInstanceOf(BadQuery.class)
                    .hasMessageContaining("too long");
        }
    }

    @Test
    void mana_costs_are_bags_of_symbols() {
        assertThat(ManaCost.parse("2WW")).isEqualTo(ManaCost.parse("{W}{2}{W}"));
        assertThat(ManaCost.parse("{g/u}")).isEqualTo(ManaCost.parse("{U/G}"));
        assertThat(ManaCost.parse("{1}g{1}")).isEqualTo(ManaCost.parse("{2}{G}"));
        assertThat(ManaCost.parse("{2/w}{w/p}").orElseThrow().symbols()).containsOnlyKeys("2/W", "W/P");
        assertThat(ManaCost.parse("{foo}")).isEmpty();
        assertThat(ManaCost.parse("")).isEmpty();
        assertThat(ManaCost.parse("2W?")).isEmpty();
    }

    @Test
    void colours_have_names_and_nicknames() {
        for (String name : new String[] {"wub", "esper", "obscura", "{W}{U}{B}", "ESPER"}) {
            assertThat(ColourValue.parse(name)).contains(new ColourValue.Set(0b00111));
        }
        assertThat(ColourValue.parse("yore-tiller")).contains(new ColourValue.Set(0b01111));
        assertThat(ColourValue.parse("quandrix")).contains(new ColourValue.Set(0b10010));
        assertThat(ColourValue.parse("colorless")).contains(new ColourValue.Set(0));
        assertThat(ColourValue.parse("3")).contains(new ColourValue.Count(3));
        assertThat(ColourValue.parse("purple")).isEmpty();
    }

    private static String tree(String query) {
        return Parser.parse(query).tree().map(ParserTest::text).orElse("");
    }

    private static String text(Query query) {
        if (query instanceof Query.All all) {
            return all.parts().stream().map(ParserTest::text).collect(Collectors.joining(" and ", "(", ")"));
        }
        if (query instanceof Query.Any any) {
            return any.parts().stream().map(ParserTest::text).collect(Collectors.joining(" or ", "(", ")"));
        }
        if (query instanceof Query.Not not) {
            return "not " + text(not.part());
        }
        Query.Term term = (Query.Term) query;
        return term.key() + " " + term.operator().symbol() + " " + term.value().typed();
    }
}
