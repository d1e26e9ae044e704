package org.mtgtracker.identity.entity;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.sql.Timestamp;
import java.time.Instant;

/** One of the tokens that carry a session on; each is used once. Only its hash is kept. */
@Entity
@Table(name = "refresh_token")
public class RefreshToken {
    @Id
    @Column(name = "token_hash")
    private byte[] tokenHash;

    @ManyToOne(optional = false)
    @JoinColumn(name = "session")
    private UserSession session;

    @Column(name = "issued_at")
    private Timestamp issuedAt;

    @Column(name = "used_at")
    private Timestamp usedAt;

    /** For the persistence provider. */
    protected RefreshToken() {}

    public RefreshToken(byte[] tokenHash, UserSession session, Instant issuedAt) {
        this.tokenHash = tokenHash.clone();
        this.session = requireNonNull(session, "session is null");
        this.issuedAt = Timestamp.from(issuedAt);
    }

    public UserSession session() {
        return session;
    }

    public boolean used() {
        return usedAt != null;
    }

    public void use(Instant at) {
        usedAt = Timestamp.from(at);
    }
}
