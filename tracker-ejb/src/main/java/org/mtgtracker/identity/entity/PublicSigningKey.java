package org.mtgtracker.identity.entity;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.sql.Timestamp;
import java.time.Instant;

/** The public half of a key that some pod signs access tokens with, until no such token is good any more. */
@Entity
@Table(name = "signing_key")
@NamedQuery(
        name = PublicSigningKey.GOOD,
        query = "SELECT k FROM PublicSigningKey k WHERE k.expiresAt > :now ORDER BY k.madeAt DESC, k.kid")
public class PublicSigningKey {
    public static final String GOOD = "PublicSigningKey.good";

    @Id
    private String kid;

    @Column(name = "public_key")
    private byte[] publicKey;

    @Column(name = "made_at")
    private Timestamp madeAt;

    @Column(name = "expires_at")
    private Timestamp expiresAt;

    /** For the persistence provider. */
    protected PublicSigningKey() {}

    /**
     * A key that is used from now on.
     *
     * @param publicKey as X.509 has it
     */
    public PublicSigningKey(String kid, byte[] publicKey, Instant madeAt, Instant expiresAt) {
        this.kid = requireNonNull(kid, "kid is null");
        this.publicKey = publicKey.clone();
        this.madeAt = Timestamp.from(madeAt);
        this.expiresAt = Timestamp.from(expiresAt);
    }

    public String kid() {
        return kid;
    }

    public byte[] publicKey() {
        return publicKey.clone();
    }

    public Instant expiresAt() {
        return expiresAt.toInstant();
    }

    /** It is still used: tokens signed with it will be around. */
    public void keepUntil(Instant moment) {
        expiresAt = Timestamp.from(moment);
    }
}
