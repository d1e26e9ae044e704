package org.mtgtracker.catalog.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mtgtracker.catalog.CardText.array;
import static org.mtgtracker.catalog.CardText.card;
import static org.mtgtracker.catalog.CardText.lines;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.mtgtracker.DatabaseUnderTest;
import org.mtgtracker.OnEachDatabase;
import org.mtgtracker.catalog.CardText;
import org.mtgtracker.catalog.boundary.ImportChange;
import org.mtgtracker.catalog.boundary.ImportRun;
import org.mtgtracker.catalog.boundary.ImportRun.Outcome;
import org.mtgtracker.catalog.boundary.ImportRunning;
import org.mtgtracker.catalog.boundary.Imports;
import org.mtgtracker.catalog.boundary.UnusableSource;
import org.mtgtracker.jobs.LeaseDouble;

/** One import runs at a time, in the background, is remembered, and goes on where a killed one ended. */
@OnEachDatabase
class ImportRunsTest extends EmptyCatalogue {
    ImportRunsTest(DatabaseUnderTest database) {
        super(database);
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
    void an_unusable_source_is_refused_at_once() {
        assertThatThrownBy(() -> tracker.imports().start("/no/such/file", Optional.empty()))
                .isInstanceOf(UnusableSource.class);
        assertThat(tracker.runs().newest(1)).isEmpty();
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

    private void leaseExpires() {
        tracker.execute("UPDATE job_beat SET until_ts = '2020-01-01 00:00:00.000'");
    }

    /** @param replaced the number of the card's object until now; 0 for a new card */
    private void killedAfterStaging(CardText text, int number, int replaced) {
        LeasedRows rows = new LeasedRows(tracker.rows(), LeaseDouble.HELD);
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
}
