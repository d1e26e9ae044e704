package org.mtgtracker.identity.control;

import static java.util.Objects.requireNonNull;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.mtgtracker.identity.boundary.Account;
import org.mtgtracker.identity.boundary.StaleVersion;
import org.mtgtracker.identity.boundary.UnknownThing;
import org.mtgtracker.identity.entity.User;
import org.mtgtracker.identity.entity.UserSession;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;
import org.mtgtracker.persistence.boundary.Entities;
import org.mtgtracker.persistence.boundary.On;
import org.mtgtracker.persistence.boundary.Workload;
import org.mtgtracker.persistence.entity.UuidBytes;

/** Finds accounts and ends their sessions. */
@ApplicationScoped
public class People {
    /** SQLSTATE 40001: the transaction was undone, and may be tried again as it was. */
    private static final String SERIALIZATION_FAILURE = "40001";

    private static final int MOST_ATTEMPTS = 3;

    /**
     * What a name can be. The database takes others for the same, invisible characters and all, and each of them would
     * have guesses of its own.
     */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1," + User.LONGEST_NAME + "}");

    private final Entities entities;
    private final KnownCallers known;

    @Inject
    public People(@On(Workload.AUTH) Entities entities, KnownCallers known) {
        this.entities = requireNonNull(entities, "entities is null");
        this.known = requireNonNull(known, "known is null");
    }

    /** For the container's proxy. */
    protected People() {
        entities = null;
        known = null;
    }

    /** Makes a change on the primary; again, when it was the one to give way to another that was made at the same time. */
    public <T> T write(Function<EntityManager, T> change) {
        for (int attempt = 1; ; attempt++) {
            try {
                return entities.write(change);
            } catch (PersistenceException | EJBException e) {
                if (attempt == MOST_ATTEMPTS || !gaveWay(e)) {
                    throw e;
                }
            }
        }
    }

    private static boolean gaveWay(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockException
                    || cause instanceof SQLException sql && SERIALIZATION_FAILURE.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** Asks the primary, so that everybody sees what he has just done; the replica while that does not answer. */
    public <T> T fresh(Function<EntityManager, T> query) {
        try {
            return entities.write(query);
        } catch (DatabaseUnavailable e) {
            return entities.read(query);
        }
    }

    /** The account of that name, any case, or of that e-mail address, when there is only one. */
    public static Optional<User> called(EntityManager manager, String nameOrEmail) {
        String text = nameOrEmail.strip();
        if (text.isEmpty() || text.length() > AccountRules.LONGEST_EMAIL) {
            return Optional.empty();
        }
        if (text.indexOf('@') < 0) {
            return !NAME.matcher(text).matches()
                    ? Optional.empty()
                    : manager.createNamedQuery(User.BY_NAME, User.class)
                            .setParameter("name", text)
                            .getResultStream()
                            .findFirst();
        }
        List<User> having = manager.createNamedQuery(User.BY_EMAIL, User.class)
                .setParameter("email", text.toLowerCase(Locale.ROOT))
                .getResultList();
        List<User> verified = having.stream().filter(User::emailVerified).toList();
        return verified.isEmpty() && having.size() == 1
                ? Optional.of(having.get(0))
                : verified.stream().findFirst().filter(any -> verified.size() == 1);
    }

    /**
     * The account of that id, which waits for others that change it.
     *
     * @throws UnknownThing when there is none
     */
    public static User locked(EntityManager manager, UUID id) {
        User user = manager.find(User.class, UuidBytes.bytes(id), LockModeType.PESSIMISTIC_WRITE);
        if (user == null) {
            throw new UnknownThing(UnknownThing.Kind.USER, id);
        }
        return user;
    }

    /**
     * The account of that id, which waits for others that change it, as long as it is what a change is based on.
     *
     * @throws UnknownThing when there is none
     * @throws StaleVersion when it has changed in the meantime
     */
    public static User locked(EntityManager manager, UUID id, Predicate<Account> basis) {
        User user = locked(manager, id);
        if (!basis.test(user.asAccount())) {
            throw new StaleVersion();
        }
        return user;
    }

    /**
     * The account of that id.
     *
     * @throws UnknownThing when there is none
     */
    public static User known(EntityManager manager, UUID id) {
        User user = manager.find(User.class, UuidBytes.bytes(id));
        if (user == null) {
            throw new UnknownThing(UnknownThing.Kind.USER, id);
        }
        return user;
    }

    /** The sessions of an account that are going on, the last used first. */
    public static List<UserSession> sessions(EntityManager manager, UUID owner, Instant now) {
        return manager.createNamedQuery(UserSession.GOING_ON, UserSession.class)
                .setParameter("owner", UuidBytes.bytes(owner))
                .setParameter("now", Timestamp.from(now))
                .getResultList();
    }

    /** Ends the sessions of an account but for one; the ids of those that ended, to be told once that is committed. */
    public static List<UUID> endSessions(EntityManager manager, UUID owner, Optional<UUID> but, Instant now) {
        List<UserSession> others = sessions(manager, owner, now).stream()
                .filter(session -> but.filter(session.id()::equals).isEmpty())
                .toList();
        others.forEach(session -> session.end(now));
        return others.stream().map(UserSession::id).toList();
    }

    /** Those sessions are over on this pod at once. */
    public void ended(List<UUID> sessions) {
        sessions.forEach(known::ended);
    }
}
