package org.mtgtracker.search.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtgtracker.search.RealCards;
import org.mtgtracker.search.boundary.BadQuery;
import org.mtgtracker.search.boundary.QueryTooExpensive;
import org.mtgtracker.search.boundary.SearchOptions;

/** How much the most expensive queries of 1,000 characters may do over the real cards. */
class WorkBudgetTest {
    private static Searcher searcher;

    @BeforeAll
    static void build() {
        searcher = new Searcher(RealCards.index(), Clock.systemUTC());
    }

    private static String many(String term) {
        int times = Math.min(150, 1000 / (term.length() + 4));
        return IntStream.range(0, times)
                .mapToObj(count -> term.replace("#", String.valueOf((char) ('a' + count % 26))))
                .collect(Collectors.joining(" or "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"fo:/(\\pL+ )+\\pL{9}#/", "ft:/\\pL+(x+x+)+#.*z/", "fo:/\\pL.{200}#$/", "m:/(?:.?){1000}#/"})
    void patterns_that_are_too_much_work_together_are_refused(String term) {
        for (int round = 0; round < 2; round++) {
            assertThatThrownBy(() -> searcher.find(SearchOptions.of(many(term))))
                    .isInstanceOf(QueryTooExpensive.class)
                    .hasMessageContaining("50,000,000 steps");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"o:z#", "o:/^[#x]+$/", "t:#", "a:#", "-o:#"})
    void many_usual_terms_are_answered(String term) {
        assertThat(searcher.find(SearchOptions.of(many(term))).total()).isNotNegative();
    }

    /** RE2/J would go too deep for the stack. */
    @ParameterizedTest
    @ValueSource(strings = {"o", "m", "name", "lore"})
    void a_pattern_that_is_too_large_is_refused(String key) {
        String query = key + ":/(?:" + ".?".repeat(100) + "){1000}x/";
        assertThatThrownBy(() -> searcher.find(SearchOptions.of(query))).isInstanceOf(BadQuery.class);
        assertThat(searcher.find(SearchOptions.of("bolt " + query)).warnings())
                .singleElement()
                .asString()
                .contains("it is too large");
    }

    @Test
    void one_expensive_pattern_is_answered() {
        assertThat(searcher.find(SearchOptions.of("o:/(a|b|ab)*[cd].{1,30}(e|f)+\\b$/"))
                        .total())
                .isPositive();
    }
}
