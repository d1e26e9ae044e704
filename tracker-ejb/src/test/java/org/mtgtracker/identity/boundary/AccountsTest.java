package org.mtgtracker.identity.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mtgtracker.identity.boundary.Installation.HOME;
import static org.mtgtracker.identity.boundary.Installation.PASSWORD;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtgtracker.DatabaseUnderTest;
import org.mtgtracker.OnEachDatabase;

/** Accounts come about, change, and go. */
@OnEachDatabase
class AccountsTest extends AccountsHere {
    AccountsTest(DatabaseUnderTest database) {
        super(database);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "-jaya", "ja ya", "jaya@example.org", "jäya", "x<script>", "' or 1=1 --"})
    void a_name_that_is_none_is_refused(String name) {
        refused("name", new NewAccount(name, Optional.empty(), PASSWORD));
        refused("name", new NewAccount("x".repeat(51), Optional.empty(), PASSWORD));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "jaya",
                "jaya@",
                "jaya@localhost",
                "a@b@example.org",
                "jaya@example.org\r\nBcc: all@example.org",
                "jaya@-example.org",
                ".jaya@example.org",
                "Jaya <jaya@example.org>"
            })
    void an_address_that_is_none_is_refused(String email) {
        refused("email", new NewAccount("jaya", Optional.of(email), PASSWORD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "password", "12345678", "qwertyuiop", "Passw0rd!", "jaya-ballard"})
    void a_password_that_is_short_or_guessed_first_is_refused(String password) {
        refused("password", new NewAccount("jaya-ballard", Optional.empty(), password));
    }

    @Test
    void a_password_may_be_long_and_of_any_characters() {
        refused("password", new NewAccount("jaya", Optional.empty(), "x".repeat(257)));
        for (String password : List.of("ἄειδε θεά Πηληϊάδεω", "🔥🌋🏔🌅🔥🌋🏔🌄🐉", "z".repeat(64) + "y".repeat(150))) {
            String name = "n" + UUID.randomUUID();
            here.accounts.signUp(new NewAccount(name, Optional.empty(), password), HOME);
            assertThat(here.sessions.signIn(name, password, HOME).caller().name())
                    .isEqualTo(name);
        }
    }

    @Test
    void the_same_password_composed_otherwise_is_the_same() {
        String name = "n" + UUID.randomUUID();
        here.accounts.signUp(new NewAccount(name, Optional.empty(), "caf\u00e9 under the glacier"), HOME);

        assertThat(here.sessions
                        .signIn(name, "cafe\u0301 under the glacier", HOME)
                        .caller()
                        .name())
                .isEqualTo(name);
    }

    private void refused(String field, NewAccount wish) {
        assertThatExceptionOfType(BadDetail.class)
                .isThrownBy(() -> here.accounts.signUp(wish, HOME))
                .matches(bad -> bad.field().equals(field));
    }

    @Test
    void a_name_is_taken_whatever_its_case() {
        Account jaya = here.person();

        assertThatExceptionOfType(NameTaken.class)
                .isThrownBy(() -> here.accounts.signUp(
                        new NewAccount(jaya.name().toUpperCase(), Optional.empty(), PASSWORD), HOME));
    }

    @Test
    void an_address_that_somebody_has_is_not_told() {
        String email = UUID.randomUUID() + "@example.org";
        Account first = signUp(here, email);
        Account second = signUp(here, email);

        assertThat(second.email()).isEqualTo(first.email());
        // and while it is nobody's for certain, nobody signs in with it
        assertThatExceptionOfType(WrongCredentials.class).isThrownBy(() -> here.sessions.signIn(email, PASSWORD, HOME));
    }

    @Test
    void a_changed_password_ends_all_other_sessions() {
        Account jaya = here.person();
        SessionTokens mine = here.signIn(jaya);
        SessionTokens other = here.signIn(jaya);

        assertThatExceptionOfType(BadDetail.class)
                .isThrownBy(() -> here.accounts.changePassword(mine.caller(), "wrong", OTHER, HOME))
                .matches(bad -> bad.field().equals("currentPassword"));
        here.accounts.changePassword(mine.caller(), PASSWORD, OTHER, HOME);

        assertThat(here.callers.byAccessToken(mine.accessToken())).isEqualTo(mine.caller());
        assertThatExceptionOfType(WrongCredentials.class)
                .isThrownBy(() -> here.callers.byAccessToken(other.accessToken()));
        assertThatExceptionOfType(WrongCredentials.class).isThrownBy(() -> here.signIn(jaya));
        assertThat(here.sessions.signIn(jaya.name(), OTHER, HOME).caller().id()).isEqualTo(jaya.id());
        assertThat(here.acts(jaya.id())).contains(Act.PASSWORD_CHANGED);
    }

    @Test
    void a_new_password_that_may_not_be_is_no_guess_at_the_old_one() {
        SessionTokens mine = here.signIn(here.person());
        for (int attempt = 0; attempt < 15; attempt++) {
            assertThatExceptionOfType(BadDetail.class)
                    .isThrownBy(() -> here.accounts.changePassword(mine.caller(), PASSWORD, "12345678", HOME))
                    .matches(bad -> bad.field().equals("newPassword"));
        }

        here.accounts.changePassword(mine.caller(), PASSWORD, OTHER, HOME);

        assertThat(here.acts(mine.caller().id())).contains(Act.PASSWORD_CHANGED);
    }

    @Test
    void a_change_that_is_meant_for_an_account_as_it_was_is_not_made() {
        Caller admin = here.admin();
        Account read = here.person();
        Caller caller = here.signIn(read).caller();
        Account changed = here.accounts.changeEmail(caller, Optional.of("a@example.org"), HOME);
        assertThat(changed.version()).isGreaterThan(read.version());
        assertThat(here.users.user(read.id())).isEqualTo(changed);

        assertStale(() ->
                here.accounts.changeEmail(caller, Optional.empty(), now -> now.version() == read.version(), HOME));
        assertStale(() ->
                here.users.change(admin, read.id(), Optional.of(Role.ADMIN), Optional.empty(), read::equals, HOME));
        assertStale(() -> here.users.delete(admin, read.id(), read::equals, HOME));
        assertStale(() -> here.accounts.delete(caller, read::equals, HOME));
        assertThat(here.users.user(read.id())).isEqualTo(changed);

        Account disabled =
                here.users.change(admin, read.id(), Optional.empty(), Optional.of(false), changed::equals, HOME);
        assertThat(disabled.active()).isFalse();
        assertThat(here.users.user(read.id())).isEqualTo(disabled);
    }

    @Test
    void a_person_takes_everything_away_and_is_forgotten_but_for_an_id() {
        List<UUID> erased = new ArrayList<>();
        PersonalData shelf = new PersonalData() {
            @Override
            public String name() {
                return "shelf";
            }

            @Override
            public Object export(UUID account) {
                return List.of("a card");
            }

            @Override
            public void erase(EntityManager manager, UUID account) {
                erased.add(account);
            }
        };
        try (Installation pod =
                new Installation(database, SCHEMA, here.clock, Optional.empty(), Map.of(), List.of(shelf))) {
            Account jaya = pod.person();
            SessionTokens tokens = pod.signIn(jaya);
            pod.sessions.refresh(tokens.refreshToken(), HOME);
            String key =
                    pod.keys.make(tokens.caller(), wish(Scope.CARDS_READ), HOME).text();
            pod.callers.byApiKey(key);
            pod.parts.keyUse.write();
            pod.users.resetToken(pod.admin(), jaya.id(), HOME);

            Map<String, Object> taken = pod.accounts.export(tokens.caller(), HOME);
            assertThat(taken).containsOnlyKeys("account", "sessions", "apiKeys", "auditLog", "shelf");
            assertThat(taken.toString())
                    .contains(jaya.name(), "signed-up", "a card")
                    .doesNotContain("hashed");

            pod.accounts.delete(tokens.caller(), HOME);

            assertThat(erased).containsExactly(jaya.id());
            assertThatExceptionOfType(UnknownThing.class).isThrownBy(() -> pod.users.user(jaya.id()));
            assertThatExceptionOfType(WrongCredentials.class)
                    .isThrownBy(() -> pod.callers.byAccessToken(tokens.accessToken()));
            here.clock.pass(Duration.ofSeconds(6));
            assertThat(pod.callers.byApiKey(key)).isEmpty();
            assertThat(pod.acts(jaya.id())).startsWith(Act.SIGNED_UP).endsWith(Act.ACCOUNT_DELETED);
            assertThat(pod.audit
                            .find(new AuditFilter(
                                    Optional.of(Act.ACCOUNT_DELETED),
                                    Optional.empty(),
                                    Optional.of(jaya.id()),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    10))
                            .data())
                    .singleElement()
                    .matches(entry -> entry.subjectName().isEmpty());
        }
    }
}
