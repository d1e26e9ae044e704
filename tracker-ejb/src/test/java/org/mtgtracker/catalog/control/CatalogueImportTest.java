package org.mtgtracker.catalog.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtgtracker.DatabaseUnderTest;
import org.mtgtracker.OnEachDatabase;
import org.mtgtracker.catalog.CardText;
import org.mtgtracker.catalog.boundary.CatalogueImported;
import org.mtgtracker.catalog.boundary.ImportRun;
import org.mtgtracker.catalog.boundary.ImportRun.Outcome;
import org.mtgtracker.catalog.boundary.ImportRunning;
import org.mtgtracker.catalog.boundary.UnusableSource;
import org.mtgtracker.persistence.boundary.SchemaReady;

@OnEachDatabase
class CatalogueImportTest {
    private static final String CARDS =
            "SELECT name, retired, version FROM card ORDER BY name COLLATE utf8mb4_unicode_520_ci";
    private static final String HEAD = "SELECT version, cards, sets FROM catalogue";
    private static final String OBJECTS = "SELECT COUNT(*) FROM card_object";
    private static final String STAGED =
            "SELECT (SELECT COUNT(*) FROM import_card) + (SELECT COUNT(*) FROM import_retired)"
                    + " + (SELECT COUNT(*) FROM card_object_obsolete)";

    private final DataSource source;
    private final ImportingTracker tracker;

    @TempDir
    Path folder;

    CatalogueImportTest(DatabaseUnderTest database) {
        source = database.schema("catalogue_import");
        tracker = new ImportingTracker(source);
    }

    @BeforeEach
    void reset() {
        tracker.reset();
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

    @Test
    void one_import_runs_at_a_time_and_the_other_is_told_which() throws IOException {
        String file =
                Files.writeString(folder.resolve("cards.json"), lines(card(1))).toString();
        tracker.catalogueImport().run(new Source.OfFile("outer", Path.of(file)), outer -> {
            assertThat(tracker.runs().running()).contains(outer);
            assertThatThrownBy(() -> tracker.imports().start(file))
                    .isInstanceOfSatisfying(
                            ImportRunning.class, e -> assertThat(e.runId()).isEqualTo(outer.id()))
                    .hasMessageContaining("run " + outer.id());
        });
        assertThat(tracker.runs().running()).isEmpty();
        assertThat(tracker.importFrom(file).outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void an_import_in_the_background_answers_before_its_end() {
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            List<CardText> many = new ArrayList<>();
            for (int i = 1; i <= 3000; i++) {
                many.add(card(i));
            }
            String file = Files.writeString(folder.resolve("cards.json"), lines(many.toArray()))
                    .toString();
            ImportRun begun = tracker.imports(threads).start(file);
            assertThat(begun.outcome()).isEqualTo(Outcome.RUNNING);
            Awaitility.await()
                    .until(() -> tracker.runs().run(begun.id()).orElseThrow().outcome() == Outcome.SUCCEEDED);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void runs_are_listed_the_newest_first() {
        tracker.importText(folder, lines(card(1)));
        tracker.importText(folder, "no cards");
        List<ImportRun> runs = tracker.imports().newest(10);
        assertThat(runs).extracting(ImportRun::outcome).containsExactly(Outcome.FAILED, Outcome.SUCCEEDED);
        assertThat(tracker.imports().newest(1)).hasSize(1);
        assertThat(tracker.imports().run(runs.get(0).id())).contains(runs.get(0));
        assertThat(tracker.imports().run(Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void what_a_killed_server_left_is_ended_and_cleared_at_the_next_start() {
        tracker.importText(folder, lines(card(1)));
        leaveAHalfDoneRun();
        tracker.starting(Optional.empty(), Optional.empty()).on(new SchemaReady("3"));
        assertThat(tracker.query("SELECT outcome, LEFT(message, 11) FROM import_run ORDER BY id"))
                .containsExactly("SUCCEEDED null", "FAILED interrupted");
        assertThat(tracker.query(STAGED)).containsExactly("0");
        assertThat(tracker.query(OBJECTS)).containsExactly("1");
        assertThat(tracker.query(CARDS)).containsExactly("Card 1 0 1");
    }

    @Test
    void what_a_killed_server_left_does_not_hinder_the_next_import() {
        leaveAHalfDoneRun();
        assertThat(tracker.runs().running()).isEmpty();
        ImportRun run = tracker.importText(folder, lines(card(1), card(2)));
        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(tracker.query(CARDS)).containsExactly("Card 1 0 1", "Card 2 0 1");
        assertThat(tracker.query(OBJECTS)).containsExactly("2");
        assertThat(tracker.runs().running()).isEmpty();
    }

    private void leaveAHalfDoneRun() {
        ImportRun run = tracker.runs().begin("killed");
        Staging staging = new Staging(tracker.rows(), tracker.runs(), run.id(), new Counts(), 500);
        byte[] json = card(77).toString().getBytes(UTF_8);
        ContentHash hash = new ContentHash(1, 1);
        staging.add(
                new KnownCards.Met(KnownCards.Verdict.ADDED, 600, 0),
                hash,
                CardReader.read(json, 0, json.length),
                card(77).toString());
        staging.flush();
        staging.retire(List.of(1));
    }

    @Test
    void a_run_whose_lock_was_lost_gives_way_to_the_next() throws IOException {
        Path file = Files.writeString(folder.resolve("cut.json"), lines(card(1)));
        tracker.catalogueImport().run(new Source.OfFile("cut off", file), run -> {
            String holder = "SELECT IS_USED_LOCK(" + ImportLock.NAME + ")";
            tracker.execute("KILL " + tracker.query(holder).get(0));
            Awaitility.await().until(() -> tracker.query(holder).equals(List.of("null")));
            assertThat(tracker.importText(folder, lines(card(2))).outcome()).isEqualTo(Outcome.SUCCEEDED);
        });
        assertThat(tracker.query(CARDS)).containsExactly("Card 2 0 1");
    }

    @Test
    void a_run_that_was_taken_for_dead_writes_no_more() throws IOException {
        tracker.importText(folder, lines(card(1)));
        Path file = Files.writeString(folder.resolve("paused.json"), lines(card(1), card(2)));
        tracker.catalogueImport().run(new Source.OfFile("paused", file), run -> tracker.rows()
                .write(connection -> tracker.runs().endInterrupted(connection)));
        assertThat(tracker.query(CARDS)).containsExactly("Card 1 0 1");
        assertThat(tracker.runs().newest(1).get(0).message()).startsWith("interrupted");
    }

    @Test
    void an_unusable_source_is_refused_at_once() {
        assertThatThrownBy(() -> tracker.imports().start("/no/such/file")).isInstanceOf(UnusableSource.class);
        assertThat(tracker.runs().newest(1)).isEmpty();
    }
}
