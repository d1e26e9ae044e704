package org.mtgtracker.identity.boundary;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.mtgtracker.identity.control.AccessTokens;
import org.mtgtracker.identity.control.AccountRules;
import org.mtgtracker.identity.control.AuditLog;
import org.mtgtracker.identity.control.Guesses;
import org.mtgtracker.identity.control.Moments;
import org.mtgtracker.identity.control.Passwords;
import org.mtgtracker.identity.control.People;
import org.mtgtracker.identity.control.Secrets;
import org.mtgtracker.identity.entity.RefreshToken;
import org.mtgtracker.identity.entity.User;
import org.mtgtracker.identity.entity.UserSession;
import org.mtgtracker.persistence.entity.UuidBytes;

/**
 * Signing in and out. A session over the API is carried on by refresh tokens, each of which is good once: when one
 * comes a second time somebody has stolen it, and the whole session ends. Everything here needs the primary, and throws
 * {@link org.mtgtracker.persistence.boundary.DatabaseUnavailable} when that does not answer.
 */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@RolesAllowed(Role.Name.USER)
public class Sessions {
    /** How long a session over the API lives on without being refreshed. */
    public static final Duration API_REST = Duration.ofDays(30);

    /** How long a session on the pages lasts at most. */
    public static final Duration PAGES_LIFE = Duration.ofHours(12);

    private final People people;
    private final Passwords passwords;
    private final Guesses guesses;
    private final AccessTokens accessTokens;
    private final AuditLog audit;
    private final Clock clock;
    private final Secrets secrets = new Secrets();

    @Inject
    public Sessions(People people, Passwords passwords, Guesses guesses, AccessTokens accessTokens, AuditLog audit) {
        this(people, passwords, guesses, accessTokens, audit, Clock.systemUTC());
    }

