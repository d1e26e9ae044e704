package org.mtgtracker.identity.boundary;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.mtgtracker.identity.control.AuditLog;
import org.mtgtracker.identity.control.KnownCallers;
import org.mtgtracker.identity.control.Moments;
import org.mtgtracker.identity.control.People;
import org.mtgtracker.identity.entity.ApiKey;

/** Other people's API keys, for administrators: how much they are used, and an end to one that got into wrong hands. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@RolesAllowed(Role.Name.ADMIN)
public class OthersKeys {
    private final People people;
    private final KnownCallers known;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    public OthersKeys(People people, KnownCallers known, AuditLog audit) {
        this(people, known, audit, Clock.systemUTC());
    }

    OthersKeys(People people, KnownCallers known, AuditLog audit, Clock clock) {
        this.people = requireNonNull(people, "people is null");
        this.known = requireNonNull(known, "known is null");
        this.audit = requireNonNull(audit, "audit is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** For the container's proxy. */
    public OthersKeys() {
        people = null;
        known = null;
        audit = null;
        clock = null;
    }

    /**
     * All keys of an account, the newest first.
     *
     * @throws UnknownThing when there is no such account
     */
    public List<ApiKeyInfo> list(UUID owner) {
        return people.fresh(manager -> {
            People.known(manager, owner);
            return ApiKeys.keys(manager, owner).stream().map(ApiKey::asInfo).toList();
        });
    }

    /**
     * How much a key was used, day by day, the newest first; days without use are left out.
     *
     * @param days how many days back, today included
     * @throws UnknownThing when the account has none of this id
     */
    public List<KeyUsage> usage(UUID owner, UUID key, int days) {
        LocalDate from = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(days - 1L);
        return people.fresh(manager -> {
            ApiKeys.own(manager, owner, key);
            return ApiKeys.usage(manager, key, from);
        });
    }

    /**
     * Revokes a key, which is refused from now on; one that was revoked before stays so.
     *
     * @param basis whether the key is meant as it is
     * @throws StaleVersion when it is not
     * @throws UnknownThing when the account has none of this id
     */
    public void revoke(Caller admin, UUID owner, UUID id, Predicate<ApiKeyInfo> basis, Origin origin) {
        Instant now = Moments.now(clock);
        known.revoked(people.write(manager -> {
            ApiKey key = ApiKeys.meant(manager, owner, id, basis);
            if (key.revoke(now)) {
                audit.add(
                        manager,
                        now,
                        Act.KEY_REVOKED,
                        Optional.of(admin.id()),
                        Optional.of(owner),
                        origin,
                        "key " + key.prefix());
            }
            return key.prefix();
        }));
    }
}
