package org.mtgtracker.identity.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.mtgtracker.identity.boundary.ResetToken;
import org.mtgtracker.identity.boundary.WrongCredentials;
import org.mtgtracker.identity.entity.OneTimeToken;
import org.mtgtracker.identity.entity.OneTimeToken.Purpose;
import org.mtgtracker.identity.entity.User;
import org.mtgtracker.persistence.entity.UuidBytes;

/** Makes and takes the tokens that prove something once; a new one of a kind takes the place of the one before. */
@ApplicationScoped
public class OneTimeTokens {
    static final Duration VERIFY = Duration.ofHours(24);
    static final Duration RESET = Duration.ofMinutes(30);
    /** An administrator has to hand it over first. */
    static final Duration RESET_BY_ADMIN = Duration.ofHours(24);

    private final Secrets secrets = new Secrets();

    /** For an address that is to be verified. */
    public String verification(EntityManager manager, User user, String email, Instant now) {
        return make(manager, user, Purpose.VERIFY, Optional.of(email), now.plus(VERIFY));
    }

    /** For a new password, sent to that address. */
    public String reset(EntityManager manager, User user, String email, Instant now) {
        return make(manager, user, Purpose.RESET, Optional.of(email), now.plus(RESET));
    }

    /** For a new password, handed over by an administrator. */
    public ResetToken resetByAdmin(EntityManager manager, User user, Instant now) {
        Instant until = now.plus(RESET_BY_ADMIN);
        return new ResetToken(make(manager, user, Purpose.RESET, Optional.empty(), until), until);
    }

    private String make(EntityManager manager, User user, Purpose purpose, Optional<String> email, Instant until) {
        forget(manager, user, purpose);
        String token = secrets.token();
        manager.persist(new OneTimeToken(Secrets.tokenHash(token).orElseThrow(), user, purpose, email, until));
        return token;
    }

    /** Makes the tokens of a kind that somebody still has worthless. */
    public void forget(EntityManager manager, User user, Purpose purpose) {
        manager.createNativeQuery("DELETE FROM one_time_token WHERE owner = ?1 AND purpose = ?2")
                .setParameter(1, UuidBytes.bytes(user.id()))
                .setParameter(2, purpose.name())
                .executeUpdate();
    }

    /**
     * Takes a token, which is worthless from then on.
     *
     * @throws WrongCredentials when it is none, was used or replaced, or is too old
     */
    public OneTimeToken take(EntityManager manager, String text, Purpose purpose, Instant now) {
        OneTimeToken token = Secrets.tokenHash(text)
                .map(hash -> manager.find(OneTimeToken.class, hash, LockModeType.PESSIMISTIC_WRITE))
                .filter(found -> found.goodFor(purpose, now))
                .orElseThrow(() -> new WrongCredentials(
                        WrongCredentials.Kind.ONE_TIME_TOKEN,
                        "The token is unknown, expired, or was used or replaced."));
        manager.remove(token);
        return token;
    }
}
