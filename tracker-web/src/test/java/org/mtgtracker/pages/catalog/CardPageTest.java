package org.mtgtracker.pages.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtgtracker.catalog.boundary.CardJson;
import org.mtgtracker.catalog.boundary.Catalogue;
import org.mtgtracker.catalog.boundary.References;
import org.mtgtracker.pages.pricing.CardPriceReader;
import org.mtgtracker.pages.pricing.PricesView;
import org.mtgtracker.pages.site.Answers;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;
import org.mtgtracker.search.boundary.CardIdentifier;
import org.mtgtracker.search.boundary.CardSearch;
import org.mtgtracker.search.boundary.FoundCard;
import org.mtgtracker.search.boundary.IndexNotReady;

class CardPageTest {
    private static final UUID KNOWN = UUID.fromString("00000000-0000-4000-8000-00000000000a");
    private static final UUID UNKNOWN = UUID.fromString("00000000-0000-4000-8000-00000000000b");
    private static final UUID AWAY = UUID.fromString("00000000-0000-4000-8000-00000000000c");
    private static final UUID MERGED = UUID.fromString("00000000-0000-4000-8000-00000000000d");
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

    @Test
    void a_card_that_was_merged_into_another_leads_to_that() {
        page(MERGED.toString());

        assertThat(answers.redirected()).isEqualTo("/card?id=" + KNOWN);
    }

    @Test
    void of_the_cards_that_belong_to_it_those_are_shown_that_the_catalogue_has() {
        String parts =
                "{\"name\":\"Card\",\"all_parts\":[{\"id\":\"%s\",\"name\":\"There\"},{\"id\":\"%s\",\"name\":\"Gone\"}]}"
                        .formatted(MERGED, UNKNOWN);

        CardPage page = page(KNOWN.toString(), new CardSearch() {
            @Override
            public List<Optional<FoundCard>> cards(List<CardIdentifier> identifiers) {
                return identifiers.stream()
                        .map(asked -> ((CardIdentifier.ById) asked).id())
                        .map(asked -> new FoundCard(asked, ByteBuffer.wrap(parts.getBytes(UTF_8)), 1))
                        .map(card ->
                                Optional.of(card).filter(found -> !found.id().equals(UNKNOWN)))
                        .toList();
            }

            @Override
            public String state() {
                return "1-1";
            }
        });

        assertThat(page.getRelated()).extracting(CardView.Part::name).containsExactly("There");
    }

    private CardPage page(String id) {
        return page(id, new CardSearch() {
            @Override
            public List<Optional<FoundCard>> cards(List<CardIdentifier> identifiers) {
                throw new IndexNotReady();
            }

            @Override
            public String state() {
                throw new IndexNotReady();
            }
        });
    }

    private CardPage page(String id, CardSearch search) {
        CardPage page = new CardPage(
                search,
                new Catalogue() {
                    @Override
                    public Optional<CardJson> card(UUID asked) {
                        if (asked.equals(AWAY)) {
                            throw new DatabaseUnavailable("away", null);
                        }
                        return Optional.of(new CardJson(asked, "{\"name\":\"Card\"}".getBytes(UTF_8), 1))
                                .filter(card -> asked.equals(KNOWN));
                    }

                    @Override
                    public Optional<UUID> successor(UUID asked) {
                        return Optional.of(KNOWN).filter(card -> asked.equals(MERGED));
                    }
                },
                new References() {},
                new KnownCards(),
                new CardPriceReader() {
                    @Override
                    public PricesView of(String state, UUID card, String range, String currency, String finish) {
                        return null;
                    }
                },
                new Tiles() {},
                answers.asked("id", id));
        page.load();
        return page;
    }
}
