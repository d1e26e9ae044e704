package org.mtgtracker.running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Imports by the administrator: who may, and what becomes of files that are no catalogue. */
@ExtendWith(SharedTracker.class)
class ImportsIT {
    private final RunningTracker tracker;
    private final Path folder = TrackerCommand.folder("shared").resolve("imports");
    private JsonNode before;

    ImportsIT(RunningTracker tracker) {
        this.tracker = tracker;
    }

    @BeforeEach
    void remember() throws IOException {
        Files.createDirectories(folder);
        before = catalogue();
    }

    @AfterEach
    void the_catalogue_stays_and_the_server_answers() {
        assertThat(catalogue()).isEqualTo(before);
        assertThat(tracker.api().json("/api/v2/cards?limit=1").path("data")).hasSize(1);
        assertThat(tracker.isAlive()).isTrue();
    }

    private JsonNode catalogue() {
        return ((ObjectNode) tracker.api().json("/api/v2/catalogue")).without("running");
    }

    @Test
    void nobody_starts_one_without_a_key() {
        HttpResponse<String> response = tracker.api().startImport("demo");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate")).isPresent();
    }

    @Test
    void nobody_starts_one_with_a_wrong_key() {
        String key = tracker.apiKey().orElseThrow();
        String wrong = key.substring(0, key.length() - 1) + (key.endsWith("a") ? "b" : "a");

        assertThat(tracker.api().withKey(wrong).startImport("demo").statusCode())
                .isEqualTo(401);
        assertThat(tracker.api().withKey("mtg_nonsense").startImport("demo").statusCode())
                .isEqualTo(401);
        assertThat(tracker.api().withKey("mtg_nonsense").get("/api/v2/imports").statusCode())
                .isEqualTo(401);
    }

    @Test
    void the_same_catalogue_again_changes_nothing() {
        JsonNode run = Imports.of(tracker).finished("demo");

        assertThat(run.path("outcome").asText()).as(run.toString()).isEqualTo("succeeded");
        assertThat(run.path("read").asInt()).isEqualTo(before.path("cards").asInt());
        assertThat(run.path("unchanged").asInt()).isEqualTo(before.path("cards").asInt());
        assertThat(catalogue().path("version")).isEqualTo(before.path("version"));
        // the time of the last import may be a later one
        before = catalogue();
    }

    @Test
    void the_cards_that_an_import_added_are_listed_page_by_page() {
        Api admin = tracker.asAdmin();
        JsonNode first = StreamSupport.stream(
                        admin.json("/api/v2/imports?limit=100").path("data").spliterator(), false)
                .filter(run -> run.path("added").asInt() > 0)
                .findFirst()
                .orElseThrow();
        Set<String> ids = new HashSet<>();
        int lines = 0;
        String next = first.path("changes").asText() + "?limit=700";
        while (next != null) {
            HttpResponse<String> response = admin.get(next);
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            JsonNode page = Api.parsed(response.body());
            assertThat(page.path("total").asInt()).isEqualTo(first.path("added").asInt());
            for (JsonNode change : page.path("data")) {
                assertThat(change.path("kind").asText()).isEqualTo("added");
                ids.add(change.path("id").asText());
                lines++;
            }
            next = page.has("next") ? page.path("next").asText() : null;
            assertThat(response.headers().firstValue("Link").orElse(null))
                    .isEqualTo(next == null ? null : "<" + next + ">; rel=\"next\"");
        }
        assertThat(lines).isEqualTo(first.path("added").asInt());
        assertThat(ids).hasSize(lines);
    }

    /** Nobody listens where this server takes Scryfall to be. */
    @Test
    void scryfall_is_asked_through_a_circuit_breaker() {
        JsonNode run = Imports.of(tracker).finished("scryfall");

        assertThat(run.path("outcome").asText()).isEqualTo("failed");
        assertThat(run.path("message").asText()).containsAnyOf("does not answer", "is not asked at the moment");
        assertThat(tracker.api().get("/metrics?scope=base").body())
                .contains("ft_circuitbreaker_calls_total")
                .contains("org.mtgtracker.catalog.control.Web.scryfall");
    }

    @Test
    void a_file_that_is_not_there_is_refused_at_once() {
        String missing = folder.resolve("missing.json").toString();

        HttpResponse<String> response = Imports.of(tracker).started(missing, "missing");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(Api.parsed(response.body()).path("detail").asText()).contains(missing);
    }

    @Test
    void an_empty_file_fails() throws IOException {
        assertThat(failure("empty.json", new byte[0])).contains("empty.json", "empty");
    }

    @Test
    void a_web_page_fails_and_is_called_one() throws IOException {
        byte[] page = "<!DOCTYPE html><html><body>Not found</body></html>".getBytes(UTF_8);

        assertThat(failure("page.json", page)).contains("page.json", "HTML");
    }

    @Test
    void plain_text_fails_and_is_shown() throws IOException {
        assertThat(failure("cards.csv", "name,set_code,collector_number\n".getBytes(UTF_8)))
                .contains("not JSON", "name,set_code");
    }

    @Test
    void a_picture_fails_and_is_called_one() throws IOException {
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13};

        assertThat(failure("cards.png", picture)).contains("PNG");
    }

    @Test
    void a_truncated_gzip_fails_and_says_where_it_ends() throws IOException {
        byte[] whole = packed(cards("").getBytes(UTF_8));

        assertThat(failure("truncated.json.gz", Arrays.copyOf(whole, whole.length / 2)))
                .contains("truncated.json.gz")
                .matches("(?s).*(byte|ends).*");
    }

    @Test
    void truncated_json_fails_and_says_where_it_ends() throws IOException {
        String whole = cards("");

        assertThat(failure(
                        "truncated.json",
                        whole.substring(0, whole.length() - 40).getBytes(UTF_8)))
                .contains("truncated.json", "card object");
    }

    @Test
    void a_broken_object_in_the_middle_fails_and_is_named_by_number_and_line() throws IOException {
        String message =
                failure("broken.json", cards("{\"object\":\"card\",\"id\":,}").getBytes(UTF_8));

        assertThat(message).contains("broken.json", "card object 4", "line 5");
    }

    @Test
    void an_object_without_an_id_fails_and_is_named_by_number_and_line() throws IOException {
        String message = failure(
                "nameless.json", cards("{\"object\":\"card\",\"name\":\"X\"}").getBytes(UTF_8));

        assertThat(message).contains("nameless.json", "card object 4", "line 5", "id");
    }

    /** Three cards of the demo, the given object, and two more, one on each line. */
    private String cards(String broken) {
        JsonNode found = tracker.api().json("/api/v2/cards?limit=5").path("data");
        StringBuilder text = new StringBuilder("[\n");
        for (int i = 0; i < found.size(); i++) {
            if (i == 3 && !broken.isEmpty()) {
                text.append(broken).append(",\n");
            }
            text.append(found.get(i)).append(i < found.size() - 1 ? ",\n" : "\n");
        }
        return text.append("]\n").toString();
    }

    private String failure(String name, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve(name), content);
        JsonNode run = Imports.of(tracker).finished(file.toString());
        assertThat(run.path("outcome").asText()).as(run.toString()).isEqualTo("failed");
        assertThat(run.path("finishedAt").asText()).isNotEmpty();
        return run.path("message").asText();
    }

    private static byte[] packed(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }
}
