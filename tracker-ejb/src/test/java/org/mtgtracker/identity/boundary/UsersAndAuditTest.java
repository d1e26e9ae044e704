package org.mtgtracker.identity.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mtgtracker.identity.boundary.Installation.HOME;
import static org.mtgtracker.identity.boundary.Installation.PASSWORD;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mtgtracker.DatabaseUnderTest;
import org.mtgtracker.OnEachDatabase;

/** What administrators find: people, and what was done. */
@OnEachDatabase
class UsersAndAuditTest extends AccountsHere {
    UsersAndAuditTest(DatabaseUnderTest database) {
        super(database);
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
