package org.mtgtracker.identity.control;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.mtgtracker.jobs.boundary.Job;
import org.mtgtracker.jobs.boundary.Lease;
import org.mtgtracker.jobs.boundary.Schedule;
import org.mtgtracker.persistence.boundary.Entities;
import org.mtgtracker.persistence.boundary.On;
import org.mtgtracker.persistence.boundary.Workload;

/** Deletes sessions that are long over, and tokens, guesses and public keys that are worth nothing any more. */
@ApplicationScoped
public class CleaningJob implements Job {
    /** So long a reused refresh token is still known for what it is. */
    private static final Duration KEPT = Duration.ofDays(30);

    private final Entities entities;
    private final Guesses guesses;
    private final Clock clock;

    @Inject
    public CleaningJob(@On(Workload.AUTH) Entities entities, Guesses guesses) {
        this(entities, guesses, Clock.systemUTC());
    }

    CleaningJob(Entities entities, Guesses guesses, Clock clock) {
        this.entities = requireNonNull(entities, "entities is null");
        this.guesses = requireNonNull(guesses, "guesses is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** For the container's proxy. */
    protected CleaningJob() {
        entities = null;
        guesses = null;
        clock = null;
    }

    @Override
    public String name() {
        return "identity-cleaning";
    }

    @Override
    public Schedule schedule() {
        return Schedule.dailyAt(3, 15);
    }

    @Override
    public String run(Lease lease) {
        return clean(manager -> {
            try {
                lease.check(manager.unwrap(Connection.class));
            } catch (SQLException e) {
                throw new IllegalStateException("The lease cannot be checked", e);
            }
        });
    }

    String clean(Consumer<EntityManager> allowed) {
        Instant now = Moments.now(clock);
        Instant old = now.minus(KEPT);
        return entities.write(manager -> {
            allowed.accept(manager);
            delete(
                    manager,
                    "DELETE FROM refresh_token WHERE session IN"
                            + " (SELECT id FROM user_session WHERE expires_at < ?1 OR ended_at < ?1)",
                    old);
            int sessions = delete(manager, "DELETE FROM user_session WHERE expires_at < ?1 OR ended_at < ?1", old);
            int tokens = delete(manager, "DELETE FROM one_time_token WHERE expires_at < ?1", now);
            int keys = delete(manager, "DELETE FROM signing_key WHERE expires_at < ?1", now);
            return "%,d sessions, %,d one-time tokens, %,d public keys and %,d counts of guesses were deleted."
                    .formatted(sessions, tokens, keys, guesses.clean(manager, now));
        });
    }

    private static int delete(EntityManager manager, String statement, Instant before) {
        return manager.createNativeQuery(statement)
                .setParameter(1, Timestamp.from(before))
                .executeUpdate();
    }
}
