package org.mtgtracker.rest.identity;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mtgtracker.identity.boundary.Account;
import org.mtgtracker.rest.ETag;

/** An account. */
@JsonbPropertyOrder({"id", "name", "email", "emailVerified", "role", "active", "createdAt"})
public record AccountReport(
        UUID id,

        @Schema(example = "jaya") String name,

        @Schema(description = "Absent when there is none", example = "jaya@example.org")
        String email,

        boolean emailVerified,

        @Schema(enumeration = {"USER", "ADMIN"}) String role,

        @Schema(description = "False when the account was disabled")
        boolean active,

        Instant createdAt) {
    /** Changes whenever the account does. */
    static ETag tag(Account account) {
        return ETag.of("account", account.id().toString(), Long.toString(account.version()));
    }

    AccountReport(Account account) {
        this(
                account.id(),
                account.name(),
                account.email().orElse(null),
                account.emailVerified(),
                account.role().name(),
                account.active(),
                account.createdAt());
    }
}
