package org.mtgtracker.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.mtgtracker.identity.boundary.Act;
import org.mtgtracker.identity.boundary.Origin;
import org.mtgtracker.identity.entity.AuditRecord;

/** Writes the audit log, in the transaction of what it tells of: neither is there without the other. */
@ApplicationScoped
public class AuditLog {
    private static final int LONGEST_DETAIL = 200;

    /** Somebody did something about his own account. */
    public void own(EntityManager manager, Instant at, Act act, UUID account, Origin origin) {
        add(manager, at, act, Optional.of(account), Optional.of(account), origin, "");
    }

    /** Somebody, or somebody unknown, did something about an account, or about a name that nobody has. */
    public void add(
            EntityManager manager,
            Instant at,
            Act act,
            Optional<UUID> actor,
            Optional<UUID> subject,
            Origin origin,
            String detail) {
        String kept = detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL);
        manager.persist(new AuditRecord(at, act, actor, subject, origin.address(), kept));
    }
}
