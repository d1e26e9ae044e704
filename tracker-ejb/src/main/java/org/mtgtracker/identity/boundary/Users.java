package org.mtgtracker.identity.boundary;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.mtgtracker.identity.control.AuditLog;
import org.mtgtracker.identity.control.Erasure;
import org.mtgtracker.identity.control.Guesses;
import org.mtgtracker.identity.control.Moments;
import org.mtgtracker.identity.control.OneTimeTokens;
import org.mtgtracker.identity.control.People;
import org.mtgtracker.identity.entity.User;
import org.mtgtracker.identity.entity.UserSession;

/**
 * Other people's accounts, for administrators; every change stands in the audit log. What it changes needs the primary,
 * and throws {@link org.mtgtracker.persistence.boundary.DatabaseUnavailable} when that does not answer.
 */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@RolesAllowed(Role.Name.ADMIN)
public class Users {
    private final People people;
    private final OneTimeTokens tokens;
    private final Guesses guesses;
    private final Erasure erasure;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    public Users(People people, OneTimeTokens tokens, Guesses guesses, Erasure erasure, AuditLog audit) {
        this(people, tokens, guesses, erasure, audit, Clock.systemUTC());
    }

    Users(People people, OneTimeTokens tokens, Guesses guesses, Erasure erasure, AuditLog audit, Clock clock) {
        this.people = requireNonNull(people, "people is null");
        this.tokens = requireNonNull(tokens, "tokens is null");
        this.guesses = requireNonNull(guesses, "guesses is null");
        this.erasure = requireNonNull(erasure, "erasure is null");
        this.audit = requireNonNull(audit, "audit is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** For the container's proxy. */
    public Users() {
        people = null;
        tokens = null;
        guesses = null;
        erasure = null;
        audit = null;
        clock = null;
    }

    /** The accounts that are meant, by name; the page's next is the name to go on after. */
    public Page<Account> find(UserFilter filter) {
        List<Account> found =
                people
                        .fresh(manager -> query(manager, filter)
                                .setMaxResults(filter.limit() + 1)
                                .getResultList())
                        .stream()
                        .map(User::asAccount)
                        .toList();
        List<Account> page = found.stream().limit(filter.limit()).toList();
        return new Page<>(
                page,
                found.size() > filter.limit()
                        ? Optional.of(page.get(page.size() - 1).name())
                        : Optional.empty());
    }

    private static TypedQuery<User> query(EntityManager manager, UserFilter filter) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        filter.text()
                .ifPresent(any -> conditions.add("(u.name LIKE :text ESCAPE '!' OR u.email LIKE :text ESCAPE '!')"));
        filter.role().ifPresent(any -> conditions.add("u.role = :role"));
        filter.active().ifPresent(any -> conditions.add("u.active = :active"));
        filter.after().ifPresent(any -> conditions.add("u.name > :after"));
        TypedQuery<User> query = manager.createQuery(
                "SELECT u FROM User u WHERE " + String.join(" AND ", conditions) + " ORDER BY u.name", User.class);
        filter.text().ifPresent(text -> query.setParameter("text", "%" + escaped(text) + "%"));
        filter.role().ifPresent(role -> query.setParameter("role", role));
        filter.active().ifPresent(active -> query.setParameter("active", active));
        filter.after().ifPresent(after -> query.setParameter("after", after));
        return query;
    }

    private static String escaped(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
    }

    /**
     * One account.
     *
     * @throws UnknownThing when there is none of this id
     */
    public Account user(UUID id) {
        return people.fresh(manager -> People.known(manager, id).asAccount());
    }

    /** As {@link #change(Caller, UUID, Optional, Optional, Predicate, Origin)}, whatever the account is like. */
    public Account change(Caller admin, UUID id, Optional<Role> role, Optional<Boolean> active, Origin origin) {
        return change(admin, id, role, active, any -> true, origin);
    }

    /**
     * Gives an account another role, enables or disables it; what is empty stays as it is. A disabled account may
     * nothing any more, whichever way it comes in, and its sessions end.
     *
     * @param basis whether the change is meant for the account as it is
     * @throws UnknownThing when there is none of this id
     * @throws StaleVersion when the change is not meant for the account as it is
     * @throws BadDetail when an account cannot have that role
     * @throws NotPossible when no active administrator would be left
     */
    public Account change(
            Caller admin,
            UUID id,
            Optional<Role> role,
            Optional<Boolean> active,
            Predicate<Account> basis,
            Origin origin) {
        if (role.filter(Role.API_CLIENT::equals).isPresent()) {
            throw new BadDetail("role", "has to be USER or ADMIN");
        }
        Instant now = Moments.now(clock);
        List<UUID> over = new ArrayList<>();
        Account changed = people.write(manager -> {
            User user = People.locked(manager, id, basis);
            boolean goes = user.role() == Role.ADMIN
                    && user.active()
                    && (role.filter(Role.USER::equals).isPresent()
                            || active.filter(wish -> !wish).isPresent());
            if (goes) {
                Erasure.mustNotBeLast(manager);
            }
            role.filter(wish -> wish != user.role()).ifPresent(wish -> {
                note(manager, now, Act.ROLE_CHANGED, admin, id, origin, user.role() + " to " + wish);
                user.give(wish);
            });
            active.filter(wish -> wish != user.active()).ifPresent(wish -> {
                note(manager, now, wish ? Act.ENABLED : Act.DISABLED, admin, id, origin, "");
                if (wish) {
                    user.enable();
                } else {
                    user.disable();
                    user.signOutEverywhere(now);
                    over.addAll(People.endSessions(manager, id, Optional.empty(), now));
                }
            });
            manager.flush();
            return user.asAccount();
        });
        people.ended(over);
        return changed;
    }

    /**
     * Ends all sessions of an account.
     *
     * @throws UnknownThing when there is none of this id
     */
    public void signOut(Caller admin, UUID id, Origin origin) {
        Instant now = Moments.now(clock);
        List<UUID> ended = people.write(manager -> {
            People.locked(manager, id).signOutEverywhere(now);
            note(manager, now, Act.SIGNED_OUT_EVERYWHERE, admin, id, origin, "");
            return People.endSessions(manager, id, Optional.empty(), now);
        });
        people.ended(ended);
    }

    /**
     * Makes a token with which its holder sets a new password, for the administrator to hand over; told this once.
     *
     * @throws UnknownThing when there is no account of this id
     */
    public ResetToken resetToken(Caller admin, UUID id, Origin origin) {
        Instant now = Moments.now(clock);
        return people.write(manager -> {
            User user = People.locked(manager, id);
            note(manager, now, Act.RESET_TOKEN_MADE, admin, id, origin, "");
            return tokens.resetByAdmin(manager, user, now);
        });
    }

    /**
     * Forgets the guesses at an account's password, so that its owner need not wait.
     *
     * @throws UnknownThing when there is none of this id
     */
    public void unlock(Caller admin, UUID id, Origin origin) {
        Instant now = Moments.now(clock);
        people.write(manager -> {
            User user = People.known(manager, id);
            guesses.forget(manager, user.name());
            user.email().ifPresent(email -> guesses.forget(manager, email));
            note(manager, now, Act.UNLOCKED, admin, id, origin, "");
            return null;
        });
    }

    /** As {@link #delete(Caller, UUID, Predicate, Origin)}, whatever the account is like. */
    public void delete(Caller admin, UUID id, Origin origin) {
        delete(admin, id, any -> true, origin);
    }

    /**
     * Deletes an account with everything that is kept of it; the audit log keeps the bare id.
     *
     * @param basis whether the account is meant as it is
     * @throws UnknownThing when there is none of this id
     * @throws StaleVersion when it is not
     * @throws NotPossible when it is the last active administrator's
     */
    public void delete(Caller admin, UUID id, Predicate<Account> basis, Origin origin) {
        Instant now = Moments.now(clock);
        List<UUID> ended = people.write(manager -> {
            List<UUID> sessions = People.sessions(manager, id, now).stream()
                    .map(UserSession::id)
                    .toList();
            manager.clear();
            erasure.erase(manager, People.locked(manager, id, basis));
            note(manager, now, Act.ACCOUNT_DELETED, admin, id, origin, "");
            return sessions;
        });
        people.ended(ended);
    }

    private void note(
            EntityManager manager, Instant at, Act act, Caller admin, UUID subject, Origin origin, String detail) {
        audit.add(manager, at, act, Optional.of(admin.id()), Optional.of(subject), origin, detail);
    }
}
