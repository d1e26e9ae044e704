package org.mtgtracker.pages.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.mtgtracker.pages.catalog.CardView;
import org.mtgtracker.pages.site.Answers;
import org.mtgtracker.search.boundary.BadCursor;
import org.mtgtracker.search.boundary.BadQuery;
import org.mtgtracker.search.boundary.CardSearch;
import org.mtgtracker.search.boundary.Found;
import org.mtgtracker.search.boundary.IndexNotReady;
import org.mtgtracker.search.boundary.QueryTooLong;
import org.mtgtracker.search.boundary.SearchOptions;

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

        SearchPage page = page((words, cursor) -> found(1234, "next+1", "Mind this."));

        assertThat(page.isSearching()).isTrue();
        assertThat(page.getCards()).extracting(CardView::name).containsExactly("Card");
        assertThat(page.getTotal()).isEqualTo("1,234 cards");
        assertThat(page.getHeading()).isEqualTo("Cards for “sol & <ring>”");
        assertThat(page.getWarnings()).containsExactly("Mind this.");
        assertThat(page.getNextAddress()).isEqualTo("?q=+sol+%26+%3Cring%3E+&cursor=next%2B1");
        assertThat(page.isFirst()).isTrue();
    }

    @Test
    void no_words_list_all_cards() {
        answers.asked("q", "");

        SearchPage page = page((words, cursor) -> found(1, null));

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
            return new Found(List.of(), List.of(), 0, null, List.of(), 1, Optional.empty());
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
    void a_query_that_is_not_understood_says_why() {
        answers.asked("q", "foo:bar");

        SearchPage page = page((words, cursor) -> {
            throw new BadQuery("All of your terms were ignored.", List.of("Unknown keyword “foo”."));
        });

        assertThat(answers.status()).isEqualTo(400);
        assertThat(page.getProblem()).isEqualTo("All of your terms were ignored. Unknown keyword “foo”.");
    }

    private static Found found(int total, String next, String... warnings) {
        ByteBuffer object = ByteBuffer.wrap("{\"name\":\"Card\"}".getBytes(UTF_8));
        return new Found(List.of(ID), List.of(object), total, next, List.of(warnings), 1, Optional.empty());
    }

    private SearchPage page(BiFunction<String, String, Found> search) {
        SearchPage page = new SearchPage(
                new CardSearch() {
                    @Override
                    public Found search(SearchOptions options) {
                        assertThat(options.limit()).isEqualTo(SearchPage.CARDS_ON_A_PAGE);
                        return search.apply(options.query(), options.cursor());
                    }
                },
                answers);
        page.load();
        return page;
    }
}
