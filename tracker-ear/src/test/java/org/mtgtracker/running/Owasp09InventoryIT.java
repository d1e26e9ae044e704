package org.mtgtracker.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** API9:2023, improper inventory management: every version is known, and the old one is announced to go. */
@ExtendWith(SharedTracker.class)
class Owasp09InventoryIT {
    private final Api api;

    Owasp09InventoryIT(RunningTracker tracker) {
        this.api = tracker.api();
    }

    @Test
    void the_old_version_is_marked_in_the_description_and_on_its_answers() {
        JsonNode paths = Api.parsed(api.get("/openapi?format=json").body()).path("paths");

        paths.properties().forEach(path -> path.getValue().properties().forEach(operation -> assertThat(
                        operation.getValue().path("deprecated").asBoolean())
                .as(path.getKey())
                .isEqualTo(path.getKey().startsWith("/api/v1/"))));
        assertThat(api.get("/api/v1/search?limit=1").headers().firstValue("Sunset"))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v0/cards",
                "/api/v3/cards",
                "/api/beta/cards",
                "/api/internal",
                "/api/v2/debug",
                "/rest/cards"
            })
    void a_version_that_there_is_not_is_not_there(String path) {
        assertThat(api.get(path).statusCode()).isEqualTo(404);
    }
}
