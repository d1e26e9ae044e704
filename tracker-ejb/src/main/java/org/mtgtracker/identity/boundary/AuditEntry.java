package org.mtgtracker.identity.boundary;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One line of the audit log. Names are those of today; of a deleted account only the id is left.
 *
 * @param actor who did it; empty for somebody who was not signed in
 * @param subject whose account it was done to
 * @param address from where; empty for the server itself
 */
public record AuditEntry(
        long id,
        Instant at,
        Act act,
        Optional<UUID> actor,
        Optional<String> actorName,
        Optional<UUID> subject,
        Optional<String> subjectName,
        String address,
        String detail) {
    public AuditEntry {
        requireNonNull(at, "at is null");
        requireNonNull(act, "act is null");
        requireNonNull(actor, "actor is null");
        requireNonNull(actorName, "actorName is null");
        requireNonNull(subject, "subject is null");
        requireNonNull(subjectName, "subjectName is null");
        requireNonNull(address, "address is null");
        requireNonNull(detail, "detail is null");
    }
}
