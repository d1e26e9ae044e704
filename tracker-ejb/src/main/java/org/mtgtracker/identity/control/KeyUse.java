package org.mtgtracker.identity.control;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.mtgtracker.persistence.boundary.Entities;
import org.mtgtracker.persistence.boundary.On;
import org.mtgtracker.persistence.boundary.Workload;
import org.mtgtracker.persistence.entity.UuidBytes;

/** Counts what keys are used for, in memory; what came together is written at once, every few seconds. */
@ApplicationScoped
public class KeyUse {
    private final Entities entities;
    private final Clock clock;
    private final Map<KeyDay, Count> counts = new ConcurrentHashMap<>();

    @Inject
    public KeyUse(@On(Workload.AUTH) Entities entities) {
        this(entities, Clock.systemUTC());
    }

    KeyUse(Entities entities, Clock clock) {
        this.entities = requireNonNull(entities, "entities is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** For the container's proxy. */
    protected KeyUse() {
        entities = null;
        clock = null;
    }

    private record KeyDay(UUID key, LocalDate day) {}

    private record Count(long requests, Instant last) {
        Count and(Count other) {
            return new Count(requests + other.requests, last.isAfter(other.last) ? last : other.last);
        }
    }

    /** A request came with that key. */
    public void used(UUID key) {
        Instant now = Moments.now(clock);
        counts.merge(new KeyDay(key, LocalDate.ofInstant(now, ZoneOffset.UTC)), new Count(1, now), Count::and);
    }

    /**
     * Writes what was counted; keeps it for the next time when that fails.
     *
     * @throws org.mtgtracker.persistence.boundary.DatabaseUnavailable when the primary does not answer
     */
    public void write() {
        Map<KeyDay, Count> taken = new ConcurrentHashMap<>();
        for (KeyDay each : counts.keySet()) {
            Count count = counts.remove(each);
            if (count != null) {
                taken.put(each, count);
            }
        }
        if (taken.isEmpty()) {
            return;
        }
        try {
            entities.write(manager -> {
                taken.forEach((each, count) -> {
                    // not for a key that was deleted meanwhile
                    manager.createNativeQuery("INSERT INTO api_key_usage (api_key, day, requests)"
                                    + " SELECT id, ?2, ?3 FROM api_key WHERE id = ?1"
                                    + " ON DUPLICATE KEY UPDATE requests = requests + ?3")
                            .setParameter(1, UuidBytes.bytes(each.key))
                            .setParameter(2, Date.valueOf(each.day))
                            .setParameter(3, count.requests)
                            .executeUpdate();
                    manager.createNativeQuery("UPDATE api_key SET last_used_at = ?2"
                                    + " WHERE id = ?1 AND (last_used_at IS NULL OR last_used_at < ?2)")
                            .setParameter(1, UuidBytes.bytes(each.key))
                            .setParameter(2, Timestamp.from(count.last))
                            .executeUpdate();
                });
                return null;
            });
        } catch (RuntimeException e) {
            taken.forEach((each, count) -> counts.merge(each, count, Count::and));
            throw e;
        }
    }
}
