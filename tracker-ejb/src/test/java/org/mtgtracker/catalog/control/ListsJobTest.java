package org.mtgtracker.catalog.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mtgtracker.catalog.CardText.card;
import static org.mtgtracker.catalog.CardText.lines;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtgtracker.DatabaseUnderTest;
import org.mtgtracker.OnEachDatabase;
import org.mtgtracker.catalog.boundary.CatalogueImported;
import org.mtgtracker.catalog.boundary.References;
import org.mtgtracker.jobs.LeaseDouble;
import org.mtgtracker.jobs.boundary.JobFailed;
import org.mtgtracker.jobs.boundary.JobRun;
import org.mtgtracker.jobs.boundary.JobRun.Outcome;

/** Sets, symbols, moved ids, tags and rulings come in from a server that behaves as Scryfall does. */
@OnEachDatabase
class ListsJobTest {
    private static final String ORACLE = "00000000-0000-0007-0000-000000000001";
    private static final String LISTS = "SELECT kind, items FROM reference_list ORDER BY kind";
    private static final String OBJECTS = "SELECT kind, id FROM reference_object ORDER BY kind, id";
    private static final String SET_TWO =
            "{\"object\":\"set\",\"code\":\"two\",\"name\":\"Two\",\"released_at\":\"2021-01-01\"}";

    private final ScryfallDouble scryfall = new ScryfallDouble();
    private final ImportingTracker tracker;

    @TempDir
    Path folder;

    ListsJobTest(DatabaseUnderTest database) {
        tracker = new ImportingTracker(database.schema("lists_job"));
    }

    @BeforeEach
    void everythingIsThere() {
        tracker.reset();
        scryfall.list(
                "/sets", "{\"object\":\"set\",\"code\":\"tst\",\"name\":\"Test\",\"released_at\":\"2020-01-01\"}");
        scryfall.list("/symbology", "{\"object\":\"card_symbol\",\"symbol\":\"{W}\"}");
        scryfall.file(
                "/migrations",
                "{\"object\":\"list\",\"has_more\":true,\"next_page\":\"" + scryfall.url()
                        + "/migrations?page=2\",\"data\":[" + migration("m1", 1, 2) + "]}");
        scryfall.list("/migrations?page=2", migration("m2", 3, 4));
        bulk("2026-07-01T09:00:00Z");
        scryfall.file("/files/oracle_tags", "{\"object\":\"tag\",\"slug\":\"ramp\",\"taggings\":[]}\n");
        scryfall.file("/files/art_tags", "{\"object\":\"tag\",\"slug\":\"cat\",\"taggings\":[]}\n");
        scryfall.file("/files/rulings", ruling("First.") + "\n" + ruling("Second.") + "\n");
    }

    @AfterEach
    void stop() {
        scryfall.close();
    }

