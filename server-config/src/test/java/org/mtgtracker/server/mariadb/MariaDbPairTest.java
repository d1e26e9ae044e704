package org.mtgtracker.server.mariadb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** One running pair and what may happen to it; every test leaves a pair that replicates. */
@TestInstance(Lifecycle.PER_CLASS)
class MariaDbPairTest {
    private Path data;
    private MariaDbPair pair;

    @BeforeAll
    void start(@TempDir Path temp) {
        data = temp.resolve("tracker data");
        pair = MariaDbPair.start(Unpacked.installation(), data, Unpacked.settings(), line -> {});
    }

    @AfterAll
    void stop() {
        if (pair != null) {
            pair.close();
        }
    }

    @BeforeEach
    void emptyTable() throws SQLException {
        Sql.run(
                pair.primary(),
                "DROP TABLE IF EXISTS card",
                "CREATE TABLE card (id INT PRIMARY KEY, name VARCHAR(100))",
                "INSERT INTO card VALUES (1, 'Æther')");
        awaitReplica("1");
    }

    @Test
    void a_write_on_the_primary_arrives_on_the_replica() throws SQLException {
        Sql.run(pair.primary(), "INSERT INTO card VALUES (2, 'two')");

        awaitReplica("1", "2");
        assertThat(Sql.column(pair.replica(), "SELECT id FROM card WHERE name = 'aether'"))
                .containsExactly("1");
    }

    @Test
    void the_servers_are_set_up_like_a_strict_mysql() throws SQLException {
        for (Endpoint endpoint : List.of(pair.primary(), pair.replica())) {
            assertThat(Sql.column(endpoint, "SELECT @@global.sql_mode").get(0))
                    .contains("ONLY_FULL_GROUP_BY", "STRICT_TRANS_TABLES");
            assertThat(Sql.column(endpoint, """
                            SELECT CONCAT_WS(' ', @@global.time_zone, @@collation_database, @@global.binlog_format,
                              @@global.gtid_strict_mode, @@global.sync_binlog, @@global.local_infile,
                              @@global.max_allowed_packet)
                            """)).containsExactly("+00:00 utf8mb4_unicode_520_ci ROW ON 1 ON 67108864");
        }
    }

    @Test
    void the_application_account_has_its_database_and_nothing_else() throws SQLException {
        assertThat(Sql.column(pair.primary(), "SHOW GRANTS"))
                .hasSize(2)
                .anyMatch(grant -> grant.startsWith("GRANT USAGE ON *.* TO "))
                .anyMatch(grant -> grant.startsWith("GRANT ALL PRIVILEGES ON `tracker`.* TO "));
        assertThat(Sql.column(pair.replica(), "SHOW GRANTS"))
                .hasSize(2)
                .anyMatch(grant -> grant.startsWith("GRANT USAGE ON *.* TO "))
                .anyMatch(grant -> grant.startsWith("GRANT SELECT ON `tracker`.* TO "));
    }

