package org.mtgtracker.running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Starts that cannot go well: each ends by itself, with its own exit code and a sentence that says what to do. */
@ExtendWith(SharedTracker.class)
class LauncherIT {
    private static final Pattern PORT = Pattern.compile("--port=(\\d+)");

    private final RunningTracker shared;

    LauncherIT(RunningTracker shared) {
        this.shared = shared;
    }

    @Test
    void help_names_the_options_the_variables_and_the_exit_codes() {
        try (RunningTracker tracker = TrackerCommand.named("help").launchBare("--help")) {
            assertThat(tracker.awaitExit()).isZero();
            assertThat(tracker.output())
                    .contains("--port", "--data", "--catalogue", "--log-file", "DB_HOST", "DRAIN_SECONDS", "11 port");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--no-such-option", "--port=many", "surplus"})
    void a_wrong_command_line_is_named(String word) {
        try (RunningTracker tracker = TrackerCommand.named("wrong-words").launchBare(word)) {
            assertThat(tracker.awaitExit()).isEqualTo(2);
            assertThat(tracker.output()).contains(word.replaceAll(".*=", ""), "--help");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "65536"})
    void a_port_that_is_none_is_refused_with_what_is_allowed(String port) {
        try (RunningTracker tracker = TrackerCommand.named("no-port").launchBare("--port=" + port)) {
            assertThat(tracker.awaitExit()).isIn(2, 17);
            assertThat(tracker.output()).contains(port, "65535");
        }
    }

    @Test
    void a_port_that_another_has_is_named() {
        expectFailure(
                TrackerCommand.named("port-taken").port(shared.port()), 11, Integer.toString(shared.port()), "port");
    }

    @Test
    void a_data_folder_that_another_start_uses_is_named() {
        expectFailure(
                TrackerCommand.named("folder-in-use").data(shared.data()),
                12,
                shared.data().toString(),
                "in use");
        assertThat(shared.api().json("/health/ready").path("status").asText()).isEqualTo("UP");
    }

    @Test
    void a_data_folder_that_cannot_be_made_is_named() throws IOException {
        Path file = Files.writeString(TrackerCommand.folder("no-folder").resolve("file"), "not a folder");

        expectFailure(TrackerCommand.named("no-folder").data(file.resolve("data")), 17, "file/data", "--data");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no-such-file.json.gz",
                "file:///no/such/no-such-file.json.gz",
                "file://elsewhere/no-such-file.json.gz"
            })
    void a_catalogue_that_is_not_there_is_named(String file) {
        expectFailure(
                TrackerCommand.named("no-catalogue").with("--catalogue=" + file),
                17,
                "no-such-file.json.gz",
                "--catalogue",
                "demo, scryfall");
    }

    @Test
    void a_database_that_does_not_answer_is_named() {
        int port = TrackerCommand.freePort();

        expectFailure(
                database("unreachable", port, "tracker", "x").environment("DB_WAIT_SECONDS", "1"),
                13,
                "127.0.0.1:" + port,
                "DB_HOST");
    }

    @Test
    void a_database_that_refuses_the_account_is_named() {
        expectFailure(database("refused", primaryPort(), "tracker", "wrong"), 14, "tracker", "DB_PASS");
        expectFailure(database("refused", primaryPort(), "nobody", "wrong"), 14, "nobody", "DB_USER");
    }

    @Test
    void an_account_without_a_password_is_asked_for_one() {
        expectFailure(TrackerCommand.named("no-account").environment("DB_HOST", "127.0.0.1"), 17, "DB_USER");
    }

    @Test
    void a_setting_that_is_no_number_is_named_with_what_is_allowed() {
        expectFailure(
                TrackerCommand.named("wrong-setting").environment("DRAIN_SECONDS", "soon"),
                17,
                "DRAIN_SECONDS",
                "soon",
                "600");
    }

    @Test
    void an_application_that_is_not_there_is_named() {
        expectFailure(TrackerCommand.named("no-ear").with("--ear=/nowhere/tracker.ear"), 16, "/nowhere/tracker.ear");
    }

    @Test
    void an_application_that_does_not_deploy_ends_the_start_and_its_databases() throws IOException {
        Path ear = Files.write(TrackerCommand.folder("broken-ear").resolve("broken.ear"), "no archive".getBytes(UTF_8));

        expectFailure(TrackerCommand.named("broken-ear").with("--ear=" + ear), 15, "broken.ear", "log");
    }

    private int primaryPort() {
        String commandLine = shared.database("primary")
                .flatMap(handle -> handle.info().commandLine())
                .orElseThrow();
        Matcher matcher = PORT.matcher(commandLine);
        assertThat(matcher.find()).as(commandLine).isTrue();
        return Integer.parseInt(matcher.group(1));
    }

    private static TrackerCommand database(String name, int port, String user, String password) {
        return TrackerCommand.named(name)
                .environment("DB_HOST", "127.0.0.1")
                .environment("DB_PORT", Integer.toString(port))
                .environment("DB_USER", user)
                .environment("DB_PASS", password);
    }

    private static void expectFailure(TrackerCommand command, int exitCode, String... words) {
        try (RunningTracker tracker = command.launch()) {
            assertThat(tracker.awaitExit()).as(tracker.output()).isEqualTo(exitCode);
            assertThat(tracker.output()).contains(words).doesNotContain("Exception", "\tat ");
        }
    }
}
