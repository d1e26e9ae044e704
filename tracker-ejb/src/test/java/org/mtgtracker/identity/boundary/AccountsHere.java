package org.mtgtracker.identity.boundary;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mtgtracker.identity.boundary.Installation.HOME;
import static org.mtgtracker.identity.boundary.Installation.PASSWORD;

import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.mtgtracker.DatabaseUnderTest;

/** Accounts on one server, for the tests of what is done with them. */
abstract class AccountsHere {
    static final String SCHEMA = "accounts";
    static final String OTHER = "islands dream of deeper water";

    final DatabaseUnderTest database;
    final Installation here;

    AccountsHere(DatabaseUnderTest database) {
        this.database = database;
        this.here = new Installation(database, SCHEMA);
    }

    @AfterEach
    void close() {
        here.close();
    }

    Account signUp(Installation pod, String email) {
        return pod.accounts.signUp(new NewAccount("m" + UUID.randomUUID(), Optional.of(email), PASSWORD), HOME);
    }

    static NewApiKey wish(Scope first, Scope... more) {
        return new NewApiKey("price board", EnumSet.of(first, more), Optional.empty());
    }

    static void assertStale(ThrowableAssert.ThrowingCallable change) {
        assertThatExceptionOfType(StaleVersion.class).isThrownBy(change);
    }
}
