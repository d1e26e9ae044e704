package org.mtgtracker.rest.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.mtgtracker.catalog.boundary.ImportRun;
import org.mtgtracker.catalog.boundary.ImportRun.Outcome;
import org.mtgtracker.rest.catalog.ImportReport.Pace;

class ImportReportTest {
    private static final Instant START = Instant.parse("2026-01-19T00:10:00Z");

    @Test
    void while_a_file_is_read_its_size_tells_how_long_it_takes() {
        Pace pace = Pace.of(run(Outcome.RUNNING, 250, 1000, null), START.plusSeconds(10));
        assertThat(pace.cardsPerSecond()).isEqualTo(50);
        assertThat(pace.secondsLeft()).isEqualTo(30);
    }

    @Test
    void once_all_is_read_nobody_knows_how_long_bringing_in_takes() {
        assertThat(Pace.of(run(Outcome.RUNNING, 1000, 1000, null), START.plusSeconds(10))
                        .secondsLeft())
                .isNull();
    }

    @Test
    void a_source_that_does_not_say_how_large_it_is_says_nothing_of_time() {
        assertThat(Pace.of(run(Outcome.RUNNING, 1000, -1, null), START.plusSeconds(10))
                        .secondsLeft())
                .isNull();
    }

    @Test
    void after_the_end_the_rate_is_that_of_the_whole_run() {
        Pace pace = Pace.of(run(Outcome.FAILED, 250, 1000, START.plusSeconds(5)), START.plusSeconds(3600));
        assertThat(pace.cardsPerSecond()).isEqualTo(100);
        assertThat(pace.secondsLeft()).isNull();
    }

    private static ImportRun run(Outcome outcome, long bytesRead, long bytesTotal, Instant finished) {
        return new ImportRun(
                1, "file", outcome, 500, 500, 0, 0, 0, 0, 0, null, bytesRead, bytesTotal, START, finished, null);
    }
}
