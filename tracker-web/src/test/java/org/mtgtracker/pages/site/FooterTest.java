package org.mtgtracker.pages.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.mtgtracker.catalog.boundary.Catalogue;
import org.mtgtracker.catalog.boundary.CatalogueState;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;

class FooterTest {
    private static final Instant AT = Instant.parse("2026-02-03T04:05:06Z");

    @Test
    void it_says_which_catalogue_is_shown() {
        Footer footer = footer(new CatalogueState(3, 45_851, 435, "scryfall", AT));

        assertThat(footer.getCatalogue())
                .isEqualTo(
                        "Catalogue 3: 45,851 cards in 435 sets, from Scryfall, imported 3 February 2026, 04:05 UTC.");
        assertThat(footer.isDemo()).isFalse();
        assertThat(footer.isFilled()).isTrue();
    }

    @Test
    void demo_cards_are_called_invented() {
        Footer footer = footer(new CatalogueState(1, 2000, 12, "demo", AT));

        assertThat(footer.isDemo()).isTrue();
        assertThat(footer.getCatalogue()).contains("invented");
    }

    @Test
    void the_path_of_a_file_on_the_server_is_not_told() {
        assertThat(footer(new CatalogueState(1, 10, 1, "/srv/secret/cards.json", AT))
                        .getCatalogue())
                .contains("from a catalogue file")
                .doesNotContain("secret");
    }

    @Test
    void an_empty_catalogue_is_said_to_be_empty() {
        Footer footer = footer(new CatalogueState(0, 0, 0, "", null));

        assertThat(footer.getCatalogue()).contains("empty");
        assertThat(footer.isFilled()).isFalse();
    }

    @Test
    void a_page_is_shown_though_the_database_is_away() {
        Footer footer = footer(null);

        assertThat(footer.getCatalogue()).contains("does not answer");
        assertThat(footer.getCards()).isEmpty();
        assertThat(footer.isDemo()).isFalse();
    }

    private static Footer footer(CatalogueState state) {
        return new Footer(
                new Catalogue() {
                    @Override
                    public CatalogueState state() {
                        if (state == null) {
                            throw new DatabaseUnavailable("The database does not answer: test", null);
                        }
                        return state;
                    }
                },
                Clock.fixed(AT, ZoneOffset.UTC));
    }
}
