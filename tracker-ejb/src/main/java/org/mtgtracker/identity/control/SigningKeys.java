package org.mtgtracker.identity.control;

import static java.util.Objects.requireNonNull;

import com.nimbusds.jose.jwk.RSAKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mtgtracker.persistence.boundary.SchemaReady;

/**
 * The private key that this pod signs with. It never leaves the pod: what others need to know a token by is published
 * before the first token is signed. So a key may be replaced at any time, and nobody is signed out.
 */
@ApplicationScoped
public class SigningKeys {
    private static final Logger LOG = Logger.getLogger(SigningKeys.class.getName());

    private static final Duration LOOK_EVERY = Duration.ofMinutes(1);
    private static final Duration PUBLISH_EVERY = Duration.ofHours(1);

    private final PublicKeys publicKeys;
    private final Optional<KeyFolder> folder;
    private RSAKey signing;
    private Instant lookedAt = Instant.EPOCH;
    private String published = "";
    private Instant publishedAt = Instant.EPOCH;

    @Inject
    public SigningKeys(PublicKeys publicKeys, TokenSettings settings) {
        this.publicKeys = requireNonNull(publicKeys, "publicKeys is null");
        this.folder = settings.keys().map(path -> new KeyFolder(path, settings.keyAge()));
    }

    /** For the container's proxy. */
    protected SigningKeys() {
        publicKeys = null;
        folder = Optional.empty();
    }

    /** Makes the keys known from the start on. */
    void onSchemaReady(@Observes SchemaReady ready) {
        try {
            current(Clock.systemUTC().instant());
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "There is no key to sign access tokens with: " + e.getMessage(), e);
        }
    }

    /**
     * The key to sign with at that moment; every pod knows its public half.
     *
     * @throws UnusableSigningKey when there is none
     * @throws org.mtgtracker.persistence.boundary.DatabaseUnavailable when it cannot be published
     */
    synchronized RSAKey current(Instant now) {
        if (signing == null || now.isAfter(lookedAt.plus(LOOK_EVERY))) {
            signing = folder.map(keys -> look(keys, now)).orElseGet(this::ownKey);
            lookedAt = now;
        }
        if (!published.equals(signing.getKeyID()) || now.isAfter(publishedAt.plus(PUBLISH_EVERY))) {
            publicKeys.publish(signing, now);
            published = signing.getKeyID();
            publishedAt = now;
        }
        return signing;
    }

    /** Without a folder a key lives as long as the pod. */
    private synchronized RSAKey ownKey() {
        return signing == null ? KeyFolder.random() : signing;
    }

    private synchronized RSAKey look(KeyFolder keys, Instant now) {
        try {
            return keys.signing(now);
        } catch (UnusableSigningKey e) {
            if (signing == null) {
                throw e;
            }
            LOG.log(Level.SEVERE, "The key in use stays in use: " + e.getMessage(), e);
            return signing;
        }
    }
}
