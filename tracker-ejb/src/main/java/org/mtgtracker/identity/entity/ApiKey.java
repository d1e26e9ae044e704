package org.mtgtracker.identity.entity;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mtgtracker.identity.boundary.Caller;
import org.mtgtracker.identity.boundary.Role;
import org.mtgtracker.persistence.entity.UuidBytes;

/** A key by which a program acts for its owner. Only the hash of its secret is kept. */
@Entity
@Table(name = "api_key")
@NamedQuery(name = ApiKey.BY_PREFIX, query = "SELECT k FROM ApiKey k JOIN FETCH k.owner WHERE k.prefix = :prefix")
public class ApiKey {
    public static final String BY_PREFIX = "ApiKey.byPrefix";

    @Id
    private byte[] id;

    private String prefix;

    @Column(name = "secret_hash")
    private byte[] secretHash;

    @ManyToOne(optional = false)
    @JoinColumn(name = "owner")
    private User owner;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Column(name = "created_at")
    private Timestamp createdAt;

    @Column(name = "expires_at")
    private Timestamp expiresAt;

    @Column(name = "revoked_at")
    private Timestamp revokedAt;

    /** For the persistence provider. */
    protected ApiKey() {}

    /**
     * A new key.
     *
     * @param role API_CLIENT, or ADMIN for a key that may what its owner may as an admin
     * @param expiresAt the first moment at which it is refused; empty for never
     */
    public ApiKey(
            UUID id,
            String prefix,
            byte[] secretHash,
            User owner,
            Role role,
            Instant createdAt,
            Optional<Instant> expiresAt) {
        this.id = UuidBytes.bytes(id);
        this.prefix = requireNonNull(prefix, "prefix is null");
        this.secretHash = secretHash.clone();
        this.owner = requireNonNull(owner, "owner is null");
        this.role = requireNonNull(role, "role is null");
        this.createdAt = Timestamp.from(createdAt);
        this.expiresAt = expiresAt.map(Timestamp::from).orElse(null);
    }

    public UUID id() {
        return UuidBytes.uuid(id);
    }

    public String prefix() {
        return prefix;
    }

    public byte[] secretHash() {
        return secretHash.clone();
    }

    public Instant createdAt() {
        return createdAt.toInstant();
    }

    public void revoke(Instant at) {
        revokedAt = Timestamp.from(at);
    }

    /** Neither revoked nor expired, and its owner not disabled. */
    public boolean usableAt(Instant moment) {
        return revokedAt == null && (expiresAt == null || moment.isBefore(expiresAt.toInstant())) && owner.active();
    }

    /** The owner, with what the key may: never more than the owner may at this moment. */
    public Caller asCaller() {
        Set<Role> roles = EnumSet.of(Role.API_CLIENT);
        if (role == Role.ADMIN && owner.role() == Role.ADMIN) {
            roles.add(Role.ADMIN);
        }
        return new Caller(owner.id(), owner.name(), roles);
    }
}
