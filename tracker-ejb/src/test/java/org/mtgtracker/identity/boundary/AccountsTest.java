package org.mtgtracker.identity.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mtgtracker.identity.boundary.Installation.HOME;
import static org.mtgtracker.identity.boundary.Installation.PASSWORD;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtgtracker.DatabaseUnderTest;
import org.mtgtracker.OnEachDatabase;

@OnEachDatabase
class AccountsTest {
    private static final String SCHEMA = "accounts";
    private static final String OTHER = "islands dream of deeper water";

    private final DatabaseUnderTest database;
    private final Installation here;

    AccountsTest(DatabaseUnderTest database) {
        this.database = database;
        this.here = new Installation(database, SCHEMA);
    }

    @AfterEach
    void close() {
        here.close();
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

    private static Account signUp(Installation pod, String email) {
        return pod.accounts.signUp(new NewAccount("m" + UUID.randomUUID(), Optional.of(email), PASSWORD), HOME);
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
    void a_new_password_of_no_allowed_length_is_told_before_a_token_is_looked_at() {
        assertThatExceptionOfType(BadDetail.class)
                .isThrownBy(() -> here.accounts.reset("nonsense", "x".repeat(257), HOME))
                .matches(bad -> bad.field().equals("password"));
    }

    @Test
    void without_mail_an_administrator_hands_a_token_over_that_is_good_once() {
        Account jaya = here.person();
        SessionTokens before = here.signIn(jaya);
        assertThatExceptionOfType(NotPossible.class)
                .isThrownBy(() -> here.accounts.requestReset(jaya.name(), HOME))
                .matches(not -> not.reason() == NotPossible.Reason.NO_MAIL);

        String replaced = here.users.resetToken(here.admin(), jaya.id(), HOME).token();
        String token = here.users.resetToken(here.admin(), jaya.id(), HOME).token();
        oneTimeTokenRefused(replaced);
        assertThatExceptionOfType(BadDetail.class).isThrownBy(() -> here.accounts.reset(token, "short", HOME));
        here.accounts.reset(token, OTHER, HOME);

        oneTimeTokenRefused(token);
        assertThatExceptionOfType(WrongCredentials.class)
                .isThrownBy(() -> here.callers.byAccessToken(before.accessToken()));
        here.clock.pass(Duration.ofMillis(1));
        assertThat(here.sessions.signIn(jaya.name(), OTHER, HOME).caller().id()).isEqualTo(jaya.id());
        assertThat(here.acts(jaya.id())).contains(Act.RESET_TOKEN_MADE, Act.PASSWORD_RESET);
    }

    @Test
    void a_token_for_a_password_ends_by_itself() {
        String token =
                here.users.resetToken(here.admin(), here.person().id(), HOME).token();
        here.clock.pass(Duration.ofHours(24));

        oneTimeTokenRefused(token);
        oneTimeTokenRefused("nonsense");
    }

    private void oneTimeTokenRefused(String token) {
        assertThatExceptionOfType(WrongCredentials.class)
                .isThrownBy(() -> here.accounts.reset(token, OTHER, HOME))
                .matches(wrong -> wrong.kind() == WrongCredentials.Kind.ONE_TIME_TOKEN);
    }

    @Test
    void by_mail_an_address_is_verified_and_a_password_reset() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try (Installation pod = new Installation(
                database,
                SCHEMA,
                here.clock,
                Optional.empty(),
                Map.of(
                        "host",
                        "127.0.0.1",
                        "port",
                        Integer.toString(server.getSmtp().getPort()),
                        "url",
                        "https://tracker.example.org/"),
                List.of())) {
            String email = UUID.randomUUID() + "@example.org";
            Account jaya = signUp(pod, email.toUpperCase());
            // nothing is reset over an address that nobody proved to read
            pod.accounts.requestReset(jaya.name(), HOME);
            assertThat(server.getReceivedMessages()).hasSize(1);

            pod.accounts.verifyEmail(token(server, 0, email, "verify-email"), HOME);
            assertThat(pod.users.user(jaya.id()).emailVerified()).isTrue();
            pod.accounts.requestReset(email, HOME);
            pod.accounts.requestReset("nobody-at-all", HOME);
            assertThat(server.getReceivedMessages()).hasSize(2);
            pod.accounts.reset(token(server, 1, email, "reset-password"), OTHER, HOME);

            here.clock.pass(Duration.ofMillis(1));
            assertThat(pod.sessions.signIn(email, OTHER, HOME).caller().id()).isEqualTo(jaya.id());
            assertThat(pod.acts(jaya.id())).contains(Act.EMAIL_VERIFIED, Act.PASSWORD_RESET_ASKED, Act.PASSWORD_RESET);
        } finally {
            server.stop();
        }
    }

    private static String token(GreenMail server, int number, String to, String page) throws Exception {
        var message = server.getReceivedMessages()[number];
        assertThat(message.getAllRecipients()[0]).hasToString(to);
        Matcher link = Pattern.compile("https://tracker\\.example\\.org/" + page + "\\?token=([A-Za-z0-9]+)")
                .matcher(GreenMailUtil.getBody(message).replace("=\r\n", "").replace("=3D", "="));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    @Test
    void a_changed_address_makes_what_was_sent_to_the_old_one_worthless() {
        Account jaya = signUp(here, UUID.randomUUID() + "@example.org");
        Caller caller = here.signIn(jaya).caller();
        String token = here.users.resetToken(here.admin(), jaya.id(), HOME).token();

        Account changed = here.accounts.changeEmail(
                caller, Optional.of("New." + jaya.email().orElseThrow()), HOME);

        assertThat(changed.email()).contains("new." + jaya.email().orElseThrow());
        assertThat(changed.emailVerified()).isFalse();
        oneTimeTokenRefused(token);
        assertThat(here.accounts.changeEmail(caller, Optional.empty(), HOME).email())
                .isEmpty();
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
    void a_key_that_is_not_as_it_is_meant_is_not_revoked() {
        Caller caller = here.signIn(here.person()).caller();
        MadeApiKey made = here.keys.make(caller, wish(Scope.CARDS_READ), HOME);

        assertStale(() -> here.keys.revoke(caller, made.info().id(), any -> false, HOME));
        assertThat(here.callers.byApiKey(made.text())).isPresent();

        here.keys.revoke(caller, made.info().id(), made.info()::equals, HOME);
        assertThat(here.callers.byApiKey(made.text())).isEmpty();
    }

    @Test
    void an_administrator_sees_how_much_a_key_is_used_and_ends_it() {
        Caller jaya = here.signIn(here.person()).caller();
        Caller admin = here.admin();
        MadeApiKey made = here.keys.make(jaya, wish(Scope.CARDS_READ), HOME);
        here.callers.byApiKey(made.text()).orElseThrow();
        here.parts.keyUse.write();
        OthersKeys others = new OthersKeys(here.parts.people, here.parts.known, here.parts.audit, here.clock);

        assertThat(others.list(jaya.id()))
                .extracting(ApiKeyInfo::prefix)
                .containsExactly(made.info().prefix());
        assertThat(others.usage(jaya.id(), made.info().id(), 1))
                .isEqualTo(here.keys.usage(jaya, made.info().id(), 1))
                .hasSize(1);
        assertThatExceptionOfType(UnknownThing.class)
                .isThrownBy(() -> others.usage(admin.id(), made.info().id(), 1));
        assertThatExceptionOfType(UnknownThing.class).isThrownBy(() -> others.list(UUID.randomUUID()));

        assertStale(() -> others.revoke(admin, jaya.id(), made.info().id(), any -> false, HOME));
        assertThat(here.callers.byApiKey(made.text())).isPresent();
        others.revoke(admin, jaya.id(), made.info().id(), any -> true, HOME);

        assertThat(here.callers.byApiKey(made.text())).isEmpty();
        assertThat(here.acts(jaya.id())).endsWith(Act.KEY_REVOKED);
    }

    @Test
    void nobody_is_flooded_with_mail_because_others_give_his_address() {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try (Installation pod = new Installation(
                database,
                SCHEMA,
                new Installation.SettableClock(),
                Optional.empty(),
                Map.of(
                        "host",
                        "127.0.0.1",
                        "port",
                        Integer.toString(server.getSmtp().getPort())),
                List.of())) {
            String victim = UUID.randomUUID() + "@example.org";
            for (int account = 0; account < 20; account++) {
                signUp(pod, victim);
            }
            assertThat(server.getReceivedMessages()).hasSize(5);

            Caller last =
                    pod.signIn(signUp(pod, UUID.randomUUID() + "@example.org")).caller();
            for (int asked = 0; asked < 5; asked++) {
                pod.accounts.requestVerification(last);
            }
            assertThatExceptionOfType(TooManyAttempts.class).isThrownBy(() -> pod.accounts.requestVerification(last));
        } finally {
            server.stop();
        }
    }

    private static void assertStale(org.assertj.core.api.ThrowableAssert.ThrowingCallable change) {
        assertThatExceptionOfType(StaleVersion.class).isThrownBy(change);
    }

    @Test
    void what_is_asked_of_other_components_is_in_the_audit_log() {
        Caller admin = here.admin();
        new Witness(here.parts.people, here.parts.audit, here.clock)
                .note(admin, Act.IMPORT_ASKED, "https://example.org/cards.json", HOME);

        AuditEntry line = here.audit
                .find(new AuditFilter(
                        Optional.of(Act.IMPORT_ASKED),
                        Optional.of(admin.id()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        1))
                .data()
                .get(0);
        assertThat(line.detail()).isEqualTo("https://example.org/cards.json");
        assertThat(line.actorName()).contains(admin.name());
        assertThat(line.address()).isEqualTo(HOME.address());
    }

    @Test
    void a_key_is_told_once_narrowed_by_its_scopes_and_revoked_at_once() {
        Account jaya = here.person();
        Caller caller = here.signIn(jaya).caller();
        MadeApiKey made = here.keys.make(caller, wish(Scope.CARDS_READ, Scope.COLLECTION_READ), HOME);

        Caller program = here.callers.byApiKey(made.text()).orElseThrow();
        assertThat(program.id()).isEqualTo(jaya.id());
        assertThat(program.roles()).containsExactly(Role.API_CLIENT);
        assertThat(program.may(Scope.COLLECTION_READ)).isTrue();
        assertThat(program.may(Scope.COLLECTION_WRITE)).isFalse();
        assertThat(here.keys.list(caller)).containsExactly(made.info());
        assertThat(here.keys.list(here.signIn(here.person()).caller())).isEmpty();

        here.keys.revoke(caller, made.info().id(), HOME);

        assertThat(here.callers.byApiKey(made.text())).isEmpty();
        assertThat(here.keys.key(caller, made.info().id()).revokedAt()).contains(here.clock.instant());
        assertThat(here.acts(jaya.id())).endsWith(Act.KEY_MADE, Act.KEY_REVOKED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "mtg_",
                "mtg_12345678_short",
                "' or 1=1 --",
                "mtg_1234567Ü_0123456789012345678901234567890"
            })
    void what_has_not_the_form_of_a_key_is_nobody(String nonsense) {
        assertThat(here.callers.byApiKey(nonsense)).isEmpty();
    }

    @Test
    void a_key_with_the_right_prefix_and_a_wrong_secret_is_nobody() {
        MadeApiKey made = here.keys.make(here.signIn(here.person()).caller(), wish(Scope.CARDS_READ), HOME);

        assertThat(here.callers.byApiKey("mtg_" + made.info().prefix() + "_" + "0".repeat(43)))
                .isEmpty();
    }

    @Test
    void a_key_ends_at_the_moment_it_expires_and_with_its_owner() {
        Account jaya = here.person();
        Caller caller = here.signIn(jaya).caller();
        NewApiKey soon = new NewApiKey(
                "soon over",
                Set.of(Scope.CARDS_READ),
                Optional.of(here.clock.instant().plusSeconds(60)));
        String ending = here.keys.make(caller, soon, HOME).text();
        String lasting = here.keys.make(caller, wish(Scope.CARDS_READ), HOME).text();
        here.clock.pass(Duration.ofMillis(59_999));
        assertThat(here.callers.byApiKey(ending)).isPresent();
        here.clock.pass(Duration.ofMillis(1));
        assertThat(here.callers.byApiKey(ending)).isEmpty();

        here.users.change(here.admin(), jaya.id(), Optional.empty(), Optional.of(false), HOME);
        here.clock.pass(Duration.ofSeconds(6));

        assertThat(here.callers.byApiKey(lasting)).isEmpty();
    }

    @Test
    void only_an_administrator_makes_keys_for_administrators_and_they_lose_that_with_him() {
        assertThatExceptionOfType(BadDetail.class)
                .isThrownBy(() -> here.keys.make(
                        here.signIn(here.person()).caller(), wish(Scope.CARDS_READ, Scope.ADMIN_READ), HOME))
                .matches(bad -> bad.field().equals("scopes"));
        Caller admin = here.admin();
        String key = here.keys.make(admin, wish(Scope.ADMIN_READ), HOME).text();
        assertThat(here.callers.byApiKey(key).orElseThrow().roles())
                .containsExactlyInAnyOrder(Role.ADMIN, Role.API_CLIENT);

        here.users.change(here.admin(), admin.id(), Optional.of(Role.USER), Optional.empty(), HOME);
        here.clock.pass(Duration.ofSeconds(6));

        assertThat(here.callers.byApiKey(key).orElseThrow().roles()).containsExactly(Role.API_CLIENT);
    }

    @Test
    void a_wish_for_a_key_that_cannot_be_is_refused() {
        Caller caller = here.signIn(here.person()).caller();
        for (NewApiKey wish : List.of(
                new NewApiKey(" ", Set.of(Scope.CARDS_READ), Optional.empty()),
                new NewApiKey("a\nb", Set.of(Scope.CARDS_READ), Optional.empty()),
                new NewApiKey("x".repeat(101), Set.of(Scope.CARDS_READ), Optional.empty()),
                new NewApiKey("none", Set.of(), Optional.empty()),
                new NewApiKey("over", Set.of(Scope.CARDS_READ), Optional.of(here.clock.instant())))) {
            assertThatExceptionOfType(BadDetail.class).isThrownBy(() -> here.keys.make(caller, wish, HOME));
        }
        for (int i = 0; i < 50; i++) {
            here.keys.make(caller, wish(Scope.CARDS_READ), HOME);
        }
        assertThatExceptionOfType(NotPossible.class)
                .isThrownBy(() -> here.keys.make(caller, wish(Scope.CARDS_READ), HOME));
    }

    @Test
    void use_is_counted_by_day_and_written_together() {
        Caller caller = here.signIn(here.person()).caller();
        MadeApiKey made = here.keys.make(caller, wish(Scope.CARDS_READ), HOME);
        UUID id = made.info().id();
        for (int i = 0; i < 3; i++) {
            here.callers.byApiKey(made.text());
        }
        assertThat(here.keys.usage(caller, id, 30)).isEmpty();
        here.parts.keyUse.write();
        here.callers.byApiKey(made.text());
        here.clock.pass(Duration.ofDays(1));
        here.callers.byApiKey(made.text());
        here.parts.keyUse.write();
        here.parts.keyUse.write();

        LocalDate today = LocalDate.parse(here.clock.instant().toString().substring(0, 10));
        assertThat(here.keys.usage(caller, id, 30))
                .containsExactly(new KeyUsage(today, 1), new KeyUsage(today.minusDays(1), 4));
        assertThat(here.keys.usage(caller, id, 1)).containsExactly(new KeyUsage(today, 1));
        assertThat(here.keys.key(caller, id).lastUsedAt()).contains(here.clock.instant());
    }

    private static NewApiKey wish(Scope first, Scope... more) {
        return new NewApiKey("price board", EnumSet.of(first, more), Optional.empty());
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

    @Test
    void users_are_found_page_by_page_and_what_looks_like_a_pattern_is_none() {
        Caller admin = here.admin();
        String common = "x" + UUID.randomUUID().toString().substring(0, 8);
        for (int i = 0; i < 5; i++) {
            here.accounts.signUp(new NewAccount(common + "." + i, Optional.empty(), PASSWORD), HOME);
        }
        UUID disabled = find(common + ".3").data().get(0).id();
        here.users.change(admin, disabled, Optional.empty(), Optional.of(false), HOME);

        Page<Account> first = here.users.find(filter(common, Optional.empty(), Optional.empty(), 3));
        Page<Account> second = here.users.find(filter(common, Optional.empty(), first.next(), 3));

        assertThat(first.data()).extracting(Account::name).containsExactly(common + ".0", common + ".1", common + ".2");
        assertThat(second.data()).extracting(Account::name).containsExactly(common + ".3", common + ".4");
        assertThat(second.next()).isEmpty();
        assertThat(here.users
                        .find(filter(common, Optional.of(false), Optional.empty(), 3))
                        .data())
                .extracting(Account::id)
                .containsExactly(disabled);
        assertThat(find(common + "%").data()).isEmpty();
        assertThat(find(common + "_0").data()).isEmpty();
    }

    private Page<Account> find(String text) {
        return here.users.find(filter(text, Optional.empty(), Optional.empty(), 10));
    }

    private static UserFilter filter(String text, Optional<Boolean> active, Optional<String> after, int limit) {
        return new UserFilter(Optional.of(text), Optional.empty(), active, after, limit);
    }

    @Test
    void the_audit_log_is_filtered_and_goes_on_where_a_page_ended() {
        Account jaya = here.person();
        here.signIn(jaya);
        here.clock.pass(Duration.ofHours(1));
        here.signIn(jaya);
        AuditFilter all = new AuditFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.of(jaya.id()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                2);

        Page<AuditEntry> newest = here.audit.find(all);
        Page<AuditEntry> rest = here.audit.find(new AuditFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.of(jaya.id()),
                Optional.empty(),
                Optional.empty(),
                newest.next().map(Long::valueOf),
                2));
        Page<AuditEntry> lastHour = here.audit.find(new AuditFilter(
                Optional.of(Act.SIGNED_IN),
                Optional.of(jaya.id()),
                Optional.empty(),
                Optional.of(here.clock.instant()),
                Optional.of(here.clock.instant().plusSeconds(1)),
                Optional.empty(),
                10));

        assertThat(newest.data()).extracting(AuditEntry::act).containsExactly(Act.SIGNED_IN, Act.SIGNED_IN);
        assertThat(rest.data()).extracting(AuditEntry::act).containsExactly(Act.SIGNED_UP);
        assertThat(rest.next()).isEmpty();
        assertThat(lastHour.data()).hasSize(1);
        assertThat(lastHour.data().get(0).actorName()).contains(jaya.name());
        assertThat(lastHour.data().get(0).address()).isEqualTo(HOME.address());
    }
}
