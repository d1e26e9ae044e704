package org.mtgtracker.pages.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mtgtracker.search.boundary.CardSearch;
import org.mtgtracker.search.boundary.IndexNotReady;

class SuggestedNamesTest {
    @Test
    void ten_names_are_suggested_at_most() {
        assertThat(names(Collections.nCopies(20, "Say \"Sol\"")).json("sol"))
                .startsWith("[\"Say \\\"Sol\\\"\",")
                .hasSize(10 * "\"Say \\\"Sol\\\"\",".length() + 1);
    }

    @Test
    void what_is_too_long_for_a_name_suggests_none() {
        assertThat(names(List.of("Sol")).json("s".repeat(201))).isEqualTo("[]");
    }

    @Test
    void a_search_that_is_starting_suggests_none() {
        assertThat(new SuggestedNames(new CardSearch() {
                            @Override
                            public List<String> suggestions(String typed) {
                                throw new IndexNotReady();
                            }
                        })
                        .json("sol"))
                .isEqualTo("[]");
    }

    private static SuggestedNames names(List<String> names) {
        return new SuggestedNames(new CardSearch() {
            @Override
            public List<String> suggestions(String typed) {
                return names;
            }
        });
    }
}
