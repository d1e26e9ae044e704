package org.mtgtracker.running;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same distribution on a MySQL primary and its replica, which DB_ variables name; nothing else is changed. */
class MySqlIT {
    private static MySqlPair pair;
    private static RunningTracker tracker;

    @BeforeAll
    static void start() {
        pair = MySqlPair.started();
        TrackerCommand command = TrackerCommand.named("on-mysql").with("--catalogue=demo");
        for (Map.Entry<String, String> variable : pair.variables().entrySet()) {
            command.environment(variable.getKey(), variable.getValue());
        }
        tracker = command.launchAnew().awaitReady();
        tracker.awaitFirstCard();
    }

    @AfterAll
    static void stop() {
        if (tracker != null) {
            tracker.close();
        }
        if (pair != null) {
            pair.close();
        }
    }

    @Test
    void it_runs_on_the_databases_that_the_environment_names() {
        assertThat(tracker.output())
                .contains("Using the database tracker@127.0.0.1:"
                        + pair.variables().get("DB_PORT"));
        assertThat(tracker.data().resolve("databases")).doesNotExist();
    }

    @Test
    void the_demo_is_imported_and_found() {
        JsonNode card = tracker.awaitFirstCard();
        String words = URLEncoder.encode(card.path("name").asText(), StandardCharsets.UTF_8);

        assertThat(tracker.api().json("/api/v2/catalogue").path("cards").asInt())
                .isBetween(1900, 2200);
        assertThat(tracker.api().json("/api/v2/cards?q=" + words).path("data").findValuesAsText("id"))
                .contains(card.path("id").asText());
        assertThat(tracker.api().json("/api/v2/cards/" + card.path("id").asText()))
                .isEqualTo(card);
    }

    @Test
    void reads_go_to_the_replica() {
        await().atMost(120, SECONDS).untilAsserted(() -> assertThat(
                        tracker.api().get("/health/ready").body())
                .contains("\"reading\":\"replica\"", "\"primary\":\"up\"", "\"replica\":\"up\""));
    }

    @Test
    void the_price_history_is_loaded() {
        JsonNode card = tracker.awaitFirstCard();

        await().atMost(180, SECONDS)
                .until(() -> tracker.api()
                                .json("/api/v2/cards/" + card.path("id").asText() + "/prices")
                                .path("total")
                                .asInt()
                        >= 80);
    }
}
