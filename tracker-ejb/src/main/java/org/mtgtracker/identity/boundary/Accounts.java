package org.mtgtracker.identity.boundary;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.mtgtracker.identity.control.AccountRules;
import org.mtgtracker.identity.control.AuditLog;
import org.mtgtracker.identity.control.Erasure;
import org.mtgtracker.identity.control.ExportedAccount;
import org.mtgtracker.identity.control.Guesses;
import org.mtgtracker.identity.control.Mails;
import org.mtgtracker.identity.control.Moments;
import org.mtgtracker.identity.control.OneTimeTokens;
import org.mtgtracker.identity.control.Passwords;
import org.mtgtracker.identity.control.People;
import org.mtgtracker.identity.entity.OneTimeToken;
import org.mtgtracker.identity.entity.OneTimeToken.Purpose;
import org.mtgtracker.identity.entity.User;

/**
 * A person's own account, from signing up to being forgotten. What it changes needs the primary, and throws
 * {@link org.mtgtracker.persistence.boundary.DatabaseUnavailable} when that does not answer.
 */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@RolesAllowed(Role.Name.USER)
public class Accounts {
    private final People people;
    private final AccountRules rules;
    private final Passwords passwords;
    private final Guesses guesses;
    private final OneTimeTokens tokens;
    private final Mails mails;
    private final Erasure erasure;
    private final ExportedAccount exported;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    public Accounts(
            People people,
            AccountRules rules,
            Passwords passwords,
            Guesses guesses,
            OneTimeTokens tokens,
            Mails mails,
            Erasure erasure,
            ExportedAccount exported,
            AuditLog audit) {
        this(people, rules, passwords, guesses, tokens, mails, erasure, exported, audit, Clock.systemUTC());
    }

