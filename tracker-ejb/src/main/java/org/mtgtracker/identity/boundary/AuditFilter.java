package org.mtgtracker.identity.boundary;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Which lines of the audit log are meant, the newest first.
 *
 * @param from the first moment
 * @param until the first moment that is not meant any more
 * @param before the id that the page before ended with
 * @param limit how many at most, at least 1
 */
public record AuditFilter(
        Optional<Act> act,
        Optional<UUID> actor,
        Optional<UUID> subject,
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<Long> before,
        int limit) {
    public AuditFilter {
        requireNonNull(act, "act is null");
        requireNonNull(actor, "actor is null");
        requireNonNull(subject, "subject is null");
        requireNonNull(from, "from is null");
        requireNonNull(until, "until is null");
        requireNonNull(before, "before is null");
        if (limit < 1) {
            throw new IllegalArgumentException("limit is " + limit);
        }
    }
}
