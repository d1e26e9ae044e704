package org.mtgtracker.catalog.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mtgtracker.catalog.CardText.array;
import static org.mtgtracker.catalog.CardText.card;
import static org.mtgtracker.catalog.CardText.lines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.mtgtracker.DatabaseUnderTest;
import org.mtgtracker.OnEachDatabase;
import org.mtgtracker.catalog.CardText;
import org.mtgtracker.catalog.boundary.CatalogueImported;
import org.mtgtracker.catalog.boundary.ImportRun;
import org.mtgtracker.catalog.boundary.ImportRun.Outcome;

/** What an import makes of the cards that are there, and of those that are not. */
@OnEachDatabase
class CatalogueImportTest extends EmptyCatalogue {
    CatalogueImportTest(DatabaseUnderTest database) {
        super(database);
    }

    @Test
    void the_first_import_brings_every_card_in() {
        ImportRun run = tracker.importText(folder, array(card(1), card(2), card(3).with("set", "\"two\"")));
        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(run.message()).isNull();
        assertThat(run.finishedAt()).isAfterOrEqualTo(run.startedAt());
        assertThat(List.of(run.read(), run.added(), run.changed(), run.removed(), run.unchanged()))
                .containsExactly(3L, 3L, 0L, 0L, 0L);
        assertThat(tracker.query(CARDS)).containsExactly("Card 1 0 1", "Card 2 0 1", "Card 3 0 1");
        assertThat(tracker.query(HEAD)).containsExactly("1 3 2");
        assertThat(tracker.query("SELECT code, name, set_type, released_at, cards FROM card_set ORDER BY code"))
                .containsExactly("tst Test Set core 2020-02-01 2", "two Test Set core 2020-02-01 1");
        assertThat(tracker.query(STAGED)).containsExactly("0");
        assertThat(tracker.events()).containsExactly(new CatalogueImported(1, run.source()));
    }

    @Test
    void every_column_holds_what_the_object_says() {
        tracker.importText(
                folder,
                lines(card(1).named("Æther Jötun 🜂")
                        .with("cmc", "0.5")
                        .with("collector_number", "\"101†\"")
                        .with("digital", "true")
                        .with("rarity", "\"mythic\"")
                        .with("lang", "\"ja\"")
                        .with("layout", "\"token\"")));
        assertThat(tracker.query("SELECT HEX(scryfall_id), HEX(oracle_id), name, lang, layout, rarity, mana_value,"
                        + " type_line, set_code, collector_number, released_at, digital FROM card"))
                .containsExactly("12345678123443210000000000000001 00000000000000070000000000000001 Æther Jötun 🜂 ja"
                        + " token mythic 0.50 Artifact tst 101† 2020-02-01 1");
    }

    @Test
    void the_same_content_again_writes_no_card() throws IOException {
        tracker.importText(folder, array(card(1), card(2)));
        List<String> before = tracker.query("SELECT id, object_id, version FROM card");
        Path elsewhere = folder.resolve("elsewhere.jsonl");
        Files.writeString(elsewhere, lines(card(2), card(1).toString().replace(",\"", " ,\t\"")));
        ImportRun run = tracker.importFrom(elsewhere.toString());
        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(run.unchanged()).isEqualTo(2);
        assertThat(tracker.query("SELECT id, object_id, version FROM card")).isEqualTo(before);
        assertThat(tracker.query(HEAD)).containsExactly("1 2 1");
        assertThat(tracker.query("SELECT source FROM catalogue")).containsExactly(elsewhere.toString());
        assertThat(tracker.events()).hasSize(2);
    }

    @Test
    void only_what_changed_is_written_and_what_is_gone_is_retired() {
        tracker.importText(folder, array(card(1), card(2), card(3)));
        ImportRun run = tracker.importText(folder, array(card(1), card(2).named("Card 2 mended"), card(4)));
        assertThat(List.of(run.read(), run.added(), run.changed(), run.removed(), run.unchanged()))
                .containsExactly(3L, 1L, 1L, 1L, 1L);
        assertThat(tracker.query(CARDS)).containsExactly("Card 1 0 1", "Card 2 mended 0 2", "Card 3 1 2", "Card 4 0 2");
        assertThat(tracker.query(HEAD)).containsExactly("2 3 1");
        assertThat(tracker.query(OBJECTS)).containsExactly("4");
        assertThat(tracker.query(STAGED)).containsExactly("0");
    }

    @Test
    void a_card_keeps_its_number_through_change_retirement_and_return() {
        String number = "SELECT id, name, retired FROM card WHERE scryfall_id = UNHEX(REPLACE('" + CardText.id(2)
                + "', '-', ''))";
        tracker.importText(folder, array(card(1), card(2)));
        String id = tracker.query(number).get(0).split(" ")[0];
        tracker.importText(folder, array(card(1)));
        assertThat(tracker.query(number)).containsExactly(id + " Card 2 1");
        ImportRun run = tracker.importText(folder, array(card(1), card(2)));
        assertThat(run.added()).isEqualTo(1);
        assertThat(tracker.query(number)).containsExactly(id + " Card 2 0");
        assertThat(tracker.query(OBJECTS)).containsExactly("2");
    }

