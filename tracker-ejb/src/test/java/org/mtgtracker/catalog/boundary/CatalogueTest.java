package org.mtgtracker.catalog.boundary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mtgtracker.catalog.CardText.card;
import static org.mtgtracker.catalog.CardText.id;
import static org.mtgtracker.catalog.CardText.lines;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtgtracker.DatabaseUnderTest;
import org.mtgtracker.OnEachDatabase;
import org.mtgtracker.PlainEntities;
import org.mtgtracker.catalog.CardText;
import org.mtgtracker.catalog.control.ImportingTracker;
import org.mtgtracker.catalog.entity.Card;
import org.mtgtracker.catalog.entity.CardObject;
import org.mtgtracker.catalog.entity.CatalogueHead;
import org.mtgtracker.persistence.entity.UuidBytes;

@OnEachDatabase
class CatalogueTest {
    private final ImportingTracker tracker;
    private final PlainEntities entities;
    private final Catalogue catalogue;

    @TempDir
    Path folder;

    CatalogueTest(DatabaseUnderTest database) {
        DataSource source = database.schema("catalogue");
        tracker = new ImportingTracker(source);
        entities = new PlainEntities(source, Card.class, CardObject.class, CatalogueHead.class, UuidBytes.class);
        catalogue = new Catalogue(entities);
    }

    @BeforeEach
    void reset() {
        tracker.reset();
    }

    @AfterEach
    void close() {
        entities.close();
    }

    @Test
    void before_the_first_import_it_is_empty_and_says_so() {
        assertThat(catalogue.state()).isEqualTo(new CatalogueState(0, 0, 0, "", null));
        assertThat(catalogue.card(id(1))).isEmpty();
        assertThat(catalogue.cards(List.of())).isEmpty();
    }

    @Test
    void its_state_is_that_of_the_last_import() {
        ImportRun run = tracker.importText(folder, lines(card(1), card(2).with("set", "\"two\"")));
        CatalogueState state = catalogue.state();
        assertThat(state).isEqualTo(new CatalogueState(1, 2, 2, run.source(), state.importedAt()));
        // two statements of one transaction, each with the database's time
        assertThat(state.importedAt()).isBetween(run.startedAt(), run.finishedAt());
    }

    @Test
    void a_card_is_given_back_byte_for_byte() {
        String text = card(1).named("Æther").with("cmc", "1.50").toString();
        tracker.importText(folder, text);
        CardJson found = catalogue.card(id(1)).orElseThrow();
        assertThat(new String(found.json(), UTF_8)).isEqualTo(text);
        assertThat(found.id()).isEqualTo(id(1));
        assertThat(found.version()).isEqualTo(1);
    }

    @Test
    void a_card_has_the_version_that_changed_it_last() {
        tracker.importText(folder, lines(card(1), card(2)));
        tracker.importText(folder, lines(card(1), card(2).named("Other")));
        assertThat(catalogue.card(id(1)).orElseThrow().version()).isEqualTo(1);
        assertThat(catalogue.card(id(2)).orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void cards_come_in_the_order_asked_without_the_unknown() {
        tracker.importText(folder, lines(card(1), card(2), card(3)));
        assertThat(catalogue.cards(List.of(id(3), new UUID(1, 1), id(1), id(3))))
                .extracting(CardJson::id)
                .containsExactly(id(3), id(1), id(3));
    }

    @Test
    void a_thousand_cards_are_one_question() {
        List<CardText> cards = new ArrayList<>();
        List<UUID> ids = new ArrayList<>();
        for (int i = 1; i <= 1000; i++) {
            cards.add(card(i));
            ids.add(0, id(i));
        }
        tracker.importText(folder, lines(cards.toArray()));
        assertThat(catalogue.cards(ids)).extracting(CardJson::id).isEqualTo(ids);
    }

    @Test
    void a_retired_card_is_still_known() {
        tracker.importText(folder, lines(card(1), card(2)));
        tracker.importText(folder, lines(card(1)));
        assertThat(catalogue.card(id(2))).isPresent();
        assertThat(catalogue.state().cards()).isEqualTo(1);
    }

    @Test
    void an_entity_has_what_its_columns_hold() {
        tracker.importText(
                folder, lines(card(1).without("oracle_id").with("cmc", "0.5"), card(2).with("digital", "true")));
        List<Card> cards =
                entities.read(manager -> manager.createQuery("SELECT c FROM Card c ORDER BY c.name", Card.class)
                        .getResultList());
        Card first = cards.get(0);
        assertThat(first.scryfallId()).isEqualTo(id(1));
        assertThat(first.oracleId()).isEmpty();
        assertThat(first.manaValue().orElseThrow()).isEqualByComparingTo("0.5");
        assertThat(first.name()).isEqualTo("Card 1");
        assertThat(first.setCode()).isEqualTo("tst");
        assertThat(first.collectorNumber()).isEqualTo("1");
        assertThat(first.releasedAt()).isEqualTo("2020-02-01");
        assertThat(first.rarity()).isEqualTo("common");
        assertThat(first.layout()).isEqualTo("normal");
        assertThat(first.lang()).isEqualTo("en");
        assertThat(first.typeLine()).isEqualTo("Artifact");
        assertThat(first.version()).isEqualTo(1);
        assertThat(first.isRetired()).isFalse();
        assertThat(first.isDigital()).isFalse();
        assertThat(cards.get(1).oracleId()).contains(new UUID(7, 2));
        assertThat(cards.get(1).isDigital()).isTrue();
        assertThat(cards.get(1).id()).isNotEqualTo(first.id());
    }
}
