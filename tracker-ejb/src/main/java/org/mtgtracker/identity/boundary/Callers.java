package org.mtgtracker.identity.boundary;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.mtgtracker.identity.control.ApiKeyText;
import org.mtgtracker.identity.control.Passwords;
import org.mtgtracker.identity.entity.ApiKey;
import org.mtgtracker.identity.entity.User;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;
import org.mtgtracker.persistence.boundary.Entities;
import org.mtgtracker.persistence.boundary.On;
import org.mtgtracker.persistence.boundary.Workload;

/**
 * Finds out who calls from what they present. Both ways read from the replica, so that people are known while the
 * primary is down; a revoked key or a disabled account is refused as soon as the replica has heard of it.
 */
@ApplicationScoped
public class Callers {
    private final Entities entities;
    private final Passwords passwords;
    private final Clock clock;

    @Inject
    public Callers(@On(Workload.AUTH) Entities entities, Passwords passwords) {
        this(entities, passwords, Clock.systemUTC());
    }

    Callers(Entities entities, Passwords passwords, Clock clock) {
        this.entities = requireNonNull(entities, "entities is null");
        this.passwords = requireNonNull(passwords, "passwords is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** For the container's proxy. */
    protected Callers() {
        entities = null;
        passwords = null;
        clock = null;
    }

    /**
     * The owner of an API key, with the key's roles; empty when the text is no key, or the key is unknown, wrong,
     * revoked or expired, or its owner is disabled.
     *
     * @throws DatabaseUnavailable when neither database answers
     */
    public Optional<Caller> byApiKey(String key) {
        Instant now = clock.instant();
        return ApiKeyText.parse(requireNonNull(key, "key is null"))
                .flatMap(text -> entities.read(manager -> key(manager, text, now)));
    }

    /**
     * The user of that name, any case, and that password; empty when either is wrong or the account is disabled. A
     * wrong name takes as long as a wrong password, so that time does not tell which names exist.
     *
     * @throws DatabaseUnavailable when neither database answers
     */
    public Optional<Caller> byPassword(String name, String password) {
        requireNonNull(name, "name is null");
        requireNonNull(password, "password is null");
        Optional<User> user = entities.read(manager -> user(manager, name));
        boolean right = passwords.matches(password, user.flatMap(User::passwordHash));
        return user.filter(found -> right && found.active()).map(User::asCaller);
    }

    private static Optional<Caller> key(EntityManager manager, ApiKeyText text, Instant now) {
        return manager.createNamedQuery(ApiKey.BY_PREFIX, ApiKey.class)
                .setParameter("prefix", text.prefix())
                .getResultStream()
                .filter(key -> text.matches(key.secretHash()) && key.usableAt(now))
                .findFirst()
                .map(ApiKey::asCaller);
    }

    private static Optional<User> user(EntityManager manager, String name) {
        if (name.length() > User.LONGEST_NAME) {
            return Optional.empty();
        }
        return manager.createNamedQuery(User.BY_NAME, User.class)
                .setParameter("name", name)
                .getResultStream()
                .findFirst();
    }
}
