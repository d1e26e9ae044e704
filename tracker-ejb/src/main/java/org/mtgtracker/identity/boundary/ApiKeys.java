package org.mtgtracker.identity.boundary;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.sql.Date;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.mtgtracker.identity.control.ApiKeyText;
import org.mtgtracker.identity.control.AuditLog;
import org.mtgtracker.identity.control.KnownCallers;
import org.mtgtracker.identity.control.Moments;
import org.mtgtracker.identity.control.People;
import org.mtgtracker.identity.control.Secrets;
import org.mtgtracker.identity.entity.ApiKey;
import org.mtgtracker.identity.entity.User;
import org.mtgtracker.persistence.entity.UuidBytes;

/**
 * A person's own API keys. What it changes needs the primary, and throws
 * {@link org.mtgtracker.persistence.boundary.DatabaseUnavailable} when that does not answer.
 */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@RolesAllowed(Role.Name.USER)
public class ApiKeys {
    public static final int LONGEST_NAME = 100;

    private static final int MOST_USABLE = 50;
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1," + LONGEST_NAME + "}");

    private final People people;
    private final KnownCallers known;
    private final AuditLog audit;
    private final Clock clock;
    private final Secrets secrets = new Secrets();

    @Inject
    public ApiKeys(People people, KnownCallers known, AuditLog audit) {
        this(people, known, audit, Clock.systemUTC());
    }

    ApiKeys(People people, KnownCallers known, AuditLog audit, Clock clock) {
        this.people = requireNonNull(people, "people is null");
        this.known = requireNonNull(known, "known is null");
        this.audit = requireNonNull(audit, "audit is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** For the container's proxy. */
    public ApiKeys() {
        people = null;
        known = null;
        audit = null;
        clock = null;
    }

    /**
     * Makes a key; its secret is told this once.
     *
     * @throws BadDetail when a detail is not as it has to be
     * @throws NotPossible when there are as many usable keys as an account has
     */
    public MadeApiKey make(Caller caller, NewApiKey wish, Origin origin) {
        Instant now = Moments.now(clock);
        NewApiKey checked = checked(caller, wish, now);
        ApiKeyText text = secrets.apiKey();
        return people.write(manager -> {
            User owner = People.locked(manager, caller.id());
            long usable = keys(manager, caller.id()).stream()
                    .filter(key -> key.usableAt(now))
                    .count();
            if (usable >= MOST_USABLE) {
                throw new NotPossible(NotPossible.Reason.TOO_MANY_KEYS);
            }
            ApiKey key = new ApiKey(UUID.randomUUID(), text.prefix(), text.secretHash(), owner, checked, now);
            manager.persist(key);
            audit.add(
                    manager,
                    now,
                    Act.KEY_MADE,
                    Optional.of(caller.id()),
                    Optional.of(caller.id()),
                    origin,
                    "key " + text.prefix() + ": " + Scope.text(checked.scopes()));
            return new MadeApiKey(key.asInfo(), text.text());
        });
    }

    private static NewApiKey checked(Caller caller, NewApiKey wish, Instant now) {
        String name = wish.name().strip();
        if (!NAME.matcher(name).matches()) {
            throw new BadDetail("name", "has to have 1 to " + LONGEST_NAME + " characters, none of them a control");
        }
        if (wish.scopes().isEmpty()) {
            throw new BadDetail("scopes", "has to have at least one of " + Scope.words());
        }
        if (wish.scopes().stream().anyMatch(Scope::administrative)
                && !caller.roles().contains(Role.ADMIN)) {
            throw new BadDetail("scopes", "has a scope that only an administrator can give");
        }
        if (wish.expiresAt().filter(moment -> !moment.isAfter(now)).isPresent()) {
            throw new BadDetail("expiresAt", "has to be in the future");
        }
        return new NewApiKey(
                name,
                wish.scopes(),
                wish.expiresAt().map(moment -> moment.truncatedTo(java.time.temporal.ChronoUnit.MILLIS)));
    }

    /** All keys of the account, the newest first, also those that are revoked or expired. */
    public List<ApiKeyInfo> list(Caller caller) {
        return people.fresh(manager -> keys(manager, caller.id())).stream()
                .map(ApiKey::asInfo)
                .toList();
    }

    /**
     * One of the account's keys.
     *
     * @throws UnknownThing when it has none of this id
     */
    public ApiKeyInfo key(Caller caller, UUID id) {
        return people.fresh(manager -> own(manager, caller.id(), id).asInfo());
    }

    /**
     * How much one of the account's keys was used, day by day, the newest first; days without use are left out.
     *
     * @param days how many days back, today included
     * @throws UnknownThing when it has none of this id
     */
    public List<KeyUsage> usage(Caller caller, UUID id, int days) {
        LocalDate from = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(days - 1L);
        return people.fresh(manager -> {
            own(manager, caller.id(), id);
            return usage(manager, id, from);
        });
    }

    /** As {@link #revoke(Caller, UUID, Predicate, Origin)}, whatever the key is like. */
    public void revoke(Caller caller, UUID id, Origin origin) {
        revoke(caller, id, any -> true, origin);
    }

    /**
     * Revokes a key, which is refused from now on; one that was revoked before stays so.
     *
     * @param basis whether the key is meant as it is
     * @throws StaleVersion when it is not
     * @throws UnknownThing when the account has none of this id
     */
    public void revoke(Caller caller, UUID id, Predicate<ApiKeyInfo> basis, Origin origin) {
        Instant now = Moments.now(clock);
        known.revoked(people.write(manager -> {
            ApiKey key = meant(manager, caller.id(), id, basis);
            if (key.revoke(now)) {
                audit.add(
                        manager,
                        now,
                        Act.KEY_REVOKED,
                        Optional.of(caller.id()),
                        Optional.of(caller.id()),
                        origin,
                        "key " + key.prefix());
            }
            return key.prefix();
        }));
    }

    static List<ApiKey> keys(EntityManager manager, UUID owner) {
        return manager.createNamedQuery(ApiKey.BY_OWNER, ApiKey.class)
                .setParameter("owner", UuidBytes.bytes(owner))
                .getResultList();
    }

    static List<KeyUsage> usage(EntityManager manager, UUID id, LocalDate from) {
        List<?> rows = manager.createNativeQuery(
                        "SELECT day, requests FROM api_key_usage WHERE api_key = ?1 AND day >= ?2 ORDER BY day DESC")
                .setParameter(1, UuidBytes.bytes(id))
                .setParameter(2, Date.valueOf(from))
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new KeyUsage(LocalDate.parse(row[0].toString()), ((Number) row[1]).longValue()))
                .toList();
    }

    /** A key of this owner, locked, when it is as it is meant. */
    static ApiKey meant(EntityManager manager, UUID owner, UUID id, Predicate<ApiKeyInfo> basis) {
        ApiKey key = own(manager, owner, id);
        manager.refresh(key, LockModeType.PESSIMISTIC_WRITE);
        if (!basis.test(key.asInfo())) {
            throw new StaleVersion();
        }
        return key;
    }

    static ApiKey own(EntityManager manager, UUID owner, UUID id) {
        ApiKey key = manager.find(ApiKey.class, UuidBytes.bytes(id));
        if (key == null || !key.owner().id().equals(owner)) {
            throw new UnknownThing(UnknownThing.Kind.API_KEY, id);
        }
        return key;
    }
}
