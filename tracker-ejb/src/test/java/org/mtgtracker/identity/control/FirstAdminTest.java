package org.mtgtracker.identity.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtgtracker.identity.MemoryEntities;
import org.mtgtracker.identity.PlainHash;
import org.mtgtracker.identity.boundary.Callers;
import org.mtgtracker.identity.boundary.Role;
import org.mtgtracker.identity.entity.User;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;
import org.mtgtracker.persistence.boundary.SchemaReady;

class FirstAdminTest {
    private static final String KEY = "mtg_abcd1234_" + "k".repeat(40);

    @TempDir
    Path folder;

    private final MemoryEntities entities = new MemoryEntities();
    private final Passwords passwords = new Passwords(new PlainHash());
    private final Parts parts = new Parts(
            entities, Clock.systemUTC(), Ticker.systemTicker(), new PlainHash(), Optional.empty(), Map.of(), List.of());
    private final Callers callers = new Callers(entities, parts.accessTokens, parts.known, parts.keyUse);
    private Path handover;

    @BeforeEach
    void handover() {
        handover = folder.resolve("first-admin.properties");
    }

    private boolean opens(String name, String password) {
        return entities.users().stream()
                .anyMatch(user -> user.name().equals(name)
                        && user.role() == Role.ADMIN
                        && passwords.matches(password, user.passwordHash()));
    }

    @Test
    void what_is_handed_over_lets_the_admin_in_both_ways() throws IOException {
        start(null, null, handover);

        Properties told = told();
        assertThat(opens(told.getProperty("user"), told.getProperty("password")))
                .isTrue();
        assertThat(callers.byApiKey(told.getProperty("apiKey")).orElseThrow().roles())
                .contains(Role.ADMIN);
    }

    @Test
    void only_the_owner_can_read_what_is_handed_over() throws IOException {
        start(null, null, handover);

        assertThat(Files.getPosixFilePermissions(handover))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(handover);
        }
    }

    @Test
    void a_second_start_makes_nothing_and_tells_nothing() throws IOException {
        start(null, null, handover);
        Files.delete(handover);

        start(null, null, handover);

        assertThat(entities.users()).hasSize(1);
        assertThat(handover).doesNotExist();
    }

    @Test
    void settings_are_used_and_not_told_again() {
        start("correct horse", KEY, handover);

        assertThat(opens("admin", "correct horse")).isTrue();
        assertThat(callers.byApiKey(KEY)).isPresent();
        assertThat(handover).doesNotExist();
    }

    @Test
    void what_is_not_set_is_random_and_told() throws IOException {
        start("correct horse", null, handover);

        assertThat(told().getProperty("password")).isNull();
        assertThat(callers.byApiKey(told().getProperty("apiKey"))).isPresent();
    }

    @Test
    void a_set_password_alone_makes_an_admin_without_a_key() {
        start("correct horse", null, null);

        assertThat(opens("admin", "correct horse")).isTrue();
        assertThat(entities.keys()).isEmpty();
    }

    @Test
    void a_set_key_alone_makes_an_admin_who_has_no_password() {
        start(null, KEY, null);

        assertThat(callers.byApiKey(KEY)).isPresent();
        assertThat(entities.users().get(0).passwordHash()).isEmpty();
    }

    @Test
    void nobody_is_made_whom_nobody_could_sign_in_as() {
        start(null, null, null);
        start(" ", "", null);

        assertThat(entities.users()).isEmpty();
    }

    @Test
    void an_unusable_setting_makes_nobody() {
        start("too short", null, handover);
        start(null, "my-key", handover);

        assertThat(entities.users()).isEmpty();
        assertThat(handover).doesNotExist();
    }

    @Test
    void the_pod_that_comes_second_tells_nothing() {
        Path others = folder.resolve("other-pod.properties");
        entities.beforeNextFlush(() -> start(null, null, others));

        start(null, null, handover);

        assertThat(entities.users()).hasSize(1);
        assertThat(entities.keys()).hasSize(1);
        assertThat(others).exists();
        assertThat(handover).doesNotExist();
    }

    @Test
    void the_pod_that_comes_second_leaves_the_first_ones_word_in_a_shared_folder() throws IOException {
        entities.beforeNextFlush(() -> start(null, null, handover));

        start(null, null, handover);

        assertThat(callers.byApiKey(told().getProperty("apiKey"))).isPresent();
    }

    @Test
    void what_was_told_is_taken_back_when_the_commit_fails() {
        entities.failNextCommitWithAUser(new DatabaseUnavailable("gone", null));

        start(null, null, handover);

        assertThat(entities.users()).isEmpty();
        assertThat(handover).doesNotExist();
    }

    @Test
    void nobody_is_made_when_the_word_cannot_be_passed_on() {
        start(null, null, folder.resolve("no/such/folder/first-admin.properties"));

        assertThat(entities.users()).isEmpty();
    }

    @Test
    void a_file_left_by_a_start_that_failed_is_replaced() throws IOException {
        Files.writeString(handover, "password=stale");

        start(null, null, handover);

        assertThat(opens("admin", told().getProperty("password"))).isTrue();
    }

    @Test
    void an_admin_of_another_name_is_enough() {
        entities.with(new User(UUID.randomUUID(), "jaya", Optional.empty(), Role.ADMIN, java.time.Instant.now()));

        start(null, null, handover);

        assertThat(entities.users()).hasSize(1);
    }

    @Test
    void a_user_called_admin_does_not_become_one() {
        entities.with(new User(UUID.randomUUID(), "Admin", Optional.empty(), Role.USER, java.time.Instant.now()));

        start(null, null, handover);

        assertThat(entities.users()).extracting(User::role).containsExactly(Role.USER);
        assertThat(handover).doesNotExist();
    }

    private void start(String password, String key, Path file) {
        FirstAdminSettings settings = new FirstAdminSettings(
                Optional.ofNullable(password),
                Optional.ofNullable(key),
                Optional.ofNullable(file).map(Path::toString));
        new FirstAdmin(entities, passwords, settings).onSchemaReady(new SchemaReady("4"));
    }

    private Properties told() throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(handover)) {
            properties.load(reader);
        }
        return properties;
    }
}
