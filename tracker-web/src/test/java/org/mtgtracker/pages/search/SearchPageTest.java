package org.mtgtracker.pages.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.mtgtracker.pages.catalog.CardTile;
import org.mtgtracker.pages.catalog.SomeTiles;
import org.mtgtracker.pages.catalog.Tiles;
import org.mtgtracker.pages.site.Answers;
import org.mtgtracker.pages.site.Choice;
import org.mtgtracker.search.boundary.BadQuery;
import org.mtgtracker.search.boundary.CardSearch;
import org.mtgtracker.search.boundary.Direction;
import org.mtgtracker.search.boundary.Found;
import org.mtgtracker.search.boundary.IndexNotReady;
import org.mtgtracker.search.boundary.Order;
import org.mtgtracker.search.boundary.QueryTooLong;
import org.mtgtracker.search.boundary.SearchOptions;
import org.mtgtracker.search.boundary.Unique;

class SearchPageTest {
    private final Answers answers = new Answers();

    @Test
    void words_in_the_address_show_what_they_find() {
        answers.asked("q", " sol & <ring> ");

        SearchPage page = page(options -> found(1234, 60, "Mind this."));

        assertThat(page.getCards()).extracting(CardTile::getName).hasSize(60).contains("Card");
        assertThat(page.getTotal()).isEqualTo("1,234 cards, 1 to 60");
        assertThat(page.getHeading()).isEqualTo("Cards for “sol & <ring>”");
        assertThat(page.getWarnings()).containsExactly("Mind this.");
        assertThat(page.getPages()).isEqualTo(21);
        assertThat(page.getPreviousAddress()).isEmpty();
        assertThat(page.getNextAddress()).isEqualTo("/search?q=+sol+%26+%3Cring%3E+&page=2");
    }

    @Test
    void no_words_list_all_cards() {
        SearchPage page = page(options -> found(1, 1));

        assertThat(page.getHeading()).isEqualTo("All cards");
        assertThat(page.getTotal()).isEqualTo("1 card");
        assertThat(page.getNextAddress()).isEmpty();
    }

    @Test
    void everything_that_was_chosen_stands_in_the_addresses_of_other_pages() {
        answers.asked("q", "elf")
                .asked("unique", "prints")
                .asked("order", "usd")
                .asked("dir", "desc")
                .asked("extras", "true")
                .asked("as", "list")
                .asked("size", "30")
                .asked("page", "2");

        SearchPage page = page(options -> {
            assertThat(options)
                    .isEqualTo(SearchOptions.of("elf")
                            .unique(Unique.PRINTS)
                            .order(Order.USD, Direction.DESC)
                            .withExtras(true)
                            .limit(30)
                            .page(2));
            return found(70, 30);
        });

        assertThat(page.isList()).isTrue();
        assertThat(page.getTotal()).isEqualTo("70 printings, 31 to 60");
        assertThat(page.getNextAddress())
                .isEqualTo("/search?q=elf&unique=prints&order=usd&dir=desc&extras=true&as=list&size=30&page=3");
        assertThat(page.getPreviousAddress())
                .isEqualTo("/search?q=elf&unique=prints&order=usd&dir=desc&extras=true&as=list&size=30");
        assertThat(page.getOrders())
                .filteredOn(choice -> !choice.getSelected().isEmpty())
                .extracting(Choice::getValue)
                .containsExactly("usd");
    }

    @Test
    void choices_that_there_are_not_are_said_and_the_usual_is_shown() {
        answers.asked("q", "elf").asked("order", "beauty").asked("size", "7").asked("page", "-1");

        SearchPage page = page(options -> {
            assertThat(options).isEqualTo(SearchOptions.of("elf").limit(60));
            return found(1, 1);
        });

        assertThat(answers.status()).isEqualTo(200);
        assertThat(page.getWarnings())
                .hasSize(3)
                .anySatisfy(warning -> assertThat(warning).contains("order=beauty", "name, set, released"))
                .anySatisfy(warning -> assertThat(warning).contains("size=7", "30, 60, 120, 240"))
                .anySatisfy(warning -> assertThat(warning).contains("page -1"));
    }

