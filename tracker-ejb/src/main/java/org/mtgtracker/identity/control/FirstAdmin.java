package org.mtgtracker.identity.control;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mtgtracker.identity.boundary.Act;
import org.mtgtracker.identity.boundary.NewApiKey;
import org.mtgtracker.identity.boundary.Role;
import org.mtgtracker.identity.boundary.Scope;
import org.mtgtracker.identity.entity.ApiKey;
import org.mtgtracker.identity.entity.AuditRecord;
import org.mtgtracker.identity.entity.User;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;
import org.mtgtracker.persistence.boundary.Entities;
import org.mtgtracker.persistence.boundary.On;
import org.mtgtracker.persistence.boundary.SchemaReady;
import org.mtgtracker.persistence.boundary.Workload;

/**
 * Makes the first admin and an admin API key in an installation that has no admin. Of two pods that start at once one
 * wins: the name is unique, and the loser's whole transaction is undone.
 */
@ApplicationScoped
public class FirstAdmin {
    static final String NAME = "admin";

    private static final Logger LOG = Logger.getLogger(FirstAdmin.class.getName());
    private static final int SHORTEST_PASSWORD = 12;
    private static final NewApiKey EVERYTHING =
            new NewApiKey("first key", EnumSet.allOf(Scope.class), Optional.empty());
    private static final String SETTLED = "tracker.admin.settled";

    private final Entities entities;
    private final Passwords passwords;
    private final FirstAdminSettings settings;
    private final Clock clock;

    @Inject
    public FirstAdmin(@On(Workload.AUTH) Entities entities, Passwords passwords, FirstAdminSettings settings) {
        this(entities, passwords, settings, Clock.systemUTC());
    }

    FirstAdmin(Entities entities, Passwords passwords, FirstAdminSettings settings, Clock clock) {
        this.entities = requireNonNull(entities, "entities is null");
        this.passwords = requireNonNull(passwords, "passwords is null");
        this.settings = requireNonNull(settings, "settings is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** For the container's proxy. */
    protected FirstAdmin() {
        entities = null;
        passwords = null;
        settings = null;
        clock = null;
    }

    /**
     * Looks after the admin once the tables are there, before anything else does; a failure is logged and does not stop
     * the application. The launcher, which waits in the same process, is told that it is done.
     */
    void onSchemaReady(@Observes @Priority(Interceptor.Priority.APPLICATION) SchemaReady ready) {
        try {
            makeUnlessThereIsOne();
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "No admin was made: " + e.getMessage(), e);
        } finally {
            System.setProperty(SETTLED, "true");
        }
    }

    private void makeUnlessThereIsOne() {
        if (thereIsAnAdmin()) {
            return;
        }
        if (settings.nobodyWouldLearn()) {
            LOG.warning("There is no admin yet, and none was made, since nobody would learn how to sign in: set"
                    + " tracker.admin.password or tracker.admin.api-key, or let the launcher start the"
                    + " application, and start again");
            return;
        }
        NewAdmin admin = newAdmin();
        try {
            entities.write(manager -> store(manager, admin));
            LOG.info("Made the first admin, " + NAME);
        } catch (RuntimeException e) {
            admin.handover.ifPresent(Handover::withdraw);
            if (e instanceof DatabaseUnavailable || !thereIsAnAdmin()) {
                throw e;
            }
            LOG.log(Level.FINE, "Another pod made the first admin", e);
        }
    }

    private boolean thereIsAnAdmin() {
        return entities.write(manager -> manager.createNamedQuery(User.COUNT_BY_ROLE, Long.class)
                        .setParameter("role", Role.ADMIN)
                        .getSingleResult()
                > 0);
    }

    /** What is random is made only where it can be handed over; otherwise the admin comes without it. */
    private NewAdmin newAdmin() {
        settings.password().ifPresent(FirstAdmin::requireLong);
        Optional<ApiKeyText> setKey = settings.apiKey().map(FirstAdmin::requireKey);
        Optional<Handover> handover = settings.handover().map(Handover::new);
        Secrets secrets = new Secrets();
        Optional<String> password = settings.password().or(() -> handover.map(unused -> secrets.password()));
        Optional<ApiKeyText> key = setKey.or(() -> handover.map(unused -> secrets.apiKey()));
        boolean somethingToTell = settings.password().isEmpty() || setKey.isEmpty();
        return new NewAdmin(password, key, handover.filter(unused -> somethingToTell));
    }

    private Void store(EntityManager manager, NewAdmin admin) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        User user = new User(UUID.randomUUID(), NAME, admin.password.map(passwords::hash), Role.ADMIN, now);
        manager.persist(user);
        admin.key.ifPresent(key ->
                manager.persist(new ApiKey(UUID.randomUUID(), key.prefix(), key.secretHash(), user, EVERYTHING, now)));
        manager.persist(new AuditRecord(
                now, Act.FIRST_ADMIN_MADE, Optional.empty(), Optional.of(user.id()), "", "by the start of the server"));
        manager.flush();
        // before the commit: an admin whose password nobody was told could never be used, and never be made again
        admin.handover.ifPresent(handover -> handover.write(
                NAME,
                settings.password().isPresent() ? Optional.empty() : admin.password,
                settings.apiKey().isPresent() ? Optional.empty() : admin.key.map(ApiKeyText::text)));
        return null;
    }

    private static void requireLong(String password) {
        if (password.length() < SHORTEST_PASSWORD || password.length() > Passwords.LONGEST) {
            throw new UnusableAdminSetting("tracker.admin.password has " + password.length() + " characters; it must"
                    + " have " + SHORTEST_PASSWORD + " to " + Passwords.LONGEST);
        }
    }

    private static ApiKeyText requireKey(String key) {
        return ApiKeyText.parse(key)
                .orElseThrow(() ->
                        new UnusableAdminSetting("tracker.admin.api-key is no API key; one is " + ApiKeyText.FORM));
    }

    private record NewAdmin(Optional<String> password, Optional<ApiKeyText> key, Optional<Handover> handover) {}
}
