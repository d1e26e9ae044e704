package org.mtgtracker.identity.entity;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.mtgtracker.identity.boundary.Act;
import org.mtgtracker.persistence.entity.UuidBytes;

/** A line of the audit log. It is added and never changed: there is nothing here that could. */
@Entity
@Table(name = "audit_entry")
public class AuditRecord {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private Timestamp at;

    @Enumerated(EnumType.STRING)
    @Column(name = "action")
    private Act act;

    private byte[] actor;

    private byte[] subject;

    private String address;

    private String detail;

    /** For the persistence provider. */
    protected AuditRecord() {}

    public AuditRecord(
            Instant at, Act act, Optional<UUID> actor, Optional<UUID> subject, String address, String detail) {
        this.at = Timestamp.from(at);
        this.act = requireNonNull(act, "act is null");
        this.actor = actor.map(UuidBytes::bytes).orElse(null);
        this.subject = subject.map(UuidBytes::bytes).orElse(null);
        this.address = requireNonNull(address, "address is null");
        this.detail = requireNonNull(detail, "detail is null");
    }

    public long id() {
        return id;
    }

    public Instant at() {
        return at.toInstant();
    }

    public Act act() {
        return act;
    }

    public Optional<UUID> actor() {
        return Optional.ofNullable(actor).map(UuidBytes::uuid);
    }

    public Optional<UUID> subject() {
        return Optional.ofNullable(subject).map(UuidBytes::uuid);
    }

    public String address() {
        return address;
    }

    public String detail() {
        return detail;
    }
}
