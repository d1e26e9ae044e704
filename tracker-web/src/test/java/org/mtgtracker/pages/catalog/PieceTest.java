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
        "{T}, tap, symbol",
        "{12}, 12, symbol",
        "{W/U}, white mana or blue mana, symbol symbol-hybrid",
        "{2/R}, 2 or red mana, symbol symbol-hybrid",
        "{G/P}, green mana or Phyrexian mana, symbol symbol-hybrid",
        "{∞}, ∞, symbol"
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
    void nothing_has_no_pieces() {
        assertThat(Piece.of("")).isEmpty();
    }
}
