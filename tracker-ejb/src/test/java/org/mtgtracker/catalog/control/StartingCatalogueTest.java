package org.mtgtracker.catalog.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mtgtracker.catalog.CardText.card;
import static org.mtgtracker.catalog.CardText.lines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtgtracker.DatabaseUnderTest;
import org.mtgtracker.OnEachDatabase;
import org.mtgtracker.catalog.boundary.ImportRun;
import org.mtgtracker.catalog.boundary.ImportRun.Outcome;
import org.mtgtracker.persistence.boundary.SchemaReady;

@OnEachDatabase
class StartingCatalogueTest {
    private static final String HEAD = "SELECT version, cards, sets FROM catalogue";

    private final ImportingTracker tracker;

    @TempDir
    Path folder;

    StartingCatalogueTest(DatabaseUnderTest database) {
        tracker = new ImportingTracker(database.schema("starting_catalogue"));
    }

    @BeforeEach
    void reset() {
        tracker.reset();
    }

    @Test
    void a_start_with_a_file_named_imports_it_once() throws IOException {
        Path file = Files.writeString(folder.resolve("named.json"), lines(card(1)));
        StartingCatalogue starting = tracker.starting(Optional.of(file.toString()), Optional.empty());
        starting.on(new SchemaReady("3"));
        starting.on(new SchemaReady("3"));
        assertThat(tracker.runs().newest(10)).hasSize(1);
        Files.writeString(file, lines(card(1), card(2)));
        starting.on(new SchemaReady("3"));
        assertThat(tracker.query(HEAD)).containsExactly("2 2 1");
    }

    @Test
    void a_start_with_nothing_named_shows_the_demo_and_says_that_scryfall_does_not_answer() throws IOException {
        Path demo = Files.writeString(folder.resolve("demo.json"), lines(card(1)));
        tracker.starting(Optional.empty(), Optional.of(demo)).on(new SchemaReady("3"));
        assertThat(tracker.query("SELECT source, cards FROM catalogue")).containsExactly("demo 1");
        List<ImportRun> runs = tracker.runs().newest(10);
        assertThat(runs).extracting(ImportRun::source).containsExactly("scryfall", "demo");
        assertThat(runs.get(0).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(runs.get(0).message()).contains("http://127.0.0.1:1/bulk-data does not answer: no connection");
    }

    @Test
    void a_start_with_a_file_that_is_not_there_is_recorded() {
        tracker.starting(Optional.of("/no/such/file"), Optional.empty()).on(new SchemaReady("3"));
        assertThat(tracker.runs().newest(1).get(0).message()).contains("There is no file /no/such/file");
    }
}