    @Test
    void nobody_but_root_writes_on_the_replica() {
        Endpoint application = pair.primary();
        Endpoint onReplica = new Endpoint(
                application.host(),
                pair.replica().port(),
                application.database(),
                application.user(),
                application.password());

        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> Sql.run(onReplica, "INSERT INTO card VALUES (3, 'three')"))
                .withMessageContaining("read-only");
        Endpoint reader = pair.replica();
        Endpoint onPrimary =
                new Endpoint(reader.host(), application.port(), reader.database(), reader.user(), reader.password());
        for (Endpoint anywhere : List.of(reader, onPrimary)) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> Sql.run(anywhere, "INSERT INTO card VALUES (3, 'three')"))
                    .withMessageMatching(".*(denied|read-only).*");
        }
    }

    @Test
    void there_are_no_accounts_without_a_password_and_no_test_database() throws SQLException {
        for (Role role : Role.values()) {
            try (Connection root = pair.asRoot(role)) {
                assertThat(Sql.column(root, "SELECT CONCAT(user, '@', host) FROM mysql.global_priv ORDER BY user"))
                        .containsExactly(
                                "mariadb.sys@localhost",
                                "reader@127.0.0.1",
                                "replication@127.0.0.1",
                                "root@127.0.0.1",
                                "tracker@127.0.0.1");
                assertThat(Sql.column(root, "SHOW DATABASES"))
                        .contains("tracker")
                        .doesNotContain("test");
            }
        }
        for (String user : List.of("root", "tracker", "nobody", "")) {
            Endpoint open = new Endpoint("127.0.0.1", pair.primary().port(), "", user, "");
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> Sql.column(open, "SELECT 1"))
                    .satisfies(refusal ->
                            assertThat(Accounts.isRefusal(refusal)).as(user).isTrue());
        }
    }

    @Test
    void it_is_not_reached_from_another_machine() throws IOException {
        List<Inet4Address> others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(Inet4Address.class::isInstance)
                .map(Inet4Address.class::cast)
                .filter(address -> !address.isLoopbackAddress())
                .toList();
        assumeThat(others).as("an address besides loopback").isNotEmpty();
        for (Inet4Address address : others) {
            for (int port : List.of(pair.primary().port(), pair.replica().port())) {
                try (Socket socket = new Socket()) {
                    assertThatThrownBy(() -> socket.connect(new InetSocketAddress(address, port), 2_000))
                            .isInstanceOf(IOException.class);
                }
            }
        }
    }

    @Test
    void passwords_are_kept_for_the_owner_alone_and_said_nowhere() throws IOException {
        List<String> passwords = Files.readAllLines(data.resolve("accounts.properties")).stream()
                .filter(line -> line.contains("="))
                .map(line -> line.substring(line.indexOf('=') + 1))
                .toList();
        assertThat(passwords)
                .hasSize(4)
                .doesNotHaveDuplicates()
                .contains(pair.primary().password())
                .allMatch(password -> password.length() >= 32);
        assertThat(pair.primary().toString()).doesNotContain(passwords);
        String commands = String.join(
                " ",
                pair.primaryProcess().info().commandLine().orElse(""),
                pair.replicaProcess().info().commandLine().orElse(""));
        assertThat(commands).doesNotContain(passwords);
        try (Stream<Path> logs = Files.list(data.resolve("logs"))) {
            assertThat(logs).isNotEmpty().allSatisfy(log -> assertThat(
                            Files.readString(log, StandardCharsets.ISO_8859_1))
                    .doesNotContain(passwords));
        }
        try (Stream<Path> files = Files.list(data)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "accounts.properties", "ports.properties", "lock", "logs", "tmp", "primary", "replica");
        }
        assumeThat(data.getFileSystem().supportedFileAttributeViews()).contains("posix");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("accounts.properties"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                .isEqualTo("rwx------");
    }

    @Test
    void a_second_start_over_the_same_folder_is_refused_and_harms_nobody() throws SQLException {
        assertThatExceptionOfType(DatabaseFailure.class)
                .isThrownBy(() -> MariaDbPair.start(Unpacked.installation(), data, line -> {}))
                .withMessageContaining("in use by another start")
                .withMessageContaining(Long.toString(ProcessHandle.current().pid()));
        assertThat(Sql.column(pair.primary(), "SELECT id FROM card")).containsExactly("1");
    }

    @Test
    void data_and_ports_survive_a_stop_and_a_start() throws SQLException {
        List<ProcessHandle> before = List.of(pair.primaryProcess(), pair.replicaProcess());
        int port = pair.primary().port();
        pair.close();
        pair.close();
        assertThat(before).noneMatch(ProcessHandle::isAlive);

        pair = MariaDbPair.start(Unpacked.installation(), data, Unpacked.settings(), line -> {});

        assertThat(pair.primary().port()).isEqualTo(port);
        assertThat(Sql.column(pair.replica(), "SELECT name FROM card")).containsExactly("Æther");
        Sql.run(pair.primary(), "INSERT INTO card VALUES (2, 'two')");
        awaitReplica("1", "2");
    }

    @Test
    void a_killed_primary_comes_back_on_its_port_with_its_rows() throws SQLException {
        int port = pair.primary().port();
        ProcessHandle killed = pair.primaryProcess();
        killed.destroyForcibly();

        soon().ignoreExceptions()
                .until(() -> !pair.primaryProcess().equals(killed)
                        && !Sql.column(pair.primary(), "SELECT id FROM card").isEmpty());

        assertThat(pair.primary().port()).isEqualTo(port);
        Sql.run(pair.primary(), "INSERT INTO card VALUES (2, 'two')");
        awaitReplica("1", "2");
    }

    @Test
    void a_server_that_starts_leaves_the_temporary_tables_of_the_other_alone() throws SQLException {
        try (Connection session = Accounts.connect(pair.primary())) {
            Sql.run(session, "CREATE TEMPORARY TABLE staged (id INT) ENGINE=Aria", "INSERT INTO staged VALUES (7)");
            ProcessHandle killed = pair.replicaProcess();
            killed.destroyForcibly();
            soon().until(() -> !pair.replicaProcess().equals(killed));
            awaitReplica("1");

            Sql.run(session, "CREATE TEMPORARY TABLE copied ENGINE=Aria SELECT id FROM staged", "DROP TABLE staged");
            assertThat(Sql.column(session, "SELECT id FROM copied")).containsExactly("7");
        }
    }

    @Test
    void a_killed_replica_comes_back_and_catches_up() throws SQLException {
        ProcessHandle killed = pair.replicaProcess();
        killed.destroyForcibly();
        Sql.run(pair.primary(), "INSERT INTO card VALUES (2, 'two')");

        awaitReplica("1", "2");
        assertThat(pair.replicaProcess()).isNotEqualTo(killed);
    }

    @Test
    void a_replica_whose_folder_is_deleted_is_copied_anew_while_the_primary_works() throws Exception {
        Sql.run(
                pair.primary(),
                "DROP TABLE IF EXISTS odd",
                """
                CREATE TABLE odd (id BINARY(16) PRIMARY KEY, doc JSON, name VARCHAR(50) COLLATE utf8mb4_bin,
                  cents INT AS (JSON_VALUE(doc, '$.cents')), day DATE, UNIQUE (name), CHECK (cents > 0))
                """,
                "INSERT INTO odd (id, doc, name) VALUES (UNHEX('00FF0A0D271A5C22'), '{\"cents\": 5}', 'û\\\\\n🂡')");
        ProcessHandle before = pair.replicaProcess();
        FolderTree.delete(data.resolve("replica"));
        Sql.run(pair.primary(), "INSERT INTO card VALUES (2, 'two')");

        soon().until(() -> !pair.replicaProcess().equals(before));
        Sql.run(pair.primary(), "INSERT INTO card VALUES (3, 'three')");
        awaitReplica("1", "2", "3");
        String whole = "SELECT CONCAT_WS('|', HEX(id), doc, HEX(name), cents, day IS NULL) FROM odd";
        assertThat(Sql.column(pair.replica(), whole)).hasSize(1).isEqualTo(Sql.column(pair.primary(), whole));
    }

    @Test
    void a_replica_that_misses_a_row_is_copied_anew() throws SQLException {
        try (Connection root = pair.asRoot(Role.REPLICA)) {
            Sql.run(root, "SET sql_log_bin=0", "DELETE FROM tracker.card");
        }
        Sql.run(pair.primary(), "UPDATE card SET name = 'one' WHERE id = 1", "INSERT INTO card VALUES (2, 'two')");

        awaitReplica("1", "2");
        assertThat(Sql.column(pair.replica(), "SELECT name FROM card ORDER BY id"))
                .containsExactly("one", "two");
    }

    @Test
    void a_replica_whose_place_is_in_the_log_no_more_is_copied_anew_with_the_accounts() throws SQLException {
        try (Connection root = pair.asRoot(Role.PRIMARY)) {
            Sql.run(
                    root,
                    "SET sql_log_bin=0",
                    "INSERT INTO tracker.card VALUES (2, 'not in any log')",
                    "CREATE USER visitor@'127.0.0.1' IDENTIFIED BY 'a visitor'",
                    "GRANT SELECT ON tracker.* TO visitor@'127.0.0.1'",
                    "RESET MASTER",
                    "SET sql_log_bin=1",
                    "INSERT INTO tracker.card VALUES (3, 'three')");
        }
        try {
            awaitReplica("1", "2", "3");
            Endpoint visitor = new Endpoint("127.0.0.1", pair.replica().port(), "tracker", "visitor", "a visitor");
            assertThat(Sql.column(visitor, "SELECT COUNT(*) FROM card")).containsExactly("3");
        } finally {
            try (Connection root = pair.asRoot(Role.PRIMARY)) {
                Sql.run(root, "DROP USER visitor@'127.0.0.1'");
            }
        }
    }

    @Test
    void a_replica_that_was_told_to_stop_following_is_started_again() throws SQLException {
        try (Connection root = pair.asRoot(Role.REPLICA)) {
            Sql.run(root, "STOP SLAVE");
        }
        Sql.run(pair.primary(), "INSERT INTO card VALUES (2, 'two')");

        awaitReplica("1", "2");
    }

    private void awaitReplica(String... ids) {
        soon().ignoreExceptions()
                .untilAsserted(() -> assertThat(Sql.column(pair.replica(), "SELECT id FROM card ORDER BY id"))
                        .containsExactly(ids));
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));
    }
}