    @Test
    void a_page_behind_the_last_says_how_many_there_are() {
        answers.asked("q", "elf").asked("page", "9");

        SearchPage page = page(options -> found(70, 0));

        assertThat(page.isBeyond()).isTrue();
        assertThat(page.isNothing()).isFalse();
        assertThat(page.getPages()).isEqualTo(2);
        assertThat(page.getLastAddress()).isEqualTo("/search?q=elf&page=2");
    }

    @Test
    void a_name_that_is_one_cards_leads_to_the_card() {
        answers.asked("q", "!\"Sol Ring\"");

        page(options -> found(1, 1));

        assertThat(answers.redirected()).isEqualTo("/card?id=" + SomeTiles.id(1));
    }

    @Test
    void words_that_are_too_many_are_kept_and_said_to_be() {
        String words = "a".repeat(1001);
        answers.asked("q", words);

        SearchPage page = page(options -> {
            throw new QueryTooLong(options.query().length(), 1000);
        });

        assertThat(answers.status()).isEqualTo(400);
        assertThat(page.getWords()).isEqualTo(words);
        assertThat(page.getProblem()).contains("1,001 characters").contains("1,000");
        assertThat(page.getHeading()).hasSizeLessThan(120).endsWith("a…”");
    }

    @Test
    void a_search_that_is_still_starting_is_tried_again() {
        answers.asked("q", "sol");

        SearchPage page = page(options -> {
            throw new IndexNotReady();
        });

        assertThat(answers.status()).isEqualTo(503);
        assertThat(page.isStarting()).isTrue();
    }

    @Test
    void a_query_that_is_not_understood_says_why() {
        answers.asked("q", "foo:bar");

        SearchPage page = page(options -> {
            throw new BadQuery("All of your terms were ignored.", List.of("Unknown keyword “foo”."));
        });

        assertThat(answers.status()).isEqualTo(400);
        assertThat(page.getProblem()).isEqualTo("All of your terms were ignored.");
        assertThat(page.getWarnings()).containsExactly("Unknown keyword “foo”.");
        assertThat(page.getMarked().isKnown()).isFalse();
    }

    @Test
    void where_a_query_goes_wrong_is_marked_in_what_was_typed() {
        answers.asked("q", "elf (t:druid");

        SearchPage page = page(options -> {
            throw new BadQuery("The “(” at character 5 is not closed.");
        });

        assertThat(page.getMarked().isKnown()).isTrue();
        assertThat(page.getMarked().getBefore()).isEqualTo("elf ");
        assertThat(page.getMarked().getWrong()).isEqualTo("(");
        assertThat(page.getMarked().getAfter()).isEqualTo("t:druid");
    }

    @Test
    void an_order_in_the_query_is_noticed() {
        answers.asked("q", "elf order:usd");

        assertThat(page(options -> found(1, 1)).isSaidByQuery()).isTrue();
    }

    private static Found found(int total, int here, String... warnings) {
        ByteBuffer object = ByteBuffer.wrap("{}".getBytes(UTF_8));
        return new Found(
                Collections.nCopies(here, SomeTiles.id(1)),
                Collections.nCopies(here, object),
                total,
                null,
                List.of(warnings),
                1,
                Optional.empty());
    }

    private SearchPage page(Function<SearchOptions, Found> search) {
        SearchPage page = new SearchPage(
                new CardSearch() {
                    @Override
                    public Found search(SearchOptions options) {
                        return search.apply(options);
                    }
                },
                new Tiles() {
                    @Override
                    public List<CardTile> of(Found found) {
                        return Collections.nCopies(
                                found.cards().size(), SomeTiles.named("Card").get(0));
                    }
                },
                answers);
        page.load();
        return page;
    }
}
