package org.mtgtracker.pages.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.mtgtracker.catalog.boundary.ImportRun;
import org.mtgtracker.catalog.boundary.ImportRun.Outcome;

class ImportRunViewTest {
    private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

    @Test
    void a_running_import_shows_how_long_it_has_run() {
        ImportRun run =
                new ImportRun(7, "demo", Outcome.RUNNING, 12_345, 0, 0, 0, 0, 0, 0, null, 25, 100, START, null, null);

        ImportRunView view = ImportRunView.of(run, START.plusSeconds(75));

        assertThat(view.outcome()).isEqualTo("running");
        assertThat(view.read()).isEqualTo("12,345");
        assertThat(view.started()).isEqualTo("2026-01-02 03:04:05");
        assertThat(view.took()).isEqualTo("1 min 15 s");
        assertThat(view.done()).isEqualTo("25 %");
        assertThat(view.pace()).isEqualTo(", 165 cards a second, some 3 min 45 s left");
        assertThat(view.message()).isEmpty();
    }

    @Test
    void an_import_that_has_read_all_does_not_say_how_long_bringing_in_takes() {
        ImportRun run =
                new ImportRun(7, "demo", Outcome.RUNNING, 12_345, 0, 0, 0, 0, 0, 0, null, 100, 100, START, null, null);

        assertThat(ImportRunView.of(run, START.plusSeconds(75)).pace()).isEqualTo(", 165 cards a second");
    }

    @Test
    void a_failed_import_says_why_and_how_long_it_took() {
        ImportRun run = new ImportRun(
                8,
                "/data/x.json",
                Outcome.FAILED,
                3,
                0,
                0,
                0,
                0,
                0,
                0,
                null,
                9,
                9,
                START,
                START.plusSeconds(2),
                "No JSON at line 4.");

        ImportRunView view = ImportRunView.of(run, START.plusSeconds(1000));

        assertThat(view.took()).isEqualTo("2 s");
        assertThat(view.pace()).isEmpty();
        assertThat(view.message()).isEqualTo("No JSON at line 4.");
    }
}
