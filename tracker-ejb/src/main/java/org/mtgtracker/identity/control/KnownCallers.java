package org.mtgtracker.identity.control;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mtgtracker.identity.entity.ApiKey;
import org.mtgtracker.identity.entity.UserSession;

/**
 * The sessions and keys that were looked up in the last few seconds, so that not every request asks the database. What
 * this pod ends is over here at once, and on the others as soon as they have forgotten it.
 */
@ApplicationScoped
public class KnownCallers {
    private static final int MOST = 20_000;
    private static final int MOST_SECONDS = 300;

    private final Cache<UUID, Optional<UserSession>> sessions;
    private final Cache<String, Optional<ApiKey>> keys;

    /**
     * Remembers for so long.
     *
     * @param seconds 0 to remember nothing
     */
    @Inject
    public KnownCallers(@ConfigProperty(name = "tracker.identity.remember-seconds", defaultValue = "5") int seconds) {
        this(Duration.ofSeconds(Math.min(Math.max(seconds, 0), MOST_SECONDS)), Ticker.systemTicker());
    }

    KnownCallers(Duration time, Ticker ticker) {
        sessions = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(time)
                .ticker(ticker)
                .build();
        keys = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(time)
                .ticker(ticker)
                .build();
    }

    /** For the container's proxy. */
    protected KnownCallers() {
        sessions = null;
        keys = null;
    }

    /** A session, looked up unless it was a moment ago. */
    public Optional<UserSession> session(UUID id, Function<UUID, Optional<UserSession>> lookUp) {
        return sessions.get(requireNonNull(id, "id is null"), lookUp);
    }

    /** A key by its prefix, looked up unless it was a moment ago. */
    public Optional<ApiKey> key(String prefix, Function<String, Optional<ApiKey>> lookUp) {
        return keys.get(requireNonNull(prefix, "prefix is null"), lookUp);
    }

    /** That session is over; the replica may say otherwise for a moment longer. */
    public void ended(UUID session) {
        sessions.put(session, Optional.empty());
    }

    /** That key is revoked; the replica may say otherwise for a moment longer. */
    public void revoked(String prefix) {
        keys.put(prefix, Optional.empty());
    }

    /** Something about a session's account has changed. */
    public void changed(UUID session) {
        sessions.invalidate(session);
    }
}
