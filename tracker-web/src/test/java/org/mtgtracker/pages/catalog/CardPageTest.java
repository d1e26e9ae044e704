package org.mtgtracker.pages.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtgtracker.catalog.boundary.CardJson;
import org.mtgtracker.catalog.boundary.Catalogue;
import org.mtgtracker.pages.site.Answers;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;

class CardPageTest {
    private static final UUID KNOWN = UUID.fromString("00000000-0000-4000-8000-00000000000a");
    private static final UUID UNKNOWN = UUID.fromString("00000000-0000-4000-8000-00000000000b");
    private static final UUID AWAY = UUID.fromString("00000000-0000-4000-8000-00000000000c");
    private final Answers answers = new Answers();

    @Test
    void a_known_card_is_shown_however_its_id_is_written() {
        CardPage page = page(" 00000000-0000-4000-8000-00000000000A ");

        assertThat(page.getCard().name()).isEqualTo("Card");
        assertThat(page.getProblem()).isEmpty();
        assertThat(answers.status()).isEqualTo(200);
    }

    @Test
    void an_unknown_card_is_not_found() {
        CardPage page = page(UNKNOWN.toString());

        assertThat(answers.status()).isEqualTo(404);
        assertThat(page.getCard()).isNull();
        assertThat(page.getProblem()).startsWith("There is no card with this id.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1-1-1-1-1", "00000000-0000-4000-8000-00000000000a0", "<script>"})
    void what_is_no_id_is_said_kindly(String id) {
        CardPage page = page(id);

        assertThat(answers.status()).isEqualTo(400);
        assertThat(page.getProblem()).startsWith("The address").doesNotContain("<");
    }

    @Test
    void a_database_that_is_away_is_said_so() {
        CardPage page = page(AWAY.toString());

        assertThat(answers.status()).isEqualTo(503);
        assertThat(page.getProblem()).contains("try again");
    }

    private CardPage page(String id) {
        CardPage page = new CardPage(
                new Catalogue() {
                    @Override
                    public Optional<CardJson> card(UUID asked) {
                        if (asked.equals(AWAY)) {
                            throw new DatabaseUnavailable("away", null);
                        }
                        return Optional.of(new CardJson(asked, "{\"name\":\"Card\"}".getBytes(UTF_8), 1))
                                .filter(card -> asked.equals(KNOWN));
                    }
                },
                answers.asked("id", id));
        page.load();
        return page;
    }
}