    @Test
    void a_set_whose_cards_are_all_retired_stays_and_is_not_counted() {
        tracker.importText(folder, array(card(1), card(2).with("set", "\"two\"")));
        tracker.importText(folder, array(card(1)));
        assertThat(tracker.query("SELECT code, cards FROM card_set ORDER BY code"))
                .containsExactly("tst 1", "two 0");
        assertThat(tracker.query(HEAD)).containsExactly("2 1 1");
    }

    @Test
    void a_card_that_moves_to_a_new_set_is_followed() {
        tracker.importText(folder, array(card(1)));
        ImportRun run =
                tracker.importText(folder, array(card(1).with("set", "\"new\"").with("set_name", "\"New\"")));
        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(tracker.query("SELECT set_code FROM card")).containsExactly("new");
    }

    @Test
    void a_card_that_changes_in_everything_but_its_id_is_followed() {
        tracker.importText(folder, array(card(1), card(2)));
        ImportRun run = tracker.importText(
                folder,
                array(
                        card(1).named("Another")
                                .with("oracle_id", "\"" + CardText.id(99) + "\"")
                                .with("lang", "\"ja\"")
                                .with("layout", "\"token\"")
                                .with("rarity", "\"bonus\"")
                                .with("cmc", "1000000")
                                .with("type_line", "\"Token Creature\"")
                                .with("set", "\"two\"")
                                .with("set_name", "\"Two\"")
                                .with("collector_number", "\"7★\"")
                                .with("released_at", "\"2021-12-31\"")
                                .with("digital", "true"),
                        card(2)));
        assertThat(run.changed()).isEqualTo(1);
        assertThat(tracker.query("SELECT name, HEX(oracle_id), lang, layout, rarity, mana_value, type_line, set_code,"
                        + " collector_number, released_at, digital, retired FROM card WHERE id = 1"))
                .containsExactly(
                        "Another " + CardText.id(99).toString().replace("-", "").toUpperCase(Locale.ROOT)
                                + " ja token bonus 1000000.00 Token Creature two 7★ 2021-12-31 1 0");
        assertThat(tracker.query("SELECT code, cards FROM card_set ORDER BY code"))
                .containsExactly("tst 1", "two 1");
    }

    @Test
    void a_change_of_what_has_no_column_is_one() {
        tracker.importText(folder, array(card(1).with("never_heard_of", "1.0"), card(2)));
        for (String value : List.of("1", "1.00", "1e0", "\"1\"", "null")) {
            ImportRun run = tracker.importText(folder, array(card(1).with("never_heard_of", value), card(2)));
            assertThat(List.of(run.changed(), run.unchanged())).containsExactly(1L, 1L);
            assertThat(tracker.query("SELECT CONVERT(o.json USING utf8mb4) FROM card c JOIN card_object o"
                            + " ON o.id = c.object_id WHERE c.id = 1"))
                    .containsExactly(card(1).with("never_heard_of", value).toString());
        }
    }

    @Test
    void more_cards_than_a_batch_holds_all_come_in() {
        List<CardText> many = new ArrayList<>();
        for (int i = 1; i <= 2500; i++) {
            many.add(card(i));
        }
        assertThat(tracker.importText(folder, lines(many.toArray())).added()).isEqualTo(2500);
        assertThat(tracker.query(HEAD)).containsExactly("1 2500 1");
        ImportRun run = tracker.importText(folder, lines(card(1)));
        assertThat(run.removed()).isEqualTo(2499);
        assertThat(tracker.query("SELECT COUNT(*) FROM card WHERE retired")).containsExactly("2499");
    }

    @Test
    void whoever_reads_meanwhile_sees_the_old_catalogue_or_the_new_one() throws SQLException {
        tracker.importText(folder, array(card(1), card(2)));
        String all = "SELECT c.name, c.retired, c.version, CONVERT(o.json USING utf8mb4), k.version FROM card c"
                + " JOIN card_object o ON o.id = c.object_id JOIN catalogue k ORDER BY c.id";
        try (Connection reader = source.getConnection();
                Statement statement = reader.createStatement()) {
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            statement.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT");
            List<String> before = ImportingTracker.query(reader, all);
            tracker.importText(folder, array(card(1).named("Card 1 mended"), card(3)));
            assertThat(ImportingTracker.query(reader, all)).isEqualTo(before);
            statement.execute("COMMIT");
            assertThat(ImportingTracker.query(reader, all)).hasSize(3).doesNotContainSequence(before);
        }
    }

    @Test
    void what_a_failed_run_has_staged_is_taken_back() {
        tracker.importText(folder, array(card(1)));
        List<CardText> many = new ArrayList<>();
        for (int i = 1; i <= 1500; i++) {
            many.add(card(i).named("Changed " + i));
        }
        ImportRun run = tracker.importText(folder, lines(many.toArray()) + "{broken");
        assertThat(run.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(tracker.query(CARDS)).containsExactly("Card 1 0 1");
        assertThat(tracker.query(OBJECTS)).containsExactly("1");
        assertThat(tracker.query(STAGED)).containsExactly("0");
    }
}
