package org.mtgtracker.identity.boundary;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.mtgtracker.identity.control.AuditLog;
import org.mtgtracker.identity.control.Moments;
import org.mtgtracker.identity.control.People;

/**
 * Puts into the audit log what an administrator asks of other components. It is told before they do it: nothing is begun
 * by hand of which there is no line, and a line stays also of what was then refused.
 */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@RolesAllowed(Role.Name.ADMIN)
public class Witness {
    private final People people;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    public Witness(People people, AuditLog audit) {
        this(people, audit, Clock.systemUTC());
    }

    Witness(People people, AuditLog audit, Clock clock) {
        this.people = requireNonNull(people, "people is null");
        this.audit = requireNonNull(audit, "audit is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** For the container's proxy. */
    public Witness() {
        people = null;
        audit = null;
        clock = null;
    }

    /**
     * Notes what is asked for.
     *
     * @param detail what exactly, in a few words
     * @throws org.mtgtracker.persistence.boundary.DatabaseUnavailable when the primary does not answer
     */
    public void note(Caller admin, Act act, String detail, Origin origin) {
        Instant now = Moments.now(clock);
        people.write(manager -> {
            audit.add(manager, now, act, Optional.of(admin.id()), Optional.empty(), origin, detail);
            return null;
        });
    }
}
