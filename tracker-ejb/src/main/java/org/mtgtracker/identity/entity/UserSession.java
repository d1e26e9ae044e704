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
import java.util.Optional;
import java.util.UUID;
import org.mtgtracker.identity.boundary.Caller;
import org.mtgtracker.identity.boundary.Credential;
import org.mtgtracker.identity.boundary.Origin;
import org.mtgtracker.identity.boundary.SessionInfo;
import org.mtgtracker.persistence.entity.UuidBytes;

/** What begins with a sign-in and ends with a sign-out, or when it was not used for long enough. */
@Entity
@Table(name = "user_session")
@NamedQuery(name = UserSession.BY_ID, query = "SELECT s FROM UserSession s JOIN FETCH s.owner WHERE s.id = :id")
@NamedQuery(
        name = UserSession.GOING_ON,
        query = "SELECT s FROM UserSession s JOIN FETCH s.owner WHERE s.owner.id = :owner AND s.endedAt IS NULL"
                + " AND s.expiresAt > :now ORDER BY s.lastUsedAt DESC, s.id")
public class UserSession {
    public static final String BY_ID = "UserSession.byId";
    public static final String GOING_ON = "UserSession.goingOn";

    @Id
    private byte[] id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "owner")
    private User owner;

    @Enumerated(EnumType.STRING)
    private SessionInfo.Kind kind;

    private String address;

    private String device;

    @Column(name = "started_at")
    private Timestamp startedAt;

    @Column(name = "last_used_at")
    private Timestamp lastUsedAt;

    @Column(name = "expires_at")
    private Timestamp expiresAt;

    @Column(name = "ended_at")
    private Timestamp endedAt;

    /** For the persistence provider. */
    protected UserSession() {}

    /** A session that begins. */
    public UserSession(UUID id, User owner, SessionInfo.Kind kind, Origin origin, Instant now, Instant expiresAt) {
        this.id = UuidBytes.bytes(id);
        this.owner = requireNonNull(owner, "owner is null");
        this.kind = requireNonNull(kind, "kind is null");
        this.address = origin.address();
        this.device = origin.device();
        this.startedAt = Timestamp.from(now);
        this.lastUsedAt = startedAt;
        this.expiresAt = Timestamp.from(expiresAt);
    }

    public UUID id() {
        return UuidBytes.uuid(id);
    }

    public User owner() {
        return owner;
    }

    public Instant expiresAt() {
        return expiresAt.toInstant();
    }

    /** Neither ended nor expired, and good as far as its account is concerned. */
    public boolean goesOnAt(Instant moment) {
        return endedAt == null && moment.isBefore(expiresAt()) && owner.allowsSessionOf(startedAt.toInstant());
    }

    /** Notes that it is in use, which lets it live on. */
    public void use(Instant now, Instant until) {
        lastUsedAt = Timestamp.from(now);
        expiresAt = Timestamp.from(until);
    }

    public void end(Instant at) {
        if (endedAt == null) {
            endedAt = Timestamp.from(at);
        }
    }

    public Caller asCaller() {
        return owner.asCaller(new Credential.Session(id()));
    }

    /** As its owner sees it, from the session that asks. */
    public SessionInfo asInfo(Optional<UUID> asking) {
        return new SessionInfo(
                id(),
                kind,
                new Origin(address, device),
                startedAt.toInstant(),
                lastUsedAt.toInstant(),
                expiresAt(),
                asking.filter(id()::equals).isPresent());
    }
}
