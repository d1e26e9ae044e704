package org.mtgtracker.identity.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mtgtracker.identity.boundary.Installation.HOME;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mtgtracker.DatabaseUnderTest;
import org.mtgtracker.OnEachDatabase;

/** In a schema of its own, where it is known how many administrators there are. */
@OnEachDatabase
class LastAdminTest {
    private final DatabaseUnderTest database;

    LastAdminTest(DatabaseUnderTest database) {
        this.database = database;
    }

    @Test
    void the_last_administrator_stays_one() {
        try (Installation here = new Installation(database, "lastadmin")) {
            Caller first = here.admin();
            lastAdmin(() -> here.users.change(first, first.id(), Optional.of(Role.USER), Optional.empty(), HOME));
            lastAdmin(() -> here.users.change(first, first.id(), Optional.empty(), Optional.of(false), HOME));
            lastAdmin(() -> here.accounts.delete(first, HOME));
            lastAdmin(() -> here.users.delete(first, first.id(), HOME));

            Caller second = here.admin();
            here.users.delete(second, first.id(), HOME);

            assertThat(here.users.user(second.id()).role()).isEqualTo(Role.ADMIN);
            lastAdmin(() -> here.accounts.delete(second, HOME));
        }
    }

    private static void lastAdmin(Runnable change) {
        assertThatExceptionOfType(NotPossible.class)
                .isThrownBy(change::run)
                .matches(not -> not.reason() == NotPossible.Reason.LAST_ADMIN);
    }
}
