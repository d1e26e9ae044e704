package org.mtgtracker.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionLifeTest {
    private final Map<String, String> settings = new HashMap<>();

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1", "/api/v1/search", "/api/search", "/api/search/sets"})
    void the_old_version_says_that_it_goes(String path) {
        assertThat(life().headers(path))
                .containsEntry("Deprecation", "@1767225600")
                .containsEntry("Sunset", "Fri, 31 Dec 2027 00:00:00 GMT")
                .containsEntry("Link", "</api/v2>; rel=\"successor-version\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v2/cards", "/api/v10", "/api/searching", "/api"})
    void others_say_nothing(String path) {
        assertThat(life().headers(path)).isEmpty();
    }

    @Test
    void all_of_it_can_be_set() {
        settings.put("tracker.api.v1.deprecated", "2025-06-01");
        settings.put("tracker.api.v1.sunset", "off");
        settings.put("tracker.api.v1.successor", "https://cards.example/api/v2");

        assertThat(life().headers("/api/v1/search"))
                .containsEntry("Deprecation", "@1748736000")
                .doesNotContainKey("Sunset")
                .containsEntry("Link", "<https://cards.example/api/v2>; rel=\"successor-version\"");
    }

    @Test
    void a_day_that_is_none_counts_as_not_set() {
        settings.put("tracker.api.v1.sunset", "soon");

        assertThat(life().headers("/api/v1")).containsEntry("Sunset", "Fri, 31 Dec 2027 00:00:00 GMT");
    }

    @Test
    void a_path_of_the_baseline_is_found_under_its_version() {
        assertThat(VersionLife.versioned("/api/search/sets")).hasValue("/api/v1/search/sets");
        assertThat(VersionLife.versioned("/api/v2/cards")).isEmpty();
    }

    private VersionLife life() {
        return new VersionLife(name -> Optional.ofNullable(settings.get(name)));
    }
}
