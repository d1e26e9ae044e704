package org.mtgtracker.identity.boundary;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Which users are meant.
 *
 * @param text part of a name or an e-mail address
 * @param after the name that the page before ended with
 * @param limit how many at most, at least 1
 */
public record UserFilter(
        Optional<String> text, Optional<Role> role, Optional<Boolean> active, Optional<String> after, int limit) {
    public UserFilter {
        requireNonNull(text, "text is null");
        requireNonNull(role, "role is null");
        requireNonNull(active, "active is null");
        requireNonNull(after, "after is null");
        if (limit < 1) {
            throw new IllegalArgumentException("limit is " + limit);
        }
    }
}