    Accounts(
            People people,
            AccountRules rules,
            Passwords passwords,
            Guesses guesses,
            OneTimeTokens tokens,
            Mails mails,
            Erasure erasure,
            ExportedAccount exported,
            AuditLog audit,
            Clock clock) {
        this.people = requireNonNull(people, "people is null");
        this.rules = requireNonNull(rules, "rules is null");
        this.passwords = requireNonNull(passwords, "passwords is null");
        this.guesses = requireNonNull(guesses, "guesses is null");
        this.tokens = requireNonNull(tokens, "tokens is null");
        this.mails = requireNonNull(mails, "mails is null");
        this.erasure = requireNonNull(erasure, "erasure is null");
        this.exported = requireNonNull(exported, "exported is null");
        this.audit = requireNonNull(audit, "audit is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** For the container's proxy. */
    public Accounts() {
        people = null;
        rules = null;
        passwords = null;
        guesses = null;
        tokens = null;
        mails = null;
        erasure = null;
        exported = null;
        audit = null;
        clock = null;
    }

    /**
     * Makes an account. Its name is its public handle, so that one is taken is told; whose an e-mail address is, is not.
     *
     * @throws BadDetail when a detail is not as it has to be
     * @throws NameTaken when somebody else has the name
     * @throws TooManyAttempts when too many accounts were asked for from there
     */
    @PermitAll
    public Account signUp(NewAccount wish, Origin origin) {
        String name = rules.name(wish.name());
        Optional<String> email = wish.email().map(rules::email);
        String password = rules.newPassword("password", wish.password(), name, email);
        people.write(manager -> {
            guesses.signUp(manager, origin.address(), Moments.now(clock));
            return null;
        });
        String hash = passwords.hash(password);
        Account made = insert(name, email, hash, origin);
        email.ifPresent(address -> askToVerify(made.id(), address));
        return made;
    }

    private Account insert(String name, Optional<String> email, String hash, Origin origin) {
        Instant now = Moments.now(clock);
        try {
            return people.write(manager -> {
                if (People.called(manager, name).isPresent()) {
                    throw new NameTaken(name);
                }
                User user = new User(UUID.randomUUID(), name, Optional.of(hash), Role.USER, now);
                user.changeEmail(email);
                manager.persist(user);
                audit.own(manager, now, Act.SIGNED_UP, user.id(), origin);
                manager.flush();
                return user.asAccount();
            });
        } catch (PersistenceException e) {
            if (people.<Boolean>write(manager -> People.called(manager, name).isPresent())) {
                throw new NameTaken(name);
            }
            throw e;
        }
    }

    /** The account that asks. */
    public Account of(Caller caller) {
        return people.fresh(manager -> People.known(manager, caller.id()).asAccount());
    }

    /**
     * Changes the password and ends all other sessions.
     *
     * @throws BadDetail when the current one is wrong, or the new one may not be used
     * @throws TooManyAttempts when it was not even looked at
     */
    public void changePassword(Caller caller, String current, String wished, Origin origin) {
        User user = people.write(manager -> {
            User known = People.known(manager, caller.id());
            // a new password that may not be is no guess at the old one
            rules.newPassword("newPassword", wished, known.name(), known.email());
            guesses.attempt(manager, caller.name(), origin.address(), Moments.now(clock));
            return known;
        });
        if (!passwords.matches(AccountRules.normal(current), user.passwordHash())) {
            throw new BadDetail("currentPassword", "is not the current password");
        }
        String hash = passwords.hash(rules.newPassword("newPassword", wished, user.name(), user.email()));
        Instant now = Moments.now(clock);
        List<UUID> ended = people.write(manager -> {
            People.locked(manager, caller.id()).changePassword(hash);
            guesses.right(manager, caller.name(), origin.address());
            audit.own(manager, now, Act.PASSWORD_CHANGED, caller.id(), origin);
            return People.endSessions(manager, caller.id(), caller.session(), now);
        });
        people.ended(ended);
    }

    /** As {@link #changeEmail(Caller, Optional, Predicate, Origin)}, whatever the account is like. */
    public Account changeEmail(Caller caller, Optional<String> email, Origin origin) {
        return changeEmail(caller, email, any -> true, origin);
    }

    /**
     * Changes the e-mail address, which is verified anew where mail is sent.
     *
     * @param email empty for none
     * @param basis whether the change is meant for the account as it is
     * @throws BadDetail when it is no address
     * @throws StaleVersion when the change is not meant for the account as it is
     */
    public Account changeEmail(Caller caller, Optional<String> email, Predicate<Account> basis, Origin origin) {
        Optional<String> address = email.map(rules::email);
        Instant now = Moments.now(clock);
        Account changed = people.write(manager -> {
            User user = People.locked(manager, caller.id(), basis);
            if (!user.email().equals(address)) {
                user.changeEmail(address);
                // what was sent to the old address must not open the account any more
                tokens.forget(manager, user, Purpose.RESET);
                tokens.forget(manager, user, Purpose.VERIFY);
                audit.own(manager, now, Act.EMAIL_CHANGED, caller.id(), origin);
                manager.flush();
            }
            return user.asAccount();
        });
        changed.email().filter(any -> !changed.emailVerified()).ifPresent(to -> askToVerify(changed.id(), to));
        return changed;
    }

    /**
     * Sends the mail again that asks to verify the address.
     *
     * @throws NotPossible when no mail is sent, or no address waits
     * @throws TooManyAttempts when it was asked for too often
     */
    public void requestVerification(Caller caller) {
        requireMail();
        Account account = of(caller);
        String address = account.email()
                .filter(any -> !account.emailVerified())
                .orElseThrow(() -> new NotPossible(NotPossible.Reason.NO_EMAIL));
        people.write(manager -> {
            guesses.mail(manager, caller.id().toString(), Moments.now(clock));
            return null;
        });
        askToVerify(account.id(), address);
    }

    /**
     * Takes the token that was sent to an address.
     *
     * @throws WrongCredentials when it is not good any more
     */
    @PermitAll
    public void verifyEmail(String token, Origin origin) {
        Instant now = Moments.now(clock);
        people.write(manager -> {
            OneTimeToken taken = tokens.take(manager, token, Purpose.VERIFY, now);
            User user = taken.owner();
            if (!user.email().equals(taken.email())) {
                throw new WrongCredentials(
                        WrongCredentials.Kind.ONE_TIME_TOKEN, "The account has another address by now.");
            }
            user.verifyEmail();
            audit.own(manager, now, Act.EMAIL_VERIFIED, user.id(), origin);
            return null;
        });
    }

    /** Whether mail is sent, so that people can set a new password by themselves. */
    @PermitAll
    public boolean sendsMail() {
        return mails.possible();
    }

    /**
     * Sends a token for a new password to the verified address of an account. Whether there is such an account is told
     * to nobody: the work is done behind the answer.
     *
     * @param nameOrEmail as somebody would sign in
     * @throws NotPossible when no mail is sent
     */
    @PermitAll
    public void requestReset(String nameOrEmail, Origin origin) {
        requireMail();
        requireNonNull(nameOrEmail, "nameOrEmail is null");
        people.write(manager -> {
            guesses.attempt(manager, nameOrEmail, origin.address(), Moments.now(clock));
            return null;
        });
        mails.behind(() -> sendReset(nameOrEmail, origin));
    }

    private void sendReset(String nameOrEmail, Origin origin) {
        Instant now = Moments.now(clock);
        record Letter(String to, String name, String token) {}
        Optional<Letter> letter = people.write(manager -> People.called(manager, nameOrEmail)
                .filter(user -> user.active() && user.emailVerified())
                .map(user -> {
                    String to = user.email().orElseThrow();
                    audit.add(
                            manager,
                            now,
                            Act.PASSWORD_RESET_ASKED,
                            Optional.empty(),
                            Optional.of(user.id()),
                            origin,
                            "");
                    return new Letter(to, user.name(), tokens.reset(manager, user, to, now));
                }));
        letter.ifPresent(mail -> mails.reset(mail.to, mail.name, mail.token));
    }

    /**
     * Sets a new password by a token, and ends all sessions.
     *
     * @throws WrongCredentials when the token is not good any more
     * @throws BadDetail when the password may not be used; the token stays good then
     */
    @PermitAll
    public void reset(String token, String wished, Origin origin) {
        rules.fitting("password", wished);
        Instant now = Moments.now(clock);
        List<UUID> ended = people.write(manager -> {
            User user = tokens.take(manager, token, Purpose.RESET, now).owner();
            user.changePassword(passwords.hash(rules.newPassword("password", wished, user.name(), user.email())));
            user.signOutEverywhere(now);
            guesses.forget(manager, user.name());
            audit.own(manager, now, Act.PASSWORD_RESET, user.id(), origin);
            return People.endSessions(manager, user.id(), Optional.empty(), now);
        });
        people.ended(ended);
    }

    /** Everything that is kept of the account that asks, as maps, lists, texts, numbers, truths and instants. */
    public Map<String, Object> export(Caller caller, Origin origin) {
        Instant now = Moments.now(clock);
        Map<String, Object> everything = people.write(manager -> {
            audit.own(manager, now, Act.DATA_EXPORTED, caller.id(), origin);
            return exported.of(manager, caller, now);
        });
        everything.putAll(erasure.export(caller.id()));
        return everything;
    }

    /** As {@link #delete(Caller, Predicate, Origin)}, whatever the account is like. */
    public void delete(Caller caller, Origin origin) {
        delete(caller, any -> true, origin);
    }

    /**
     * Deletes the account that asks, with everything that is kept of it; the audit log keeps the bare id.
     *
     * @param basis whether the account is meant as it is
     * @throws StaleVersion when it is not
     * @throws NotPossible when it is the last active administrator's
     */
    public void delete(Caller caller, Predicate<Account> basis, Origin origin) {
        Instant now = Moments.now(clock);
        List<UUID> ended = people.write(manager -> {
            List<UUID> sessions = People.sessions(manager, caller.id(), now).stream()
                    .map(session -> session.id())
                    .toList();
            manager.clear();
            erasure.erase(manager, People.locked(manager, caller.id(), basis));
            audit.own(manager, now, Act.ACCOUNT_DELETED, caller.id(), origin);
            return sessions;
        });
        people.ended(ended);
    }

    private void requireMail() {
        if (!mails.possible()) {
            throw new NotPossible(NotPossible.Reason.NO_MAIL);
        }
    }

    private void askToVerify(UUID account, String address) {
        if (!mails.possible()) {
            return;
        }
        mails.behind(() -> {
            record Letter(String name, String token) {}
            Letter letter = people.write(manager -> {
                // nobody is to be flooded with mail because others give his address
                guesses.mail(manager, address, Moments.now(clock));
                User user = People.locked(manager, account);
                return new Letter(user.name(), tokens.verification(manager, user, address, Moments.now(clock)));
            });
            mails.verification(address, letter.name, letter.token);
        });
    }
}