    @Test
    void every_list_comes_in_as_scryfalls_objects() {
        JobRun run = run();
        assertThat(run.outcome()).as(run.message()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(tracker.query(LISTS))
                .containsExactly("art_tag 1", "migration 2", "oracle_tag 1", "rulings 1", "set 1", "symbol 1");
        assertThat(tracker.query(OBJECTS))
                .containsExactly(
                        "art_tag cat",
                        "migration m1",
                        "migration m2",
                        "oracle_tag ramp",
                        "rulings " + ORACLE,
                        "set tst",
                        "symbol {W}");
        References references = new References(tracker.rows());
        assertThat(new String(references.rulings(UUID.fromString(ORACLE))))
                .isEqualTo("[" + ruling("First.") + "," + ruling("Second.") + "]");
        assertThat(references.symbols()).hasSize(1);
    }

    @Test
    void the_same_lists_again_write_nothing_and_fetch_no_file() {
        tracker.importText(folder, lines(card(1)));
        run();
        String version = tracker.query("SELECT version FROM catalogue").get(0);
        scryfall.asked().clear();
        JobRun again = run();
        assertThat(again.message()).contains("1 sets, 0 of them changed");
        assertThat(scryfall.asked()).noneMatch(path -> path.startsWith("/files/"));
        assertThat(tracker.query("SELECT version FROM catalogue")).containsExactly(version);
    }

    @Test
    void a_list_that_changed_gives_the_catalogue_a_new_version() {
        tracker.importText(folder, lines(card(1)));
        run();
        scryfall.list("/sets", SET_TWO);
        bulk("2026-07-02T09:00:00Z");
        scryfall.file("/files/oracle_tags", "{\"object\":\"tag\",\"slug\":\"removal\"}\n");
        long before = tracker.told(CatalogueImported.class).size();
        String version = tracker.query("SELECT version FROM catalogue").get(0);
        run();
        assertThat(tracker.query("SELECT id FROM reference_object WHERE kind IN ('set', 'oracle_tag') ORDER BY id"))
                .containsExactly("removal", "two");
        assertThat(tracker.query("SELECT version FROM catalogue")).doesNotContain(version);
        assertThat(tracker.told(CatalogueImported.class)).hasSizeGreaterThan((int) before);
    }

    @Test
    void a_list_that_cannot_be_had_stays_and_does_not_hinder_the_others() {
        run();
        scryfall.file("/symbology", "<html>Please sign in to the hotel's network</html>");
        scryfall.list("/sets", SET_TWO);
        JobRun run = run();
        assertThat(run.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(run.message()).contains("symbology: ", "did not answer with JSON", "1 sets, 2 of them changed");
        assertThat(tracker.query("SELECT id FROM reference_object WHERE kind IN ('set', 'symbol') ORDER BY id"))
                .containsExactly("two", "{W}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "1-1-1-1-1"})
    void a_list_with_too_many_broken_objects_is_refused(String id) {
        run();
        bulk("2026-07-02T09:00:00Z");
        scryfall.file("/files/rulings", "{\"object\":\"ruling\",\"oracle_id\":\"" + id + "\"}\n");
        JobRun run = run();
        assertThat(run.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(run.message()).contains("rulings: 1 of 1 objects are broken", "it must be a UUID");
        assertThat(tracker.query("SELECT items FROM reference_list WHERE kind = 'rulings'"))
                .containsExactly("1");
    }

    @Test
    void sets_are_told_from_the_list_and_otherwise_from_the_cards() {
        tracker.importText(
                folder, lines(card(1), card(2).with("set", "\"old\"").with("released_at", "\"1999-01-01\"")));
        run();
        References references = new References(tracker.rows());
        assertThat(references.sets()).extracting(References.SetJson::code).containsExactly("tst", "old");
        assertThat(new String(references.set("TST").orElseThrow().json())).contains("\"name\":\"Test\"");
        assertThat(new String(references.set("old").orElseThrow().json()))
                .contains("\"name\":\"Test Set\"", "\"card_count\":1");
        assertThat(references.set("none")).isEmpty();
    }

    @Test
    void a_fault_without_a_message_does_not_hinder_the_other_lists() {
        JobRun run = run(web("/symbology", new ClosedChannelException()));
        assertThat(run.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(run.message()).contains("symbology: ClosedChannelException; ", "1 rulings, 1 of them changed");
    }

    @Test
    void an_error_of_the_program_is_not_one_of_storing_and_what_came_before_it_is_told() {
        tracker.importText(folder, lines(card(1)));
        int before = tracker.told(CatalogueImported.class).size();
        JobRun run = run(web("/symbology", new IllegalStateException("a slip")));
        assertThat(run.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(run.message())
                .startsWith("An error of the program")
                .contains("a slip")
                .doesNotContain("stored");
        assertThat(tracker.query("SELECT id FROM reference_object")).contains("tst");
        assertThat(tracker.told(CatalogueImported.class)).hasSize(before + 1);
    }

    @Test
    void a_failure_keeps_what_it_comes_from() {
        ClosedChannelException cause = new ClosedChannelException();
        ListsJob job = new ListsJob(sources(web("/symbology", cause)), tracker.rows(), tracker.runs(), event -> {});
        assertThatThrownBy(() -> job.run(LeaseDouble.HELD))
                .isInstanceOf(JobFailed.class)
                .hasCause(cause);
    }

    /** The web, with a fault at one path. */
    private static Web web(String path, Exception fault) {
        return new Web(Duration.ofSeconds(5), Duration.ofSeconds(10)) {
            @Override
            public Answer scryfall(URI address, Map<String, String> headers) throws IOException {
                if (address.getPath().equals(path)) {
                    if (fault instanceof IOException e) {
                        throw e;
                    }
                    throw (RuntimeException) fault;
                }
                return super.scryfall(address, headers);
            }
        };
    }

    private JobRun run() {
        return run(new Web(Duration.ofSeconds(5), Duration.ofSeconds(10)));
    }

    private JobRun run(Web web) {
        return tracker.jobs(sources(web), Runnable::run).doNow(ListsJob.NAME, "");
    }

    private Sources sources(Web web) {
        return new Sources(Optional.empty(), scryfall.url(), web, ImportingTracker.once());
    }

    private void bulk(String updated) {
        scryfall.list(
                "/bulk-data",
                List.of("oracle_tags", "art_tags", "rulings").stream()
                        .map(type -> "{\"object\":\"bulk_data\",\"type\":\"" + type + "\",\"updated_at\":\"" + updated
                                + "\",\"jsonl_download_uri\":\"" + scryfall.url() + "/files/" + type + "\"}")
                        .toArray(String[]::new));
    }

    private static String migration(String id, int from, int into) {
        return "{\"object\":\"migration\",\"id\":\"" + id + "\",\"migration_strategy\":\"merge\",\"old_scryfall_id\":\""
                + new UUID(1, from) + "\",\"new_scryfall_id\":\"" + new UUID(1, into) + "\"}";
    }

    private static String ruling(String comment) {
        return "{\"object\":\"ruling\",\"oracle_id\":\"" + ORACLE + "\",\"comment\":\"" + comment + "\"}";
    }
}
