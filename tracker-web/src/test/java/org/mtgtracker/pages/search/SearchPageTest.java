package org.mtgtracker.pages.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.mtgtracker.catalog.boundary.CardJson;
import org.mtgtracker.catalog.boundary.Catalogue;
import org.mtgtracker.pages.catalog.CardView;
import org.mtgtracker.pages.site.Answers;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;
import org.mtgtracker.search.boundary.BadCursor;
import org.mtgtracker.search.boundary.CardSearch;
import org.mtgtracker.search.boundary.Found;
import org.mtgtracker.search.boundary.IndexNotReady;
import org.mtgtracker.search.boundary.QueryTooLong;

class SearchPageTest {
    private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private final Answers answers = new Answers();

    @Test
    void without_words_in_the_address_it_is_the_home_page() {
        SearchPage page = page((words, cursor) -> {
            throw new AssertionError("nothing is to be searched");
        });

        assertThat(page.isSearching()).isFalse();
        assertThat(answers.status()).isEqualTo(200);
    }

    @Test
    void words_in_the_address_show_what_they_find() {
        answers.asked("q", " sol & <ring> ");

        SearchPage page = page((words, cursor) -> new Found(List.of(ID), 1234, "next+1", List.of("Mind this."), 1));

        assertThat(page.isSearching()).isTrue();
        assertThat(page.getCards()).extracting(CardView::name).containsExactly("Card");
        assertThat(page.getTotal()).isEqualTo("1,234 cards");
        assertThat(page.getHeading()).isEqualTo("Cards named “sol & <ring>”");
        assertThat(page.getWarnings()).containsExactly("Mind this.");
        assertThat(page.getNextAddress()).isEqualTo("?q=+sol+%26+%3Cring%3E+&cursor=next%2B1");
        assertThat(page.isFirst()).isTrue();
    }

    @Test
    void no_words_list_all_cards() {
        answers.asked("q", "");

        SearchPage page = page((words, cursor) -> new Found(List.of(ID), 1, null, List.of(), 1));

        assertThat(page.getHeading()).isEqualTo("All cards");
        assertThat(page.getTotal()).isEqualTo("1 card");
        assertThat(page.getNextAddress()).isEmpty();
    }

    @Test
    void the_cursor_is_passed_on() {
        answers.asked("q", "sol").asked("cursor", "abc");

        SearchPage page = page((words, cursor) -> {
            assertThat(words).isEqualTo("sol");
            assertThat(cursor).isEqualTo("abc");
            return new Found(List.of(), 0, null, List.of(), 1);
        });

        assertThat(page.isFirst()).isFalse();
        assertThat(page.getFirstAddress()).isEqualTo("?q=sol");
    }

    @Test
    void words_that_are_too_many_are_kept_and_said_to_be() {
        String words = "a".repeat(1001);
        answers.asked("q", words);

        SearchPage page = page((typed, cursor) -> {
            throw new QueryTooLong(typed.length(), 1000);
        });

        assertThat(answers.status()).isEqualTo(400);
        assertThat(page.getWords()).isEqualTo(words);
        assertThat(page.getProblem()).contains("1,001 characters").contains("1,000");
        assertThat(page.getHeading()).hasSizeLessThan(120).endsWith("a…”");
    }

    @Test
    void a_damaged_cursor_leads_back_to_the_first_page() {
        answers.asked("q", "sol").asked("cursor", "x");

        SearchPage page = page((words, cursor) -> {
            throw new BadCursor("bad");
        });

        assertThat(answers.status()).isEqualTo(400);
        assertThat(page.getProblem()).isNotEmpty();
        assertThat(page.isFirst()).isFalse();
    }

    @Test
    void a_search_that_is_still_starting_is_tried_again() {
        answers.asked("q", "sol");

        SearchPage page = page((words, cursor) -> {
            throw new IndexNotReady();
        });

        assertThat(answers.status()).isEqualTo(503);
        assertThat(page.isStarting()).isTrue();
    }

    @Test
    void a_database_that_is_away_is_said_so() {
        answers.asked("q", "sol");

        SearchPage page = page((words, cursor) -> {
            throw new DatabaseUnavailable("away", null);
        });

        assertThat(answers.status()).isEqualTo(503);
        assertThat(page.getProblem()).contains("does not answer");
        assertThat(page.isStarting()).isFalse();
    }

    private SearchPage page(BiFunction<String, String, Found> search) {
        SearchPage page = new SearchPage(
                new CardSearch() {
                    @Override
                    public Found byName(String words, int limit, String cursor) {
                        assertThat(limit).isEqualTo(SearchPage.CARDS_ON_A_PAGE);
                        return search.apply(words, cursor);
                    }
                },
                new Catalogue() {
                    @Override
                    public List<CardJson> cards(List<UUID> ids) {
                        return ids.stream()
                                .map(id -> new CardJson(id, "{\"name\":\"Card\"}".getBytes(UTF_8), 1))
                                .toList();
                    }
                },
                answers);
        page.load();
        return page;
    }
}
