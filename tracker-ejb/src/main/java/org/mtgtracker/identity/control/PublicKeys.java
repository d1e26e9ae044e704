package org.mtgtracker.identity.control;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mtgtracker.identity.boundary.Act;
import org.mtgtracker.identity.entity.AuditRecord;
import org.mtgtracker.identity.entity.PublicSigningKey;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;
import org.mtgtracker.persistence.boundary.Entities;
import org.mtgtracker.persistence.boundary.On;
import org.mtgtracker.persistence.boundary.Workload;

/**
 * The public keys of all pods, in the database: each pod publishes its own, and knows a token of any other. What was
 * looked up is remembered for a minute.
 */
@ApplicationScoped
public class PublicKeys {
    /** Longer than any token by far: a pod that signs says so every hour. */
    static final Duration KEPT = Duration.ofDays(2);

    /** RFC 7638: the SHA-256 of a key, as Base64url. */
    private static final Pattern KID = Pattern.compile("[A-Za-z0-9_-]{43}");

    private static final int MOST_REMEMBERED = 1000;

    private final Entities entities;
    private final Cache<String, Optional<Known>> known;

    @Inject
    public PublicKeys(@On(Workload.AUTH) Entities entities) {
        this(entities, Ticker.systemTicker());
    }

    PublicKeys(Entities entities, Ticker ticker) {
        this.entities = requireNonNull(entities, "entities is null");
        this.known = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterWrite(Duration.ofMinutes(1))
                .ticker(ticker)
                .build();
    }

    /** For the container's proxy. */
    protected PublicKeys() {
        entities = null;
        known = null;
    }

    private record Known(RSAPublicKey key, Instant expiresAt) {}

    /** Tells all pods of a key that this one signs with. */
    void publish(RSAKey key, Instant now) {
        byte[] encoded = encoded(key);
        entities.write(manager -> {
            PublicSigningKey there = manager.find(PublicSigningKey.class, key.getKeyID());
            if (there == null) {
                manager.persist(new PublicSigningKey(key.getKeyID(), encoded, now, now.plus(KEPT)));
                manager.persist(new AuditRecord(
                        now,
                        Act.SIGNING_KEY_PUBLISHED,
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        "key " + key.getKeyID()));
            } else {
                there.keepUntil(now.plus(KEPT));
            }
            return null;
        });
        known.invalidate(key.getKeyID());
    }

    /** The key of that id, unless no token of it can be good any more. */
    Optional<RSAPublicKey> key(String kid, Instant now) {
        if (!KID.matcher(kid).matches()) {
            return Optional.empty();
        }
        return known.get(kid, this::lookUp)
                .filter(found -> now.isBefore(found.expiresAt))
                .map(Known::key);
    }

    /** All keys that tokens may be signed with at that moment, the newest first. */
    List<RSAKey> all(Instant now) {
        return entities
                .read(manager -> manager.createNamedQuery(PublicSigningKey.GOOD, PublicSigningKey.class)
                        .setParameter("now", java.sql.Timestamp.from(now))
                        .getResultList())
                .stream()
                .map(row -> new RSAKey.Builder(decoded(row.publicKey()))
                        .keyID(row.kid())
                        .build())
                .toList();
    }

    /** A key that the replica has not heard of may have been made a moment ago. */
    private Optional<Known> lookUp(String kid) {
        Optional<PublicSigningKey> row =
                Optional.ofNullable(entities.read(manager -> manager.find(PublicSigningKey.class, kid)));
        if (row.isEmpty()) {
            try {
                row = Optional.ofNullable(entities.write(manager -> manager.find(PublicSigningKey.class, kid)));
            } catch (DatabaseUnavailable e) {
                return Optional.empty();
            }
        }
        return row.map(found -> new Known(decoded(found.publicKey()), found.expiresAt()));
    }

    private static byte[] encoded(RSAKey key) {
        try {
            return key.toRSAPublicKey().getEncoded();
        } catch (JOSEException e) {
            throw new IllegalStateException("An RSA key has a public half", e);
        }
    }

    private static RSAPublicKey decoded(byte[] encoded) {
        try {
            return (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The table signing_key holds something that is no RSA key", e);
        }
    }
}
