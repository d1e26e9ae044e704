package org.mtgtracker.server.mariadb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Starts over one folder after ever worse things have happened to it: the story is in the order. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class MariaDbPairStartTest {
    private Path temp;
    private Path data;

    @BeforeAll
    void nameFolder(@TempDir Path folder) {
        temp = folder;
        data = temp.resolve("data");
    }

    @Test
    @Order(1)
    void what_a_start_left_half_initialised_is_made_again() throws Exception {
        Files.createDirectories(data.resolve("primary.new/mysql"));
        Files.writeString(data.resolve("primary.new/ibdata1"), "half a file");
        Files.createDirectories(data.resolve("primary"));

        try (MariaDbPair pair = start()) {
            Sql.run(pair.primary(), "CREATE TABLE card (id INT PRIMARY KEY)", "INSERT INTO card VALUES (1)");
        }

        assertThat(data.resolve("primary.new")).doesNotExist();
    }

    @Test
    @Order(2)
    void servers_left_running_by_a_killed_start_are_stopped_by_the_next() throws Exception {
        Process killed = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dmariadb.artefact=" + Unpacked.artefact(),
                        KilledStart.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<ProcessHandle> orphans;
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(killed.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(output.readLine()).isEqualTo(KilledStart.RUNNING);
            orphans = killed.children().toList();
        } finally {
            killed.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
        assertThat(orphans).hasSize(2).allMatch(ProcessHandle::isAlive);
        List<String> progress = new ArrayList<>();

        try (MariaDbPair pair = MariaDbPair.start(Unpacked.installation(), data, Unpacked.settings(), progress::add)) {
            assertThat(progress)
                    .filteredOn(line -> line.contains("earlier start"))
                    .hasSize(2);
            assertThat(orphans).doesNotContain(pair.primaryProcess(), pair.replicaProcess());
            assertThat(orphans).noneMatch(orphan -> orphan.info().arguments().isPresent());
            assertThat(Sql.column(pair.primary(), "SELECT id FROM card")).containsExactly("1");
        }
    }

    @Test
    @Order(3)
    void a_close_while_the_replica_is_copied_leaves_nothing_running() throws Exception {
        try (MariaDbPair pair = start()) {
            assertThat(Sql.column(pair.replica(), "SELECT id FROM card")).containsExactly("1");
            FolderTree.delete(data.resolve("replica"));
            await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(data.resolve("replica.new")));
        }

        assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive))
                .noneMatch(process -> process.info().commandLine().orElse("").contains(data.toString()));
    }

    @Test
    @Order(4)
    void a_replica_deleted_between_two_starts_is_copied_from_the_primary() throws Exception {
        FolderTree.delete(data.resolve("replica"));

        try (MariaDbPair pair = start()) {
            assertThat(Sql.column(pair.replica(), "SELECT id FROM card")).containsExactly("1");
        }
    }

    @Test
    @Order(5)
    void a_replica_with_broken_files_is_copied_from_the_primary() throws Exception {
        Files.writeString(data.resolve("replica/ibdata1"), "not a tablespace");

        try (MariaDbPair pair = start()) {
            assertThat(Sql.column(pair.replica(), "SELECT id FROM card")).containsExactly("1");
        }
    }

    @Test
    @Order(6)
    void lost_passwords_are_made_anew_and_the_rows_stay() throws Exception {
        String before = Files.readString(data.resolve("accounts.properties"));
        Files.delete(data.resolve("accounts.properties"));

        try (MariaDbPair pair = start()) {
            assertThat(before).doesNotContain(pair.primary().password());
            assertThat(Sql.column(pair.primary(), "SELECT id FROM card")).containsExactly("1");
            assertThat(Sql.column(pair.replica(), "SELECT id FROM card")).containsExactly("1");
        }
        assertThat(data.resolve("primary-accounts.sql")).doesNotExist();
    }

    @Test
    @Order(7)
    void a_port_that_was_asked_for_and_is_taken_is_named() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            MariaDbSettings settings = Unpacked.settings().onPorts(taken.getLocalPort(), 0);

            assertThatExceptionOfType(DatabaseFailure.class)
                    .isThrownBy(() -> MariaDbPair.start(Unpacked.installation(), data, settings, line -> {}))
                    .withMessageContaining("Port " + taken.getLocalPort())
                    .withMessageContaining("primary");
        }
    }

    @Test
    @Order(8)
    void a_primary_that_does_not_start_is_explained_with_its_log_and_kept() throws IOException {
        Path tablespace = data.resolve("primary/ibdata1");
        byte[] sound = Files.readAllBytes(tablespace);
        Files.writeString(tablespace, "not a tablespace");
        try {
            assertThatExceptionOfType(DatabaseFailure.class)
                    .isThrownBy(this::start)
                    .withMessageContaining("The primary database did not start (InnoDB: ")
                    .withMessageContaining("primary.log");
            assertThat(data.resolve("primary/tracker")).isDirectory();
        } finally {
            Files.write(tablespace, sound);
        }
    }

    @Test
    @Order(9)
    void the_last_copy_is_not_thrown_away_when_the_primary_is_gone() throws Exception {
        FolderTree.delete(data.resolve("primary"));

        assertThatExceptionOfType(DatabaseFailure.class)
                .isThrownBy(this::start)
                .withMessageContaining("rename that to \"primary\"");

        Files.move(data.resolve("replica"), data.resolve("primary"));
        try (MariaDbPair pair = start()) {
            Sql.run(pair.primary(), "INSERT INTO card VALUES (2)");
            assertThat(Sql.column(pair.primary(), "SELECT id FROM card")).containsExactly("1", "2");
            assertThat(Sql.column(pair.replica(), "SELECT id FROM card")).contains("1");
        }
    }

    @Test
    @Order(10)
    void files_that_are_no_data_are_left_alone() throws IOException, SQLException {
        Path other = temp.resolve("other");
        Files.createDirectories(other.resolve("primary"));
        Path file = Files.writeString(other.resolve("primary/letter.txt"), "mine");

        assertThatExceptionOfType(DatabaseFailure.class)
                .isThrownBy(() -> MariaDbPair.start(Unpacked.installation(), other, line -> {}))
                .withMessageContaining("no complete MariaDB data");
        assertThat(file).hasContent("mine");
    }

    private MariaDbPair start() {
        return MariaDbPair.start(Unpacked.installation(), data, Unpacked.settings(), line -> {});
    }
}
