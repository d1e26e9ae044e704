package org.mtgtracker.pages.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryWriterTest {
    @Test
    void nothing_chosen_is_an_empty_search() {
        assertThat(new QueryWriter()
                        .words("", " ")
                        .phrase("o", "")
                        .oneOf("r", List.of())
                        .colours("c", ">=", List.of())
                        .mana("")
                        .number("mv", "=", ""))
                .hasToString("");
    }

    @Test
    void everything_chosen_is_joined() {
        assertThat(new QueryWriter()
                        .words("", "sol ring")
                        .words("t", "legendary elf")
                        .phrase("o", "draw a card")
                        .colours("c", "<=", List.of("w", "u"))
                        .oneOf("r", List.of("rare", "mythic"))
                        .oneOf("f", List.of("modern"))
                        .mana("2 W{W/U}")
                        .number("mv", ">=", "3"))
                .hasToString("sol ring t:legendary t:elf o:\"draw a card\" c<=wu (r:rare or r:mythic) f:modern"
                        + " m:2W{W/U} mv>=3");
    }

    @ParameterizedTest
    @CsvSource({"or, '\"or\"'", "-1, '\"-1\"'", "a:b, '\"a:b\"'", "Fire//Ice, '\"Fire//Ice\"'", "it’s, '\"it’s\"'"})
    void words_that_mean_something_in_the_language_are_quoted(String word, String written) {
        assertThat(new QueryWriter().words("", word)).hasToString(written);
    }

    @Test
    void no_quote_escapes_from_its_quotes() {
        assertThat(new QueryWriter().phrase("o", "a\" or t:land")).hasToString("o:\"a or t:land\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1 or 2", "1e9", "-1", "<1"})
    void what_is_no_number_is_left_out(String number) {
        assertThat(new QueryWriter().number("mv", "=", number)).hasToString("");
    }

    @Test
    void a_comparison_that_there_is_not_is_the_usual_one() {
        assertThat(new QueryWriter().number("mv", ") or (", "3").colours("c", "~", List.of("r")))
                .hasToString("mv=3 c>=r");
    }

    @Test
    void without_colour_is_not_compared() {
        assertThat(new QueryWriter().colours("c", "<=", List.of("w", "c"))).hasToString("c=c");
    }
}
