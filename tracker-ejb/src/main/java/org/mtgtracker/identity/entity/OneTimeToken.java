package org.mtgtracker.identity.entity;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;

/** Proves once that somebody reads an address, or may set a new password; used by deleting it. */
@Entity
@Table(name = "one_time_token")
public class OneTimeToken {
    @Id
    @Column(name = "token_hash")
    private byte[] tokenHash;

    @ManyToOne(optional = false)
    @JoinColumn(name = "owner")
    private User owner;

    @Enumerated(EnumType.STRING)
    private Purpose purpose;

    private String email;

    @Column(name = "expires_at")
    private Timestamp expiresAt;

    /** For the persistence provider. */
    protected OneTimeToken() {}

    /**
     * A new token.
     *
     * @param email the address that it was sent to; empty when an administrator hands it over
     */
    public OneTimeToken(byte[] tokenHash, User owner, Purpose purpose, Optional<String> email, Instant expiresAt) {
        this.tokenHash = tokenHash.clone();
        this.owner = requireNonNull(owner, "owner is null");
        this.purpose = requireNonNull(purpose, "purpose is null");
        this.email = email.orElse(null);
        this.expiresAt = Timestamp.from(expiresAt);
    }

    public User owner() {
        return owner;
    }

    public Optional<String> email() {
        return Optional.ofNullable(email);
    }

    public boolean goodFor(Purpose wanted, Instant now) {
        return purpose == wanted && now.isBefore(expiresAt.toInstant());
    }

    /** What it is for. */
    public enum Purpose {
        VERIFY,
        RESET
    }
}
