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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtgtracker.DatabaseUnderTest;
import org.mtgtracker.OnEachDatabase;
import org.mtgtracker.catalog.CardText;
import org.mtgtracker.catalog.boundary.CardMerged;
import org.mtgtracker.catalog.boundary.CardPrices;
import org.mtgtracker.catalog.boundary.CatalogueImported;
import org.mtgtracker.catalog.boundary.ImportChange;
import org.mtgtracker.catalog.boundary.ImportProblem;
import org.mtgtracker.catalog.boundary.ImportRun;
import org.mtgtracker.catalog.boundary.ImportRun.Outcome;
import org.mtgtracker.catalog.boundary.ImportRunning;
import org.mtgtracker.catalog.boundary.Imports;
import org.mtgtracker.catalog.boundary.PricesRead;
import org.mtgtracker.catalog.boundary.UnusableSource;
import org.mtgtracker.jobs.boundary.Lease;

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

    @Test
    void one_import_runs_at_a_time_and_the_other_is_told_which() throws IOException {
        String file =
                Files.writeString(folder.resolve("cards.json"), lines(card(1))).toString();
        List<Runnable> held = new ArrayList<>();
        Imports imports = tracker.imports(held::add);
        ImportRun first = imports.start(file, Optional.empty());
        assertThat(imports.running()).contains(first);
        assertThatThrownBy(() -> tracker.imports().start(file, Optional.empty()))
                .isInstanceOfSatisfying(
                        ImportRunning.class, e -> assertThat(e.runId()).isEqualTo(first.id()))
                .hasMessageContaining("run " + first.id());
        held.get(0).run();
        assertThat(imports.running()).isEmpty();
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
            ImportRun begun = tracker.imports(threads).start(file, Optional.empty());
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
    void what_a_killed_server_has_staged_is_taken_up_and_not_written_again() throws IOException {
        tracker.importText(folder, lines(card(1), card(2)));
        String cards = lines(card(1).named("Card 1 mended"), card(2), card(3), card(4));
        killedAfterStaging(card(1).named("Card 1 mended"), 1, 1);
        killedAfterStaging(card(3), 33, 0);
        killedAfterStaging(card(4).named("Other than today"), 44, 0);
        killedAfterStaging(card(5), 55, 0);
        List<String> staged = tracker.query("SELECT object_id FROM import_card WHERE card IN (1, 33) ORDER BY card");

        ImportRun run = tracker.importText(folder, cards);

        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(List.of(run.read(), run.added(), run.changed(), run.removed(), run.unchanged()))
                .containsExactly(4L, 2L, 1L, 0L, 1L);
        assertThat(tracker.query("SELECT id, name FROM card ORDER BY id"))
                .containsExactly("1 Card 1 mended", "2 Card 2", "33 Card 3", "44 Card 4");
        assertThat(tracker.query("SELECT object_id FROM card WHERE id IN (1, 33) ORDER BY id"))
                .isEqualTo(staged);
        assertThat(tracker.query(OBJECTS)).containsExactly("4");
        assertThat(tracker.query(STAGED)).containsExactly("0");
    }

    @Test
    void a_run_whose_server_was_killed_is_ended_by_the_next() {
        List<Runnable> never = new ArrayList<>();
        ImportRun killed = tracker.imports(never::add).start(file(lines(card(1))), Optional.empty());
        leaseExpires();
        ImportRun run = tracker.importText(folder, lines(card(1), card(2)));
        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(tracker.runs().run(killed.id()).orElseThrow().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(tracker.runs().run(killed.id()).orElseThrow().message()).startsWith("interrupted");
        assertThat(tracker.imports().running()).isEmpty();
    }

    @Test
    void a_run_whose_lease_was_taken_writes_no_more() {
        List<Runnable> paused = new ArrayList<>();
        ImportRun run = tracker.imports(paused::add).start(file(lines(card(1))), Optional.empty());
        leaseExpires();
        assertThat(tracker.importText(folder, lines(card(2))).outcome()).isEqualTo(Outcome.SUCCEEDED);
        paused.get(0).run();
        assertThat(tracker.query(CARDS)).containsExactly("Card 2 0 1");
        assertThat(tracker.query(STAGED)).containsExactly("0");
        assertThat(tracker.runs().run(run.id()).orElseThrow().message()).startsWith("interrupted");
    }

    private String file(String text) {
        try {
            return Files.writeString(folder.resolve("first.json"), text).toString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void leaseExpires() {
        tracker.execute("UPDATE job_beat SET until_ts = '2020-01-01 00:00:00.000'");
    }

    /** @param replaced the number of the card's object until now; 0 for a new card */
    private void killedAfterStaging(CardText text, int number, int replaced) {
        LeasedRows rows = new LeasedRows(tracker.rows(), new NoLease());
        int last = Integer.parseInt(
                tracker.query("SELECT MAX(id) FROM card_object").get(0));
        Staging staging = new Staging(rows, tracker.runs(), new Counts(), last, Runnable::run);
        byte[] json = text.toString().getBytes(UTF_8);
        KnownCards.Verdict verdict = replaced == 0 ? KnownCards.Verdict.ADDED : KnownCards.Verdict.CHANGED;
        staging.add(
                new KnownCards.Met(verdict, number, replaced),
                new ContentHash.Digest().of(json, 0, json.length),
                CardReader.read(json, 0, json.length),
                json);
        staging.finish();
    }

    /** Lets everything be written. */
    private record NoLease() implements Lease {
        @Override
        public long runId() {
            return 0;
        }

        @Override
        public String argument() {
            return "";
        }

        @Override
        public long generation() {
            return 0;
        }

        @Override
        public void check(Connection connection) {
            // there is none to lose
        }
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
    void what_a_run_did_to_cards_is_listed() {
        tracker.importText(folder, array(card(1), card(2), card(3)));
        ImportRun run = tracker.importText(folder, array(card(1), card(2).named("Card 2 mended"), card(4)));
        List<ImportChange> changes = tracker.imports().changes(run.id(), 0, 10);
        assertThat(changes)
                .extracting(change -> change.name() + " " + change.kind())
                .containsExactly("Card 2 mended CHANGED", "Card 3 REMOVED", "Card 4 ADDED");
        assertThat(tracker.imports().changes(run.id(), changes.get(0).card(), 1))
                .containsExactly(changes.get(1));
    }

    @Test
    void only_the_newest_runs_are_remembered() {
        tracker.execute("ALTER TABLE job_run AUTO_INCREMENT = 1000");
        for (int i = 1; i <= ImportRuns.KEPT + 5; i++) {
            tracker.execute("INSERT INTO import_run (id, source, outcome, started_at) VALUES (" + i
                    + ", 'former', 'FAILED', '2020-01-01')");
        }
        ImportRun run = tracker.importText(folder, lines(card(1)));
        assertThat(tracker.query("SELECT COUNT(*), MAX(id) FROM import_run"))
                .containsExactly(ImportRuns.KEPT + " " + run.id());
    }

    @Test
    void prices_of_a_known_day_are_told_inside_the_transaction() {
        CardText priced = card(1).with("prices", "{\"usd\":\"1.25\",\"usd_foil\":null,\"tix\":\"0.02\"}");
        CardText none = card(2).with("prices", "{\"usd\":null}");
        String file = file(lines(priced, none, card(3)));
        tracker.imports().start(file, Optional.empty());
        assertThat(tracker.told(PricesRead.class)).isEmpty();

        ImportRun run = tracker.runs()
                .run(tracker.imports()
                        .start(file, Optional.of(LocalDate.of(2026, 1, 19)))
                        .id())
                .orElseThrow();
        assertThat(run.prices()).isEqualTo(1);
        assertThat(run.priceDay()).isEqualTo("2026-01-19");
        PricesRead read = tracker.told(PricesRead.class).get(0);
        assertThat(read.prices().size()).isEqualTo(1);
        assertThat(read.prices().card(0)).isEqualTo(1);
        assertThat(read.prices().cents(0, 0)).isEqualTo(125);
        assertThat(read.prices().cents(0, 1)).isEqualTo(CardPrices.NONE);
        assertThat(read.prices().cents(0, 5)).isEqualTo(2);
    }

    @Test
    void a_table_that_changes_while_cards_are_brought_in_does_not_stop_them() {
        List<PricesRead> told = new ArrayList<>();
        tracker.observe(event -> {
            if (event instanceof PricesRead read) {
                told.add(read);
                if (told.size() == 1) {
                    // as another server does that opens a month of prices
                    tracker.execute("ALTER TABLE price_day ENGINE = InnoDB");
                }
                look(read.connection());
            }
        });
        String file = file(lines(card(1).with("prices", "{\"usd\":\"1.25\"}"), card(2)));

        long id = tracker.imports()
                .start(file, Optional.of(LocalDate.of(2026, 1, 19)))
                .id();

        assertThat(tracker.runs().run(id).orElseThrow().outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(told).hasSize(2);
        assertThat(tracker.query(HEAD)).containsExactly("1 2 1");
    }

    private static void look(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.executeQuery("SELECT day FROM price_day").close();
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
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

    @ParameterizedTest
    @ValueSource(ints = {1205, 1213})
    void who_holds_what_the_cards_need_delays_them_and_does_not_stop_them(int error) {
        List<PricesRead> told = new ArrayList<>();
        tracker.observe(event -> {
            if (event instanceof PricesRead read) {
                told.add(read);
                if (told.size() == 1) {
                    throw new IllegalStateException("locked", new SQLException("locked", "40001", error));
                }
            }
        });
        String file = file(lines(card(1).with("prices", "{\"usd\":\"1.25\"}"), card(2)));

        long id = tracker.imports()
                .start(file, Optional.of(LocalDate.of(2026, 1, 19)))
                .id();

        assertThat(tracker.runs().run(id).orElseThrow().outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(told).hasSize(2);
        assertThat(tracker.query(HEAD)).containsExactly("1 2 1");
        assertThat(tracker.query(STAGED)).containsExactly("0");
    }

    @Test
    void a_day_that_is_named_gets_the_prices_of_a_file_that_is_known_already() {
        try (ScryfallDouble web = new ScryfallDouble()) {
            web.file("/cards", lines(card(1).with("prices", "{\"usd\":\"1.25\"}")));
            String address = web.url() + "/cards";
            assertThat(tracker.importFrom(address).added()).isEqualTo(1);

            ImportRun unchanged = tracker.importFrom(address);
            assertThat(unchanged.outcome()).isEqualTo(Outcome.SUCCEEDED);
            assertThat(unchanged.read()).isZero();
            assertThat(unchanged.message()).contains("nothing was read");

            long id = tracker.imports()
                    .start(address, Optional.of(LocalDate.of(2026, 1, 19)))
                    .id();
            ImportRun named = tracker.runs().run(id).orElseThrow();
            assertThat(named.prices()).isEqualTo(1);
            assertThat(named.unchanged()).isEqualTo(1);
        }
    }

    @Test
    void what_the_database_refuses_ends_the_run_with_its_reason_and_is_taken_back() {
        tracker.observe(event -> {
            if (event instanceof PricesRead) {
                throw new IllegalStateException(
                        "the disk is full", new SQLException("the disk is full", "HY000", 1114));
            }
        });
        String file = file(lines(card(1).with("prices", "{\"usd\":\"1.25\"}"), card(2)));

        ImportRun run = tracker.runs()
                .run(tracker.imports()
                        .start(file, Optional.of(LocalDate.of(2026, 1, 19)))
                        .id())
                .orElseThrow();

        assertThat(run.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(run.message())
                .isEqualTo("What was read could not be stored: the disk is full. Nothing was changed.");
        assertThat(tracker.query(CARDS)).isEmpty();
        assertThat(tracker.query(STAGED)).containsExactly("0");
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

    @Test
    void an_unusable_source_is_refused_at_once() {
        assertThatThrownBy(() -> tracker.imports().start("/no/such/file", Optional.empty()))
                .isInstanceOf(UnusableSource.class);
        assertThat(tracker.runs().newest(1)).isEmpty();
    }
}
