package org.mtgtracker.identity.boundary;

import static java.util.Objects.requireNonNull;
import static org.mtgtracker.identity.boundary.WrongCredentials.Kind.ACCESS_TOKEN;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.mtgtracker.identity.control.AccessTokens;
import org.mtgtracker.identity.control.ApiKeyText;
import org.mtgtracker.identity.control.KeyUse;
import org.mtgtracker.identity.control.KnownCallers;
import org.mtgtracker.identity.entity.ApiKey;
import org.mtgtracker.identity.entity.UserSession;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;
import org.mtgtracker.persistence.boundary.Entities;
import org.mtgtracker.persistence.boundary.On;
import org.mtgtracker.persistence.boundary.Workload;
import org.mtgtracker.persistence.entity.UuidBytes;

/**
 * Finds out who calls from what they present. It asks the replica, so that whoever is signed in stays so while the
 * primary is down; and the primary for what the replica has not heard of yet. What a session or key may is what its
 * account may now: a role that was taken, a disabled account, a sign-out hold within seconds, whatever a token says.
 * Called before anybody is known, it guards nothing.
 */
@ApplicationScoped
public class Callers {
    private final Entities entities;
    private final AccessTokens accessTokens;
    private final KnownCallers known;
    private final KeyUse use;
    private final Clock clock;

    @Inject
    public Callers(@On(Workload.AUTH) Entities entities, AccessTokens accessTokens, KnownCallers known, KeyUse use) {
        this(entities, accessTokens, known, use, Clock.systemUTC());
    }

    Callers(Entities entities, AccessTokens accessTokens, KnownCallers known, KeyUse use, Clock clock) {
        this.entities = requireNonNull(entities, "entities is null");
        this.accessTokens = requireNonNull(accessTokens, "accessTokens is null");
        this.known = requireNonNull(known, "known is null");
        this.use = requireNonNull(use, "use is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** For the container's proxy. */
    protected Callers() {
        entities = null;
        accessTokens = null;
        known = null;
        use = null;
        clock = null;
    }

    /**
     * The owner of an API key, with what the key may; empty when the text is no key, or the key is unknown, wrong,
     * revoked or expired, or its owner is disabled.
     *
     * @throws DatabaseUnavailable when neither database answers
     */
    public Optional<Caller> byApiKey(String key) {
        Instant now = clock.instant();
        Optional<ApiKey> found = ApiKeyText.parse(requireNonNull(key, "key is null"))
                .flatMap(text -> known.key(text.prefix(), this::lookUpKey)
                        .filter(row -> text.matches(row.secretHash()) && row.usableAt(now)));
        found.ifPresent(row -> use.used(row.id()));
        return found.map(ApiKey::asCaller);
    }

    /**
     * The account that an access token was issued to.
     *
     * @throws WrongCredentials when it is not one of ours, has expired, or its session is over
     * @throws DatabaseUnavailable when neither database answers
     */
    public Caller byAccessToken(String token) {
        AccessTokens.Claims claims = accessTokens.verify(token, clock.instant());
        return bySession(claims.session())
                .filter(caller -> caller.id().equals(claims.account()))
                .orElseThrow(() -> new WrongCredentials(ACCESS_TOKEN, "The session of the token is over."));
    }

    /**
     * The account whose session that is; empty when the session is over or the account disabled.
     *
     * @throws DatabaseUnavailable when neither database answers
     */
    public Optional<Caller> bySession(UUID session) {
        Instant now = clock.instant();
        return known.session(requireNonNull(session, "session is null"), this::lookUpSession)
                .filter(found -> found.goesOnAt(now))
                .map(UserSession::asCaller);
    }

    private Optional<ApiKey> lookUpKey(String prefix) {
        return onEither(manager -> manager.createNamedQuery(ApiKey.BY_PREFIX, ApiKey.class)
                .setParameter("prefix", prefix)
                .getResultStream()
                .findFirst());
    }

    private Optional<UserSession> lookUpSession(UUID id) {
        return onEither(manager -> manager.createNamedQuery(UserSession.BY_ID, UserSession.class)
                .setParameter("id", UuidBytes.bytes(id))
                .getResultStream()
                .findFirst());
    }

    /** What was made a moment ago may not have come to the replica yet. */
    private <T> Optional<T> onEither(Function<EntityManager, Optional<T>> query) {
        Optional<T> found = entities.read(query);
        if (found.isPresent()) {
            return found;
        }
        try {
            return entities.write(query);
        } catch (DatabaseUnavailable e) {
            return found;
        }
    }
}
