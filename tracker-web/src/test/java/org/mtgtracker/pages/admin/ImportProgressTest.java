package org.mtgtracker.pages.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mtgtracker.catalog.boundary.ImportRun;

class ImportProgressTest {
    private static final Instant NOON = Instant.parse("2026-02-14T12:00:00Z");

    @Test
    void a_running_import_is_told_as_the_page_shows_it() {
        assertThat(ImportProgress.message(Optional.of(ImportRun.begun(7, "demo", NOON)), NOON.plusSeconds(5)))
                .contains("\"run\":7", "\"read\":\"0\"", "\"took\":\"5");
    }

    @Test
    void no_running_import_is_told_as_nothing() {
        assertThat(ImportProgress.message(Optional.empty(), NOON)).isEqualTo("{}");
    }

    @ParameterizedTest
    @CsvSource({
        "http://tracker.example:8080, tracker.example:8080, true",
        "https://tracker.example, Tracker.example, true",
        "https://evil.example, tracker.example, false",
        "https://tracker.example.evil.example, tracker.example, false",
        "null, tracker.example, false",
        "'', tracker.example, false",
        "'http://[', tracker.example, false",
        "https://tracker.example, '', false"
    })
    void only_pages_of_the_same_host_may_listen(String origin, String host, boolean own) {
        assertThat(ImportProgressEndpoint.sameHost(origin, host)).isEqualTo(own);
    }
}
