package org.mtgtracker.catalog.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.mtgtracker.catalog.boundary.ImportRun.Outcome;
import org.mtgtracker.catalog.boundary.ImportRun.Pace;

class ImportRunTest {
    private static final Instant START = Instant.parse("2026-01-19T00:10:00Z");

    @Test
    void while_a_file_is_read_its_size_tells_how_long_it_takes() {
        Pace pace = run(Outcome.RUNNING, 250, 1000, null).pace(START.plusSeconds(10));
        assertThat(pace.cardsPerSecond()).isEqualTo(50);
        assertThat(pace.secondsLeft()).hasValue(30);
    }

    @Test
    void once_all_is_read_nobody_knows_how_long_bringing_in_takes() {
        assertThat(run(Outcome.RUNNING, 1000, 1000, null)
                        .pace(START.plusSeconds(10))
                        .secondsLeft())
                .isEmpty();
    }

    @Test
    void a_source_that_does_not_say_how_large_it_is_says_nothing_of_time() {
        assertThat(run(Outcome.RUNNING, 1000, -1, null)
                        .pace(START.plusSeconds(10))
                        .secondsLeft())
                .isEmpty();
    }

    @Test
    void after_the_end_the_rate_is_that_of_the_whole_run() {
        Pace pace = run(Outcome.FAILED, 250, 1000, START.plusSeconds(5)).pace(START.plusSeconds(3600));
        assertThat(pace.cardsPerSecond()).isEqualTo(100);
        assertThat(pace.secondsLeft()).isEmpty();
    }

    @Test
    void before_any_time_has_passed_there_is_no_rate() {
        assertThat(run(Outcome.RUNNING, 250, 1000, null).pace(START)).isEqualTo(new Pace(0, OptionalLong.empty()));
    }

    private static ImportRun run(Outcome outcome, long bytesRead, long bytesTotal, Instant finished) {
        return new ImportRun(
                1, "file", outcome, 500, 500, 0, 0, 0, 0, 0, null, bytesRead, bytesTotal, START, finished, null);
    }
}
