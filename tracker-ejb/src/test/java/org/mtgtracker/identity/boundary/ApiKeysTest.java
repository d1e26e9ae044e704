package org.mtgtracker.identity.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mtgtracker.identity.boundary.Installation.HOME;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtgtracker.DatabaseUnderTest;
import org.mtgtracker.OnEachDatabase;

/** Keys of programs: made, narrowed, counted, ended. */
@OnEachDatabase
class ApiKeysTest extends AccountsHere {
    ApiKeysTest(DatabaseUnderTest database) {
        super(database);
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
}
