package org.mtgtracker.identity.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mtgtracker.identity.boundary.TooManyAttempts;
import org.mtgtracker.values.boundary.Sha256;

/**
 * Slows guessing down, by account and by address. Each attempt is counted before it is looked at, so that many at once
 * gain nothing, and taken back when it was right. It is kept in the database: asking another pod does not help. Names
 * count whether or not somebody has them.
 */
@ApplicationScoped
public class Guesses {
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    /** 2 to the 10th seconds are over the longest wait. */
    private static final int MOST_DOUBLINGS = 10;

    private static final int FREE_MAILS = 5;

    private final int freeByAccount;
    private final int freeByAddress;
    private final int freeSignUps;

    /**
     * How many wrong attempts cost nothing; each further one doubles the wait.
     *
     * @param byAccount for one name, from wherever
     * @param byAddress from one address, for whatever names
     * @param signUps new accounts from one address
     */
    @Inject
    public Guesses(
            @ConfigProperty(name = "tracker.sign-in.free-by-account", defaultValue = "10") int byAccount,
            @ConfigProperty(name = "tracker.sign-in.free-by-address", defaultValue = "100") int byAddress,
            @ConfigProperty(name = "tracker.sign-up.free-by-address", defaultValue = "100") int signUps) {
        freeByAccount = Math.max(1, byAccount);
        freeByAddress = Math.max(1, byAddress);
        freeSignUps = Math.max(1, signUps);
    }

    /** For the container's proxy. */
    protected Guesses() {
        freeByAccount = 0;
        freeByAddress = 0;
        freeSignUps = 0;
    }

    private enum Kind {
        ACCOUNT,
        ADDRESS,
        SIGN_UP,
        MAIL
    }

    /**
     * Counts an attempt, which the running transaction has to commit before the password is looked at.
     *
     * @throws TooManyAttempts when it comes too early
     */
    public void attempt(EntityManager manager, String name, String address, Instant now) {
        count(manager, Kind.ACCOUNT, account(name), freeByAccount, now);
        count(manager, Kind.ADDRESS, address, freeByAddress, now);
    }

    /**
     * Counts a wish for an account.
     *
     * @throws TooManyAttempts when it comes too early
     */
    public void signUp(EntityManager manager, String address, Instant now) {
        count(manager, Kind.SIGN_UP, address, freeSignUps, now);
    }

    /**
     * Counts a mail that somebody asked for without being known to read it.
     *
     * @param to to whom, or by which account it was asked for
     * @throws TooManyAttempts when it comes too early after others
     */
    public void mail(EntityManager manager, String to, Instant now) {
        count(manager, Kind.MAIL, to, FREE_MAILS, now);
    }

    /** The attempt was right: the account's guesses are forgotten, the address's are one fewer. */
    public void right(EntityManager manager, String name, String address) {
        forget(manager, name);
        manager.createNativeQuery("UPDATE guess SET failures = failures - 1"
                        + " WHERE kind = ?1 AND subject = ?2 AND failures > 0")
                .setParameter(1, Kind.ADDRESS.name())
                .setParameter(2, hash(address))
                .executeUpdate();
    }

    /** Forgets the guesses at an account. */
    public void forget(EntityManager manager, String name) {
        manager.createNativeQuery("DELETE FROM guess WHERE kind = ?1 AND subject = ?2")
                .setParameter(1, Kind.ACCOUNT.name())
                .setParameter(2, hash(account(name)))
                .executeUpdate();
    }

    /** Deletes what is forgotten anyway; how many that were. */
    public int clean(EntityManager manager, Instant now) {
        return manager.createNativeQuery("DELETE FROM guess WHERE last_at < ?1")
                .setParameter(1, Timestamp.from(now.minus(FORGOTTEN_AFTER)))
                .executeUpdate();
    }

    private static void count(EntityManager manager, Kind kind, String subject, int free, Instant now) {
        byte[] hash = hash(subject);
        Timestamp forgotten = Timestamp.from(now.minus(FORGOTTEN_AFTER));
        // the row first, which makes others wait for it; a second at once sees what the first one wrote
        manager.createNativeQuery("INSERT INTO guess (kind, subject, failures, last_at) VALUES (?1, ?2, 0, ?3)"
                        + " ON DUPLICATE KEY UPDATE failures = IF(last_at < ?4, 0, failures)")
                .setParameter(1, kind.name())
                .setParameter(2, hash)
                .setParameter(3, Timestamp.from(now))
                .setParameter(4, forgotten)
                .executeUpdate();
        List<?> rows = manager.createNativeQuery(
                        "SELECT failures, last_at FROM guess WHERE kind = ?1 AND subject = ?2 FOR UPDATE")
                .setParameter(1, kind.name())
                .setParameter(2, hash)
                .getResultList();
        Object[] row = (Object[]) rows.get(0);
        Duration wait = wait(((Number) row[0]).intValue(), free);
        Instant next = moment(row[1]).plus(wait);
        if (!wait.isZero() && now.isBefore(next)) {
            throw new TooManyAttempts(Duration.between(now, next));
        }
        manager.createNativeQuery(
                        "UPDATE guess SET failures = failures + 1, last_at = ?3 WHERE kind = ?1 AND subject = ?2")
                .setParameter(1, kind.name())
                .setParameter(2, hash)
                .setParameter(3, Timestamp.from(now))
                .executeUpdate();
    }

    private static Instant moment(Object value) {
        return value instanceof Timestamp timestamp
                ? timestamp.toInstant()
                : ((LocalDateTime) value).toInstant(ZoneOffset.UTC);
    }

    /** Nothing for the free ones, then 2, 4, 8 … seconds. */
    static Duration wait(int failures, int free) {
        if (failures < free) {
            return Duration.ZERO;
        }
        Duration doubled = Duration.ofSeconds(1L << Math.min(failures - free + 1, MOST_DOUBLINGS));
        return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
    }

    /** As the database compares names: without case and accents. */
    private static String account(String name) {
        String decomposed = Normalizer.normalize(name.strip(), Normalizer.Form.NFKD);
        return decomposed.replaceAll("\\p{M}+", "").toLowerCase(Locale.ROOT);
    }

    private static byte[] hash(String subject) {
        return Sha256.of(subject.getBytes(UTF_8));
    }
}
