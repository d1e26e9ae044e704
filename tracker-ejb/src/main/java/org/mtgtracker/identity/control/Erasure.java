package org.mtgtracker.identity.control;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.mtgtracker.identity.boundary.NotPossible;
import org.mtgtracker.identity.boundary.PersonalData;
import org.mtgtracker.identity.boundary.Role;
import org.mtgtracker.identity.entity.User;
import org.mtgtracker.persistence.entity.UuidBytes;

/** Forgets a person, here and in every component that keeps something of people. The audit log keeps the bare id. */
@ApplicationScoped
public class Erasure {
    private static final List<String> ROWS = List.of(
            "DELETE FROM one_time_token WHERE owner = ?1",
            "DELETE FROM refresh_token WHERE session IN (SELECT id FROM user_session WHERE owner = ?1)",
            "DELETE FROM user_session WHERE owner = ?1",
            "DELETE FROM api_key_usage WHERE api_key IN (SELECT id FROM api_key WHERE owner = ?1)",
            "DELETE FROM api_key WHERE owner = ?1",
            "DELETE FROM app_user WHERE id = ?1");

    private final Iterable<PersonalData> others;

    @Inject
    public Erasure(@Any Instance<PersonalData> others) {
        this((Iterable<PersonalData>) others);
    }

    Erasure(Iterable<PersonalData> others) {
        this.others = requireNonNull(others, "others is null");
    }

    /** For the container's proxy. */
    protected Erasure() {
        others = List.of();
    }

    /**
     * Deletes an account with everything that is kept of it.
     *
     * @throws NotPossible when it is the last active administrator's
     */
    public void erase(EntityManager manager, User user) {
        if (user.role() == Role.ADMIN && user.active()) {
            mustNotBeLast(manager);
        }
        UUID account = user.id();
        others.forEach(part -> part.erase(manager, account));
        ROWS.forEach(statement -> manager.createNativeQuery(statement)
                .setParameter(1, UuidBytes.bytes(account))
                .executeUpdate());
        manager.detach(user);
    }

    /**
     * Makes sure that another active administrator is left when one goes; two that go at once wait for each other.
     *
     * @throws NotPossible when there is none
     */
    public static void mustNotBeLast(EntityManager manager) {
        List<User> admins = manager.createNamedQuery(User.ACTIVE_BY_ROLE, User.class)
                .setParameter("role", Role.ADMIN)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        if (admins.size() < 2) {
            throw new NotPossible(NotPossible.Reason.LAST_ADMIN);
        }
    }

    /** What the other components keep of an account, by their names. */
    public Map<String, Object> export(UUID account) {
        Map<String, Object> parts = new LinkedHashMap<>();
        StreamSupport.stream(others.spliterator(), false)
                .sorted(java.util.Comparator.comparing(PersonalData::name))
                .forEach(part -> parts.put(part.name(), part.export(account)));
        return parts;
    }
}
