package org.mtgtracker.identity.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtgtracker.identity.MemoryEntities;
import org.mtgtracker.identity.PlainHash;
import org.mtgtracker.identity.control.ApiKeyText;
import org.mtgtracker.identity.control.Passwords;
import org.mtgtracker.identity.entity.ApiKey;
import org.mtgtracker.identity.entity.User;

class CallersTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final MemoryEntities entities = new MemoryEntities();
    private final PlainHash hash = new PlainHash();
    private final Passwords passwords = new Passwords(hash);
    private final Callers callers = new Callers(entities, passwords, Clock.fixed(NOW, ZoneOffset.UTC));
    private final ApiKeyText text = ApiKeyText.random(new SecureRandom());

    @Test
    void the_right_password_tells_who_calls_whatever_the_case_of_the_name() {
        User jaya = user("Jaya", Role.ADMIN);
        entities.with(jaya);

        assertThat(callers.byPassword("jAYA", "burn it all down"))
                .contains(new Caller(jaya.id(), "Jaya", java.util.Set.of(Role.ADMIN, Role.USER)));
    }

    @Test
    void a_wrong_password_is_nobody() {
        entities.with(user("jaya", Role.USER));

        assertThat(callers.byPassword("jaya", "freeze it all")).isEmpty();
    }

    @Test
    void an_unknown_name_costs_one_comparison_as_a_known_one_does() {
        entities.with(user("jaya", Role.USER));

        callers.byPassword("jaya", "wrong");
        int known = hash.comparisons();
        callers.byPassword("nobody", "wrong");
        callers.byPassword("x".repeat(500), "wrong");

        assertThat(known).isEqualTo(1);
        assertThat(hash.comparisons()).isEqualTo(3);
    }

    @Test
    void the_password_behind_the_dummy_hash_opens_no_account() {
        entities.with(new User(UUID.randomUUID(), "jaya", Optional.empty(), Role.USER, NOW));

        assertThat(callers.byPassword("nobody", "no password of anybody")).isEmpty();
        assertThat(callers.byPassword("jaya", "no password of anybody")).isEmpty();
    }

    @Test
    void an_overlong_password_is_refused_even_where_its_start_would_be_right() {
        entities.with(user("jaya", Role.USER));

        assertThat(callers.byPassword("jaya", "burn it all down" + "x".repeat(Passwords.LONGEST)))
                .isEmpty();
        assertThat(callers.byPassword("jaya", "")).isEmpty();
    }

    @Test
    void a_disabled_account_may_nothing_by_password_or_by_key() {
        User jaya = user("jaya", Role.ADMIN);
        entities.with(jaya, key(jaya, Role.ADMIN, Optional.empty()));
        jaya.disable();

        assertThat(callers.byPassword("jaya", "burn it all down")).isEmpty();
        assertThat(callers.byApiKey(text.text())).isEmpty();
    }

    @Test
    void an_admins_key_may_what_an_admin_may_but_is_no_person() {
        User jaya = user("jaya", Role.ADMIN);
        entities.with(jaya, key(jaya, Role.ADMIN, Optional.empty()));

        assertThat(callers.byApiKey(text.text())).hasValueSatisfying(caller -> {
            assertThat(caller.name()).isEqualTo("jaya");
            assertThat(caller.roles()).containsExactlyInAnyOrder(Role.ADMIN, Role.API_CLIENT);
        });
    }

    @Test
    void an_admin_key_of_somebody_who_is_no_admin_is_an_ordinary_key() {
        User jaya = user("jaya", Role.USER);
        entities.with(jaya, key(jaya, Role.ADMIN, Optional.empty()));

        assertThat(callers.byApiKey(text.text()).orElseThrow().roles()).containsExactly(Role.API_CLIENT);
    }

    @Test
    void an_ordinary_key_of_an_admin_may_not_what_an_admin_may() {
        User jaya = user("jaya", Role.ADMIN);
        entities.with(jaya, key(jaya, Role.API_CLIENT, Optional.empty()));

        assertThat(callers.byApiKey(text.text()).orElseThrow().roles()).containsExactly(Role.API_CLIENT);
    }

    @Test
    void a_key_with_the_right_prefix_and_a_wrong_secret_is_nobody() {
        User jaya = user("jaya", Role.ADMIN);
        entities.with(jaya, key(jaya, Role.ADMIN, Optional.empty()));
        String forged = new ApiKeyText(text.prefix(), "0".repeat(43)).text();

        assertThat(callers.byApiKey(forged)).isEmpty();
    }

    @Test
    void a_key_ends_at_the_moment_it_expires() {
        User jaya = user("jaya", Role.ADMIN);
        entities.with(jaya, key(jaya, Role.ADMIN, Optional.of(NOW)));
        Callers before = new Callers(entities, passwords, Clock.fixed(NOW.minusMillis(1), ZoneOffset.UTC));

        assertThat(before.byApiKey(text.text())).isPresent();
        assertThat(callers.byApiKey(text.text())).isEmpty();
    }

    @Test
    void a_revoked_key_is_nobody() {
        User jaya = user("jaya", Role.ADMIN);
        ApiKey key = key(jaya, Role.ADMIN, Optional.empty());
        entities.with(jaya, key);
        key.revoke(NOW);

        assertThat(callers.byApiKey(text.text())).isEmpty();
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
        assertThat(callers.byApiKey(nonsense)).isEmpty();
    }

    private User user(String name, Role role) {
        return new User(
                UUID.randomUUID(), name, Optional.of(hash.generate("burn it all down".toCharArray())), role, NOW);
    }

    private ApiKey key(User owner, Role role, Optional<Instant> expires) {
        return new ApiKey(UUID.randomUUID(), text.prefix(), text.secretHash(), owner, role, NOW, expires);
    }
}
