package org.mtgtracker.running;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What stays through stops and crashes. One server and its data live through all of it, in this order. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LifecycleIT {
    private static final Duration MENDS_WITHIN = Duration.ofSeconds(120);
    private static final Duration ARCHIVED_WITHIN = Duration.ofMinutes(6);
    private static final int DRAIN_SECONDS = 8;

    private RunningTracker tracker;
    private String key;
    private String password;
    private Browser browser;
    private String openForm;
    private JsonNode card;

    /** With the class-data archive: the first server makes it, and the second start must live with it. */
    private static final Path ARCHIVE = TrackerCommand.folder("lifecycle").resolve("classes.jsa");

    private static TrackerCommand command() {
        return TrackerCommand.named("lifecycle")
                .environment("DRAIN_SECONDS", Integer.toString(DRAIN_SECONDS))
                .environment("TRACKER_CDS", "on")
                .environment("TRACKER_CDS_SECONDS", "0")
                .environment("TRACKER_CDS_ARCHIVE", ARCHIVE.toString());
    }

    @BeforeAll
    void start() throws IOException {
        Files.deleteIfExists(ARCHIVE);
        tracker = command().with("--catalogue=demo").launchAnew().awaitReady();
        key = tracker.apiKey().orElseThrow();
        password = tracker.password().orElseThrow();
        await().atMost(MENDS_WITHIN).until(() -> reading("replica"));
        card = tracker.awaitFirstCard();
    }

    @AfterAll
    void stop() {
        if (tracker != null) {
            tracker.close();
        }
    }

    @Test
    @Order(1)
    void the_first_start_tells_once_how_to_sign_in() {
        assertThat(tracker.password()).isPresent();
        assertThat(tracker.data().resolve("first-admin.properties")).doesNotExist();
    }

    @Test
    @Order(2)
    void reads_go_on_when_the_replica_is_killed_and_return_to_it() {
        ProcessHandle killed = kill("replica");

        everyReadSucceeds();
        await().atMost(MENDS_WITHIN).until(() -> tracker.database("replica")
                .filter(again -> again.pid() != killed.pid())
                .isPresent());
        await().atMost(MENDS_WITHIN).until(() -> reading("replica"));
        everyReadSucceeds();
    }

    @Test
    @Order(3)
    void reads_go_on_when_the_primary_is_killed_and_writes_return_with_it() {
        ProcessHandle killed = kill("primary");

        everyReadSucceeds();
        await().atMost(MENDS_WITHIN).until(() -> tracker.database("primary")
                .filter(again -> again.pid() != killed.pid())
                .isPresent());
        await().atMost(MENDS_WITHIN)
                .until(
                        () -> tracker.api().withKey(key).startImport("demo").statusCode(),
                        status -> status == 202 || status == 409);
        await().atMost(MENDS_WITHIN)
                .until(() -> !tracker.api().json("/api/v2/catalogue").has("running"));
        await().atMost(MENDS_WITHIN).until(() -> reading("replica"));
        theCardsAreThere();
    }

    private ProcessHandle kill(String role) {
        ProcessHandle database = tracker.database(role).orElseThrow();
        database.destroyForcibly();
        await().atMost(10, SECONDS).until(() -> !database.isAlive());
        return database;
    }

    /** Rulings come from a database, and cards by their id from the search's index. */
    private void everyReadSucceeds() {
        for (int i = 0; i < 20; i++) {
            theCardsAreThere();
        }
        JsonNode catalogue = tracker.api().json("/api/v2/catalogue");
        assertThat(catalogue.path("cards").asInt()).isPositive();
    }

    private void theCardsAreThere() {
        String address = "/api/v2/cards/" + card.path("id").asText();
        assertThat(tracker.api().json(address)).isEqualTo(card);
        assertThat(tracker.api().json(address + "/rulings").has("data")).isTrue();
    }

    private boolean reading(String from) {
        HttpResponse<String> health = tracker.api().get("/health/ready");
        return health.statusCode() == 200 && health.body().contains("\"reading\":\"" + from + "\"");
    }

    private int status(String path) {
        return tracker.api().get(path).statusCode();
    }

    @Test
    @Order(4)
    void told_to_stop_it_is_not_ready_but_answers_until_the_balancer_has_noticed() {
        await().atMost(ARCHIVED_WITHIN).until(() -> Files.exists(ARCHIVE));
        browser = new Browser(tracker.address());
        openForm = browser.open("/sign-in?next=%2Fsets");
        tracker.signalTermination();

        await().atMost(DRAIN_SECONDS, SECONDS).until(() -> status("/health/ready") == 503);
        assertThat(tracker.api().get("/health/ready").body()).contains("\"draining\"");
        assertThat(status("/health/live")).isEqualTo(200);
        everyReadSucceeds();
        assertThat(tracker.isAlive()).isTrue();

        assertThat(tracker.awaitExit()).isZero();
        assertThat(tracker.database("primary")).isEmpty();
        assertThat(tracker.database("replica")).isEmpty();
    }

    @Test
    @Order(5)
    void a_second_start_keeps_cards_keys_and_catalogue() {
        assertThat(ARCHIVE).isNotEmptyFile();
        tracker = command().port(tracker.port()).launch().awaitReady();

        assertThat(tracker.apiKey()).isEmpty();
        assertThat(tracker.api().withKey(key).get("/api/v2/imports").statusCode())
                .isEqualTo(200);
        theCardsAreThere();
        assertThat(tracker.output()).contains("cards of demo");
    }

    @Test
    @Order(6)
    void a_form_that_was_open_meanwhile_is_taken() {
        assertThat(browser.submit(openForm, "in", "sign-in", Map.of("name", "admin", "password", password)))
                .contains("<h1>Sets", "title=\"Your account\"");
    }

    /** The second start named no catalogue, and Scryfall does not answer in tests. */
    @Test
    @Order(7)
    void without_scryfall_the_demo_stays_and_one_line_says_why() {
        await().atMost(MENDS_WITHIN).untilAsserted(() -> {
            JsonNode newest = tracker.api()
                    .withKey(key)
                    .json("/api/v2/imports?limit=1")
                    .path("data")
                    .path(0);
            assertThat(newest.path("source").asText()).isEqualTo("scryfall");
            assertThat(newest.path("outcome").asText()).isEqualTo("failed");
            assertThat(newest.path("message").asText()).contains("127.0.0.1:9");
        });
        assertThat(tracker.api().json("/api/v2/catalogue").path("source").asText())
                .isEqualTo("demo");
        theCardsAreThere();
    }

    @Test
    @Order(8)
    void a_killed_server_starts_again_with_the_same_cards() {
        tracker.kill();
        assertThat(tracker.isAlive()).isFalse();

        tracker = command().with("--catalogue=demo").launch().awaitReady();

        theCardsAreThere();
        assertThat(tracker.api().withKey(key).get("/api/v2/imports").statusCode())
                .isEqualTo(200);
        await().atMost(MENDS_WITHIN).until(() -> reading("replica"));
    }

    @Test
    @Order(9)
    @DisabledOnOs(OS.WINDOWS)
    void when_its_terminal_is_closed_it_stops_with_its_databases() {
        tracker.signal("HUP");

        assertThat(tracker.awaitExit()).isZero();
        assertThat(tracker.database("primary")).isEmpty();
        assertThat(tracker.database("replica")).isEmpty();
    }
}
