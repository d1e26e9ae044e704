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
import org.mtgtracker.identity.boundary.ApiKeyInfo;
import org.mtgtracker.identity.boundary.Caller;
import org.mtgtracker.identity.boundary.Credential;
import org.mtgtracker.identity.boundary.NewApiKey;
import org.mtgtracker.identity.boundary.Role;
import org.mtgtracker.identity.boundary.Scope;
import org.mtgtracker.persistence.entity.UuidBytes;

/** A key by which a program acts for its owner. Only the hash of its secret is kept. */
@Entity
@Table(name = "api_key")
@NamedQuery(name = ApiKey.BY_PREFIX, query = "SELECT k FROM ApiKey k JOIN FETCH k.owner WHERE k.prefix = :prefix")
@NamedQuery(
        name = ApiKey.BY_OWNER,
        query = "SELECT k FROM ApiKey k WHERE k.owner.id = :owner ORDER BY k.createdAt DESC, k.prefix")
public class ApiKey {
    public static final String BY_PREFIX = "ApiKey.byPrefix";
    public static final String BY_OWNER = "ApiKey.byOwner";

    @Id
    private byte[] id;

    private String prefix;

    @Column(name = "secret_hash")
    private byte[] secretHash;

    @ManyToOne(optional = false)
    @JoinColumn(name = "owner")
    private User owner;

    /** ADMIN when one of the scopes is an administrator's: what a version before scopes goes by. */
    @Enumerated(EnumType.STRING)
    private Role role;

    private String name;

    private String scopes;

    @Column(name = "created_at")
    private Timestamp createdAt;

    @Column(name = "expires_at")
    private Timestamp expiresAt;

    @Column(name = "last_used_at")
    private Timestamp lastUsedAt;

    @Column(name = "revoked_at")
    private Timestamp revokedAt;

    /** For the persistence provider. */
    protected ApiKey() {}

    /** A new key. */
    public ApiKey(UUID id, String prefix, byte[] secretHash, User owner, NewApiKey wish, Instant createdAt) {
        this.id = UuidBytes.bytes(id);
        this.prefix = requireNonNull(prefix, "prefix is null");
        this.secretHash = secretHash.clone();
        this.owner = requireNonNull(owner, "owner is null");
        this.role = wish.scopes().stream().anyMatch(Scope::administrative) ? Role.ADMIN : Role.API_CLIENT;
        this.name = wish.name();
        this.scopes = Scope.text(wish.scopes());
        this.createdAt = Timestamp.from(createdAt);
        this.expiresAt = wish.expiresAt().map(Timestamp::from).orElse(null);
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

    public User owner() {
        return owner;
    }

    public Instant createdAt() {
        return createdAt.toInstant();
    }

    /** Ends it; false when that was done before. */
    public boolean revoke(Instant at) {
        if (revokedAt != null) {
            return false;
        }
        revokedAt = Timestamp.from(at);
        return true;
    }

    /** Neither revoked nor expired, and its owner not disabled. */
    public boolean usableAt(Instant moment) {
        return revokedAt == null && (expiresAt == null || moment.isBefore(expiresAt.toInstant())) && owner.active();
    }

    /** As its owner sees it. */
    public ApiKeyInfo asInfo() {
        return new ApiKeyInfo(
                id(),
                name,
                prefix,
                Scope.parse(scopes),
                createdAt(),
                moment(expiresAt),
                moment(lastUsedAt),
                moment(revokedAt));
    }

    /** The owner, with what the key may: never more than the owner may at this moment. */
    public Caller asCaller() {
        Set<Scope> narrowed = Scope.parse(scopes);
        Set<Role> roles = EnumSet.of(Role.API_CLIENT);
        if (owner.role() == Role.ADMIN && narrowed.stream().anyMatch(Scope::administrative)) {
            roles.add(Role.ADMIN);
        }
        return new Caller(owner.id(), owner.name(), roles, new Credential.Key(id(), narrowed));
    }

    private static Optional<Instant> moment(Timestamp timestamp) {
        return Optional.ofNullable(timestamp).map(Timestamp::toInstant);
    }
}
