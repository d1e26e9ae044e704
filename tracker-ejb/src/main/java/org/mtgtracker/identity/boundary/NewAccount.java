package org.mtgtracker.identity.boundary;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** What somebody who signs up says. */
public record NewAccount(String name, Optional<String> email, String password) {
    public NewAccount {
        requireNonNull(name, "name is null");
        requireNonNull(email, "email is null");
        requireNonNull(password, "password is null");
    }

    /** Without the password, so that no log ever has it. */
    @Override
    public String toString() {
        return "NewAccount[name=" + name + "]";
    }
}
