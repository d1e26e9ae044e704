package org.mtgtracker.running;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** A catalogue file named on the command line: first one that is none, then the real cards of September 2019. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RealCatalogueIT {
    private static final String NAME = "real-catalogue";
    private static final int REAL_CARDS = 45_851;

    private RunningTracker tracker;
    private String key;

    @BeforeAll
    void start_with_a_file_that_is_no_catalogue() throws IOException {
        Path page = Files.writeString(TrackerCommand.folder(NAME).resolve("page.json"), "<html>no cards</html>");
        tracker = TrackerCommand.named(NAME)
                .with("--catalogue=" + page)
                .launchAnew()
                .awaitReady();
        key = tracker.apiKey().orElseThrow();
    }

    @AfterAll
    void stop() {
        if (tracker != null) {
            tracker.close();
        }
    }

    @Test
    @Order(1)
    void a_named_file_that_is_no_catalogue_is_told_and_the_server_stays_up() {
        assertThat(tracker.output()).contains("page.json", "HTML");
        assertThat(tracker.api().json("/api/v2/catalogue").path("version").asLong())
                .isZero();
        assertThat(tracker.api().get("/").statusCode()).isEqualTo(200);
        assertThat(tracker.isAlive()).isTrue();
    }

    @Test
    @Order(2)
    void the_real_cards_are_tracked_by_naming_their_file() {
        String folder = System.getenv().getOrDefault("TRACKER_DATA", "");
        assumeTrue(!folder.isBlank(), "TRACKER_DATA names no folder of real data: no real cards are imported.");
        Path file = Path.of(folder, "scryfall", "default-cards-2019-09.json.gz").toAbsolutePath();
        assertThat(tracker.terminate()).isZero();

        tracker =
                TrackerCommand.named(NAME).with("--catalogue=" + file).launch().awaitReady();

        await().atMost(Duration.ofSeconds(300)).untilAsserted(() -> assertThat(
                        tracker.api().json("/api/v2/catalogue").path("cards").asInt())
                .isEqualTo(REAL_CARDS));
        JsonNode run = tracker.api()
                .withKey(key)
                .json("/api/v2/imports?limit=1")
                .path("data")
                .path(0);
        assertThat(run.path("outcome").asText()).as(run.toString()).isEqualTo("succeeded");
        assertThat(run.path("added").asInt()).isEqualTo(REAL_CARDS);
        await().atMost(60, SECONDS).untilAsserted(() -> {
            JsonNode found = tracker.api().json("/api/v2/cards?q=aether%20VIAL");
            assertThat(found.path("total").asInt()).isEqualTo(1);
            assertThat(found.path("data").path(0).path("name").asText()).isEqualTo("Aether Vial");
        });
    }
}
