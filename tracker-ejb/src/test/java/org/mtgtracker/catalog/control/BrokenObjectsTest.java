package org.mtgtracker.catalog.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mtgtracker.catalog.CardText.array;
import static org.mtgtracker.catalog.CardText.card;
import static org.mtgtracker.catalog.CardText.lines;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mtgtracker.DatabaseUnderTest;
import org.mtgtracker.OnEachDatabase;
import org.mtgtracker.catalog.CardText;
import org.mtgtracker.catalog.boundary.ImportProblem;
import org.mtgtracker.catalog.boundary.ImportRun;
import org.mtgtracker.catalog.boundary.ImportRun.Outcome;

/** What is broken is left out and told while it is little. */
@OnEachDatabase
class BrokenObjectsTest extends EmptyCatalogue {
    BrokenObjectsTest(DatabaseUnderTest database) {
        super(database);
    }

    @Test
    void broken_objects_are_left_out_and_told_while_they_are_few() {
        tracker.importText(folder, lines(card(1), card(2), card(3)));
        List<Object> cards = new ArrayList<>();
        for (int i = 1; i <= 300; i++) {
            cards.add(i == 2 ? card(2).with("rarity", "\"shiny\"") : card(i));
        }
        cards.add(150, "{\"object\":\"card\",\"id\":\"" + CardText.id(3) + "\",\"name\":\"lost quote,");
        ImportRun run = tracker.importText(folder, array(cards.toArray()));
        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(run.read()).isEqualTo(299);
        assertThat(run.broken()).isEqualTo(2);
        assertThat(run.removed()).isZero();
        assertThat(run.message()).startsWith("2 broken objects were left out. The first: card object 2 (line 3,");
        List<ImportProblem> problems = tracker.imports().problems(run.id());
        assertThat(problems).extracting(ImportProblem::number).containsExactly(2L, 151L);
        assertThat(problems.get(0).cardId()).isEqualTo(CardText.id(2).toString());
        assertThat(problems.get(0).reason()).contains("\"rarity\" is \"shiny\"");
        assertThat(problems.get(1).line()).isEqualTo(152);
        assertThat(tracker.query("SELECT retired FROM card WHERE name = 'Card 2'"))
                .containsExactly("0");
    }

    @Test
    void too_many_broken_objects_refuse_the_run() {
        List<Object> cards = new ArrayList<>();
        for (int i = 1; i <= 100; i++) {
            cards.add(i % 50 == 0 ? card(i).without("name") : card(i));
        }
        ImportRun run = tracker.importText(folder, lines(cards.toArray()));
        assertThat(run.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(run.message())
                .contains("2 of 100 card objects are broken, 2.0 %; up to 1 % may be. The first: card object 50 (");
        assertThat(tracker.imports().problems(run.id())).hasSize(2);
        assertThat(tracker.query(CARDS)).isEmpty();
        assertThat(tracker.query(OBJECTS)).containsExactly("0");
    }

    @Test
    void nothing_is_retired_while_a_broken_object_does_not_say_whose_it_is() {
        List<Object> cards = new ArrayList<>();
        for (int i = 1; i <= 200; i++) {
            cards.add(card(i));
        }
        tracker.importText(folder, lines(cards.toArray()));
        cards.set(7, "{\"object\":\"card\"}");
        ImportRun run = tracker.importText(folder, lines(cards.toArray()));
        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(run.removed()).isZero();
        assertThat(run.message()).contains("no card that is missing was retired");
    }

    @Test
    void a_card_that_cannot_be_stored_is_left_out_and_does_not_end_the_run() {
        List<Object> cards = new ArrayList<>();
        for (int i = 1; i <= 200; i++) {
            cards.add(card(i));
        }
        cards.set(7, card(8).with("released_at", "\"+10000-01-01\""));
        ImportRun run = tracker.importText(folder, lines(cards.toArray()));
        assertThat(run.outcome()).as(run.message()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(run.broken()).isEqualTo(1);
    }
}
