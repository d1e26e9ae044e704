package org.mtgtracker.pages.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mtgtracker.catalog.boundary.ImportRun;
import org.mtgtracker.pricing.boundary.PriceLoad;

class ImportProgressTest {
    private static final Instant NOON = Instant.parse("2026-02-14T12:00:00Z");

    @Test
    void a_running_import_is_told_as_the_page_shows_it() {
        assertThat(ImportProgress.message(
                        Optional.of(ImportRun.begun(7, "demo", NOON)), List.of(), List.of(), NOON.plusSeconds(5)))
                .contains("\"run\":7", "\"read\":\"0\"", "\"took\":\"5");
    }

    @Test
    void no_running_import_is_told_as_nothing() {
        assertThat(ImportProgress.message(Optional.empty(), List.of(), List.of(), NOON))
                .isEqualTo("{\"loads\":{},\"jobs\":{}}");
    }

    @Test
    void price_files_that_are_read_are_told_and_others_are_not() {
        assertThat(ImportProgress.message(
                        Optional.empty(),
                        List.of(load(4, PriceLoad.Outcome.RUNNING), load(3, PriceLoad.Outcome.FAILED)),
                        List.of(),
                        NOON))
                .isEqualTo("{\"loads\":{\"4\":\"1,500\"},\"jobs\":{}}");
    }

    private static PriceLoad load(long id, PriceLoad.Outcome outcome) {
        return new PriceLoad(id, "x.csv", PriceLoad.Kind.PRICES, outcome, 1500, 0, 0, 0, 0, 0, NOON, null, null);
    }
}
