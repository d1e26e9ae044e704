package org.mtgtracker.catalog.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mtgtracker.catalog.CardText.card;
import static org.mtgtracker.catalog.CardText.lines;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mtgtracker.DatabaseUnderTest;
import org.mtgtracker.OnEachDatabase;
import org.mtgtracker.catalog.CardText;
import org.mtgtracker.catalog.boundary.CardMerged;
import org.mtgtracker.catalog.boundary.ImportRun;
import org.mtgtracker.catalog.boundary.ImportRun.Outcome;

/** Cards that Scryfall moved to another id are followed to it. */
@OnEachDatabase
class MovedIdsTest extends EmptyCatalogue {
    MovedIdsTest(DatabaseUnderTest database) {
        super(database);
    }

    @Test
    void an_id_that_moved_is_followed_once_the_old_card_is_gone() {
        tracker.importText(folder, lines(card(1), card(2)));
        moved("m", "2026-01-01", 1, 2);
        tracker.importText(folder, lines(card(1), card(2)));
        assertThat(tracker.told(CardMerged.class)).isEmpty();
        tracker.importText(folder, lines(card(2)));
        assertThat(tracker.told(CardMerged.class))
                .extracting(merged -> merged.from() + " into " + merged.into())
                .containsExactly("1 into 2");
        tracker.importText(folder, lines(card(2).named("Renamed")));
        assertThat(tracker.told(CardMerged.class)).hasSize(1);
        assertThat(tracker.query("SELECT id, merged_into FROM card ORDER BY id"))
                .containsExactly("1 2", "2 null");
    }

    @Test
    void an_id_that_moved_on_over_one_that_was_never_here_is_followed() {
        moved("a", "2026-01-01", 1, 9);
        moved("b", "2026-02-01", 9, 2);
        tracker.importText(folder, lines(card(1)));
        tracker.importText(folder, lines(card(2)));
        assertThat(merged()).containsExactly("1 into 2");
    }

    @Test
    void ids_that_moved_on_the_same_day_all_reach_the_card_that_is_there() {
        moved("a", "2026-01-01", 2, 3);
        moved("b", "2026-01-01", 1, 2);
        tracker.importText(folder, lines(card(1), card(2), card(3)));
        tracker.importText(folder, lines(card(3)));
        assertThat(merged()).containsExactlyInAnyOrder("1 into 3", "2 into 3");
        assertThat(tracker.query("SELECT id, merged_into FROM card ORDER BY id"))
                .containsExactly("1 3", "2 3", "3 null");
    }

    @Test
    void ids_that_moved_in_a_circle_lead_to_the_one_that_is_there_and_to_none_while_none_is() {
        moved("a", "2026-01-01", 1, 2);
        moved("b", "2026-02-01", 2, 1);
        tracker.importText(folder, lines(card(1), card(2), card(3)));
        tracker.importText(folder, lines(card(3)));
        assertThat(merged()).isEmpty();
        tracker.importText(folder, lines(card(3), card(1)));
        assertThat(merged()).containsExactly("2 into 1");
        tracker.importText(folder, lines(card(3), card(2)));
        assertThat(merged()).containsExactly("2 into 1", "1 into 2");
        assertThat(tracker.query("SELECT id, merged_into FROM card ORDER BY id"))
                .containsExactly("1 2", "2 null", "3 null");
    }

    @Test
    void the_later_of_two_moves_of_an_id_holds() {
        moved("a", "2026-02-01", 1, 3);
        moved("b", "2026-01-01", 1, 2);
        tracker.importText(folder, lines(card(1), card(2), card(3)));
        tracker.importText(folder, lines(card(2), card(3)));
        assertThat(merged()).containsExactly("1 into 3");
    }

    @Test
    void of_two_moves_of_an_id_on_one_day_that_of_the_higher_id_holds() {
        moved("b", "2026-01-01", 1, 3);
        moved("a", "2026-01-01", 1, 2);
        tracker.importText(folder, lines(card(1), card(2), card(3)));
        tracker.importText(folder, lines(card(2), card(3)));
        assertThat(merged()).containsExactly("1 into 3");
    }

    @Test
    void a_stored_migration_that_is_none_is_an_error_of_the_program_and_of_no_disk() {
        migration("a", "no JSON");
        ImportRun run = tracker.importText(folder, lines(card(1)));
        assertThat(run.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(run.message())
                .startsWith("An error of the program ended the import")
                .contains("migrations");
        assertThat(tracker.query("SELECT COUNT(*) FROM card")).containsExactly("0");
    }

    @Test
    void an_id_that_is_gone_for_good_leads_nowhere() {
        migration(
                "a",
                "{\"object\":\"migration\",\"id\":\"a\",\"migration_strategy\":\"delete\",\"old_scryfall_id\":\""
                        + CardText.id(1) + "\",\"new_scryfall_id\":null}");
        tracker.importText(folder, lines(card(1), card(2)));
        assertThat(tracker.importText(folder, lines(card(2))).removed()).isEqualTo(1);
        assertThat(merged()).isEmpty();
        assertThat(tracker.query("SELECT retired FROM card ORDER BY id")).containsExactly("1", "0");
    }

    private List<String> merged() {
        return tracker.told(CardMerged.class).stream()
                .map(merged -> merged.from() + " into " + merged.into())
                .toList();
    }

    private void moved(String id, String day, int from, int into) {
        migration(
                id,
                "{\"object\":\"migration\",\"id\":\"" + id + "\",\"migration_strategy\":\"merge\",\"performed_at\":\""
                        + day
                        + "\",\"old_scryfall_id\":\"" + CardText.id(from) + "\",\"new_scryfall_id\":\""
                        + CardText.id(into) + "\"}");
    }

    private void migration(String id, String json) {
        tracker.execute("INSERT INTO reference_object (kind, id, content_hash, json) VALUES ('migration', '" + id
                + "', '0123456789abcdef', '" + json + "')");
    }
}
