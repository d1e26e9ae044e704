package org.mtgtracker.persistence.control;

import static java.util.Objects.requireNonNull;

import jakarta.ejb.EJBException;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.function.Function;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;
import org.mtgtracker.persistence.boundary.Entities;
import org.mtgtracker.persistence.control.Units.Attempt;

/** Sends reads to the replica's persistence unit and writes to the primary's. */
class RoutedEntities implements Entities {
    private final Units units;
    private final ReplicaUse use;
    private final TransactionSynchronizationRegistry registry;

    RoutedEntities(Units units, ReplicaUse use, TransactionSynchronizationRegistry registry) {
        this.units = requireNonNull(units, "units is null");
        this.use = requireNonNull(use, "use is null");
        this.registry = requireNonNull(registry, "registry is null");
    }

    @Override
    public <T> T read(Function<EntityManager, T> query) {
        boolean writing = registry.getTransactionStatus() != Status.STATUS_NO_TRANSACTION;
        if (!writing && use.replicaFit()) {
            Attempt<T> attempt = units.onReplica(query);
            if (attempt.failure() == null) {
                return attempt.answer();
            }
            if (!Unavailability.in(attempt.failure())) {
                throw attempt.failure();
            }
            use.replicaFit(false);
        }
        return answer(units.onPrimary(query));
    }

    @Override
    public <T> T write(Function<EntityManager, T> change) {
        try {
            return answer(units.change(change));
        } catch (EJBException e) {
            // the commit failed
            throw named(e.getCausedByException() instanceof RuntimeException cause ? cause : e);
        }
    }

    private static <T> T answer(Attempt<T> attempt) {
        if (attempt.failure() != null) {
            throw named(attempt.failure());
        }
        return attempt.answer();
    }

    private static RuntimeException named(RuntimeException failure) {
        return Unavailability.in(failure) ? new DatabaseUnavailable("The database does not answer.", failure) : failure;
    }
}
