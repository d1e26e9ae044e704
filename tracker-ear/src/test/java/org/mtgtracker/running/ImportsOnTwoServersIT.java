package org.mtgtracker.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Two servers on one database have the old catalogue or the new one, whatever becomes of the one that brings it in.
 * Each test brings in the edition that is not there. The second server, which dies in the end, does the work; the first
 * one looks after the databases.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ImportsOnTwoServersIT {
    private static final String RUNS = "/api/v2/jobs/cards/runs";
    private static final Duration WITHIN = Duration.ofSeconds(180);

    private final Map<Edition, Path> files = new EnumMap<>(Edition.class);
    private RunningTracker first;
    private RunningTracker second;
    private EmbeddedPair databases;
    private String key;
    private Edition from;
    private Edition to;
    private Stored before;

    @BeforeAll
    void start() throws IOException {
        Path folder = TrackerCommand.folder("imports-on-two-servers");
        for (Edition edition : Edition.values()) {
            files.put(edition, edition.in(folder));
        }
        first = command("imports-on-two-servers-first").launchAnew().awaitReady();
        key = first.apiKey().orElseThrow();
        databases = EmbeddedPair.of(first);
        TrackerCommand command = command("imports-on-two-servers-second");
        databases.variables().forEach(command::environment);
        second = command.launchAnew().awaitReady();
        ended(begun(first, Edition.DAWN));
    }

    private static TrackerCommand command(String name) {
        return TrackerCommand.named(name)
                .with("--catalogue=demo")
                .environment("TRACKER_JOBS_LEASE_SECONDS", "6")
                .environment("TRACKER_JOBS_TICK_SECONDS", "1")
                // midnight must not bring the demo back
                .environment("TRACKER_JOBS_CARDS_AT", "off");
    }

    @AfterAll
    void stop() {
        for (RunningTracker tracker : new RunningTracker[] {second, first}) {
            if (tracker != null) {
                tracker.signal("CONT");
                tracker.close();
            }
        }
    }

    @BeforeEach
    void lookWhatIsThere() throws SQLException {
        before = Stored.in(databases);
        from = Stream.of(Edition.values())
                .filter(edition -> before.source().equals(files.get(edition).toString()))
                .findFirst()
                .orElseThrow();
        to = from.other();
    }

    @Test
    @Order(1)
    void a_paused_server_that_wakes_after_the_other_took_over_writes_nothing() throws SQLException {
        String address = begun(second, to);
        awaitTheMiddle(address);

        second.signal("STOP");
        assertThat(Stored.in(databases).version()).isEqualTo(before.version());
        broughtIn(endOfTakeOver(address));
        Stored taken = Stored.in(databases);
        second.signal("CONT");

        await().atMost(WITHIN).until(() -> second.logged("is broken off") || second.logged("has lost its lease"));
        await().atMost(WITHIN).until(() -> second.api().get("/health/ready").statusCode() == 200);
        assertThat(Stored.in(databases)).isEqualTo(taken);
        assertThat(second.logged("An error of the program")).isFalse();
        assertThat(admin(second).json(address).path("outcome").asText()).isEqualTo("failed");
        bothAnswer(to);
    }

    /** The server that was paused is as good as any other again: it is the one that brings in here. */
    @Test
    @Order(2)
    void whoever_reads_meanwhile_sees_one_catalogue_or_the_other_and_nobody_else_begins() throws Exception {
        try (EditionReaders readers = EditionReaders.of(List.of(first.api(), second.api()))) {
            readers.awaitAllSaw(from);

            String address = begun(second, to);
            HttpResponse<String> refused =
                    admin(first).startImport(files.get(from).toString());

            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
            JsonNode problem = Api.parsed(refused.body());
            assertThat(problem.path("type").asText()).isEqualTo("/problems/import-running");
            assertThat(problem.path("run").asText()).isEqualTo(address);
            ended(address);
            broughtIn(address);
            readers.awaitAllSaw(to);
        }
        bothAnswer(to);
    }

    @Test
    @Order(3)
    void an_import_goes_on_when_the_killed_primary_is_back() throws SQLException {
        ProcessHandle primary = first.database("primary").orElseThrow();
        String address = begun(second, to);
        awaitTheMiddle(address);

        primary.destroyForcibly();

        broughtIn(endOfTakeOver(address));
        assertThat(first.database("primary").orElseThrow().pid()).isNotEqualTo(primary.pid());
        assertThat(second.logged("An error of the program")).isFalse();
        bothAnswer(to);
    }

    @Test
    @Order(4)
    void what_a_killed_server_has_begun_the_other_brings_in() throws SQLException {
        String address = begun(second, to);
        awaitTheMiddle(address);

        second.kill();

        assertThat(Stored.in(databases).version()).isEqualTo(before.version());
        broughtIn(endOfTakeOver(address));
        answers(first, to);
    }

    private Api admin(RunningTracker tracker) {
        return tracker.api().withKey(key);
    }

    /** The address of the import of an edition that this server has begun. */
    private String begun(RunningTracker tracker, Edition edition) {
        HttpResponse<String> response =
                admin(tracker).startImport(files.get(edition).toString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        return response.headers().firstValue("Location").orElseThrow();
    }

    private static String number(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    /** The job's run of an import once it has ended, which it does after all that is left has been swept away. */
    private JsonNode ended(String address) {
        return told(
                RUNS + "/" + number(address),
                run -> !run.path("outcome").asText().equals("running"));
    }

    /** What the first server tells an administrator once that is as wished; it may have no database meanwhile. */
    private JsonNode told(String path, Predicate<JsonNode> wished) {
        Callable<JsonNode> look = () -> {
            HttpResponse<String> response = admin(first).get(path);
            return Api.parsed(response.statusCode() == 200 ? response.body() : "{\"outcome\":\"running\"}");
        };
        return await().atMost(WITHIN).until(look, wished);
    }

    private void awaitTheMiddle(String address) {
        await().atMost(WITHIN)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> databases.number("SELECT cards_read FROM import_run WHERE id = " + number(address)) > 0);
    }

    /** Waits for the import that goes on with a lost one, and for its end; answers its address. */
    private String endOfTakeOver(String lost) {
        String run = RUNS + "/" + number(lost);
        assertThat(told(run, found -> !found.path("outcome").asText().equals("running"))
                        .path("outcome")
                        .asText())
                .isEqualTo("lost");
        JsonNode next = told(
                        RUNS + "?limit=1", list -> list.path("data").path(0).has("uri"))
                .path("data")
                .path(0);
        assertThat(next.path("trigger").asText()).isEqualTo("take_over");
        assertThat(next.path("attempt").asInt()).isEqualTo(1);
        String address = "/api/v2/imports/" + number(next.path("uri").asText());
        assertThat(ended(address).path("outcome").asText()).isEqualTo("succeeded");
        return address;
    }

    /** The import has brought in all of the edition, and leaves nothing behind. */
    private void broughtIn(String address) throws SQLException {
        JsonNode run = admin(first).json(address);
        assertThat(run.path("outcome").asText()).as(run.toString()).isEqualTo("succeeded");
        assertThat(run.path("read").asInt()).isEqualTo(to.size());
        assertThat(run.path("added").asInt()).isEqualTo(to.size() - to.shared());
        assertThat(run.path("changed").asInt()).isEqualTo(to.shared());
        assertThat(run.path("removed").asInt()).isEqualTo(from.size() - from.shared());
        assertThat(run.path("unchanged").asInt()).isZero();
        assertThat(run.path("broken").asInt()).isZero();
        Stored now = Stored.in(databases);
        assertThat(now.source()).isEqualTo(files.get(to).toString());
        assertThat(now.version()).isEqualTo(before.version() + 1);
        assertThat(now.cards()).isEqualTo(to.size());
        assertThat(now.unfinished()).isZero();
        assertThat(now.orphans()).isZero();
    }

    private void bothAnswer(Edition edition) {
        answers(first, edition);
        answers(second, edition);
    }

    private static void answers(RunningTracker tracker, Edition edition) {
        await().atMost(WITHIN).untilAsserted(() -> {
            JsonNode page = tracker.api().json("/api/v2/cards?q=lantern&limit=1000");
            assertThat(page.path("total").asInt()).isEqualTo(edition.size());
            assertThat(page.path("data").findValuesAsText("name")).hasSize(1000).allMatch(edition::hasNamed);
            assertThat(tracker.api().get("/api/v2/cards/" + Edition.id(0)).body())
                    .isEqualTo(edition.object(0));
        });
        assertThat(tracker.api().json("/api/v2/catalogue").path("cards").asInt())
                .isEqualTo(edition.size());
    }

    /**
     * What the primary holds.
     *
     * @param changes how many changes all imports have listed
     * @param unfinished rows of imports that have not come to their end
     * @param orphans card objects that no card points at
     */
    private record Stored(
            String source, long version, long cards, long rows, long changes, long unfinished, long orphans) {
        static Stored in(EmbeddedPair databases) throws SQLException {
            String sql = """
                    SELECT c.source, c.version, c.cards,
                        (SELECT COUNT(*) FROM card),
                        (SELECT COUNT(*) FROM import_change),
                        (SELECT COUNT(*) FROM import_card) + (SELECT COUNT(*) FROM import_retired)
                            + (SELECT COUNT(*) FROM card_object_obsolete),
                        (SELECT COUNT(*) FROM card_object o LEFT JOIN card p ON p.object_id = o.id WHERE p.id IS NULL)
                    FROM catalogue c
                    """;
            try (Connection connection = databases.primary();
                    Statement select = connection.createStatement();
                    ResultSet row = select.executeQuery(sql)) {
                row.next();
                return new Stored(
                        row.getString(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7));
            }
        }
    }
}