    Sessions(
            People people,
            Passwords passwords,
            Guesses guesses,
            AccessTokens accessTokens,
            AuditLog audit,
            Clock clock) {
        this.people = requireNonNull(people, "people is null");
        this.passwords = requireNonNull(passwords, "passwords is null");
        this.guesses = requireNonNull(guesses, "guesses is null");
        this.accessTokens = requireNonNull(accessTokens, "accessTokens is null");
        this.audit = requireNonNull(audit, "audit is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** For the container's proxy. */
    public Sessions() {
        people = null;
        passwords = null;
        guesses = null;
        accessTokens = null;
        audit = null;
        clock = null;
    }

    /**
     * Signs in over the API.
     *
     * @param name the account's name, or its e-mail address
     * @throws WrongCredentials when name and password do not belong together, or the account is disabled; after the
     *     same work, whichever it was
     * @throws TooManyAttempts when the password was not even looked at
     */
    @PermitAll
    public SessionTokens signIn(String name, String password, Origin origin) {
        Begun begun = begin(name, password, origin, SessionInfo.Kind.API);
        return tokens(begun);
    }

    /**
     * Signs in on the pages; the answer's session is what a page remembers.
     *
     * @param name the account's name, or its e-mail address
     * @throws WrongCredentials as {@link #signIn}
     * @throws TooManyAttempts as {@link #signIn}
     */
    @PermitAll
    public Caller enter(String name, String password, Origin origin) {
        return begin(name, password, origin, SessionInfo.Kind.PAGES).caller;
    }

    /**
     * The next tokens of a session.
     *
     * @throws WrongCredentials when the token is unknown or its session over; or was used before, which ends the session
     */
    @PermitAll
    public SessionTokens refresh(String token, Origin origin) {
        requireNonNull(token, "token is null");
        Instant now = Moments.now(clock);
        Refreshed refreshed = people.write(manager -> next(manager, token, origin, now));
        if (refreshed instanceof Refreshed.Reused reused) {
            people.ended(List.of(reused.session));
        }
        if (refreshed instanceof Refreshed.Carried carried) {
            return tokens(carried.begun);
        }
        throw new WrongCredentials(
                WrongCredentials.Kind.REFRESH_TOKEN,
                "The refresh token is unknown, was used before, or its session is over; sign in again.");
    }

    /** Ends the session that asks. */
    public void signOut(Caller caller, Origin origin) {
        caller.session().ifPresent(session -> end(caller, session, any -> true, Act.SIGNED_OUT, origin));
    }

    /** Ends a session on the pages, whose id only its own cookie leads to; nothing happens when it is over already. */
    @PermitAll
    public void leave(UUID session, Origin origin) {
        Instant now = Moments.now(clock);
        people.write(manager -> {
            UserSession found = manager.find(UserSession.class, UuidBytes.bytes(session));
            if (found != null && found.goesOnAt(now)) {
                found.end(now);
                audit.own(manager, now, Act.SIGNED_OUT, found.owner().id(), origin);
            }
            return null;
        });
        people.ended(List.of(session));
    }

    /** Ends every session of the account, this one included. */
    public void signOutEverywhere(Caller caller, Origin origin) {
        Instant now = Moments.now(clock);
        List<UUID> ended = people.write(manager -> {
            People.locked(manager, caller.id()).signOutEverywhere(now);
            audit.own(manager, now, Act.SIGNED_OUT_EVERYWHERE, caller.id(), origin);
            return People.endSessions(manager, caller.id(), Optional.empty(), now);
        });
        people.ended(ended);
    }

    /** The account's sessions that are going on, the last used first. */
    public List<SessionInfo> list(Caller caller) {
        Instant now = Moments.now(clock);
        return people.fresh(manager -> People.sessions(manager, caller.id(), now)).stream()
                .map(session -> session.asInfo(caller.session()))
                .toList();
    }

    /**
     * Ends one of the account's sessions.
     *
     * @throws UnknownThing when it has none of this id that is going on
     */
    public void end(Caller caller, UUID session, Origin origin) {
        end(caller, session, any -> true, origin);
    }

    /**
     * Ends one of the account's sessions.
     *
     * @param basis whether the session is meant as it is
     * @throws StaleVersion when it is not
     * @throws UnknownThing when it has none of this id that is going on
     */
    public void end(Caller caller, UUID session, Predicate<SessionInfo> basis, Origin origin) {
        end(caller, session, basis, Act.SESSION_ENDED, origin);
    }

    private void end(Caller caller, UUID id, Predicate<SessionInfo> basis, Act act, Origin origin) {
        Instant now = Moments.now(clock);
        people.write(manager -> {
            UserSession session = manager.find(UserSession.class, UuidBytes.bytes(id), LockModeType.PESSIMISTIC_WRITE);
            if (session == null || !session.owner().id().equals(caller.id()) || !session.goesOnAt(now)) {
                throw new UnknownThing(UnknownThing.Kind.SESSION, id);
            }
            if (!basis.test(session.asInfo(caller.session()))) {
                throw new StaleVersion();
            }
            session.end(now);
            audit.own(manager, now, act, caller.id(), origin);
            return null;
        });
        people.ended(List.of(id));
    }

    private record Begun(Caller caller, UUID session, String refreshToken, Instant ends) {}

    private Begun begin(String name, String password, Origin origin, SessionInfo.Kind kind) {
        requireNonNull(name, "name is null");
        requireNonNull(password, "password is null");
        Optional<User> user = people.write(manager -> {
            guesses.attempt(manager, name, origin.address(), Moments.now(clock));
            return People.called(manager, name);
        });
        boolean right = passwords.matches(AccountRules.normal(password), user.flatMap(User::passwordHash));
        Optional<Begun> begun =
                people.write(manager -> decided(manager, user.map(User::id), right, name, origin, kind));
        return begun.orElseThrow(() ->
                new WrongCredentials(WrongCredentials.Kind.PASSWORD, "This name and password do not belong together."));
    }

    private Optional<Begun> decided(
            EntityManager manager,
            Optional<UUID> account,
            boolean right,
            String name,
            Origin origin,
            SessionInfo.Kind kind) {
        Instant now = Moments.now(clock);
        Optional<User> user = account.filter(any -> right)
                .map(id -> manager.find(User.class, UuidBytes.bytes(id)))
                .filter(User::active);
        if (user.isEmpty()) {
            audit.add(manager, now, Act.SIGN_IN_FAILED, Optional.empty(), account, origin, "");
            return Optional.empty();
        }
        guesses.right(manager, name, origin.address());
        Instant ends = now.plus(kind == SessionInfo.Kind.API ? API_REST : PAGES_LIFE);
        UserSession session = new UserSession(UUID.randomUUID(), user.get(), kind, origin, now, ends);
        manager.persist(session);
        audit.own(manager, now, Act.SIGNED_IN, user.get().id(), origin);
        String refreshToken = kind == SessionInfo.Kind.API ? refreshToken(manager, session, now) : "";
        return Optional.of(new Begun(session.asCaller(), session.id(), refreshToken, ends));
    }

    private String refreshToken(EntityManager manager, UserSession session, Instant now) {
        String token = secrets.token();
        manager.persist(new RefreshToken(Secrets.tokenHash(token).orElseThrow(), session, now));
        return token;
    }

    /** What became of a refresh token; nothing is thrown, since the end of a session is to be committed. */
    private sealed interface Refreshed {
        record Carried(Begun begun) implements Refreshed {}

        record Reused(UUID session) implements Refreshed {}

        record Unknown() implements Refreshed {}
    }

    private Refreshed next(EntityManager manager, String text, Origin origin, Instant now) {
        RefreshToken token = Secrets.tokenHash(text)
                .map(hash -> manager.find(RefreshToken.class, hash, LockModeType.PESSIMISTIC_WRITE))
                .orElse(null);
        if (token == null || !token.session().goesOnAt(now)) {
            return new Refreshed.Unknown();
        }
        UserSession session = token.session();
        if (token.used()) {
            session.end(now);
            audit.add(
                    manager,
                    now,
                    Act.REFRESH_TOKEN_REUSED,
                    Optional.empty(),
                    Optional.of(session.owner().id()),
                    origin,
                    "session " + session.id());
            return new Refreshed.Reused(session.id());
        }
        token.use(now);
        session.use(now, now.plus(API_REST));
        return new Refreshed.Carried(
                new Begun(session.asCaller(), session.id(), refreshToken(manager, session, now), session.expiresAt()));
    }

    private SessionTokens tokens(Begun begun) {
        String accessToken = accessTokens.issue(begun.caller, begun.session, Moments.now(clock));
        return new SessionTokens(begun.caller, accessToken, AccessTokens.LIFETIME, begun.refreshToken, begun.ends);
    }
}
