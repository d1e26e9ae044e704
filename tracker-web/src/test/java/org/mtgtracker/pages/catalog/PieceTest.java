package org.mtgtracker.pages.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PieceTest {
    @Test
    void words_and_symbols_are_told_apart() {
        assertThat(Piece.of("{T}: Add {G} or more."))
                .extracting(Piece::symbol, Piece::text)
                .containsExactly(tuple(true, "T"), tuple(false, ": Add "), tuple(true, "G"), tuple(false, " or more."));
    }

    @ParameterizedTest
    @CsvSource({
        "{U}, blue mana, symbol symbol-blue",
        "{T}, tap, symbol symbol-tap",
        "{12}, 12 generic mana, symbol",
        "{W/U}, white mana or blue mana, symbol symbol-hybrid first-white second-blue",
        "{2/R}, 2 generic mana or red mana, symbol symbol-hybrid first-generic second-red",
        "{G/P}, green mana or Phyrexian mana, symbol symbol-hybrid first-green second-phyrexian",
        "{∞}, infinite mana, symbol",
        "{HW}, half a white mana, symbol",
        "{ZZ}, ZZ, symbol"
    })
    void a_symbol_has_a_name_and_a_look(String text, String label, String style) {
        assertThat(Piece.of(text)).singleElement().satisfies(piece -> {
            assertThat(piece.label()).isEqualTo(label);
            assertThat(piece.style()).isEqualTo(style);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "}", "{}", "{not a symbol}", "{{", "a { b } c", "{waytoolongforasymbol}"})
    void braces_around_anything_else_stay_words(String text) {
        assertThat(Piece.of(text)).noneMatch(Piece::symbol);
        assertThat(Piece.of(text).stream().map(Piece::text).collect(Collectors.joining()))
                .isEqualTo(text);
    }

    @Test
    void as_html_a_symbol_has_a_name_and_words_are_no_markup() {
        assertThat(Piece.html(Piece.of("{W/U}: <b> & {G}")))
                .isEqualTo("<span class=\"symbol symbol-hybrid first-white second-blue\" role=\"img\""
                        + " aria-label=\"white mana or blue mana\"><i>W</i><i>U</i></span>: &lt;b&gt; &amp; "
                        + "<span class=\"symbol symbol-green\" role=\"img\" aria-label=\"green mana\">G</span>");
    }

    @Test
    void nothing_has_no_pieces() {
        assertThat(Piece.of("")).isEmpty();
    }
}
