package org.mtgtracker.persistence.control;

import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import java.util.function.Function;

/**
 * A workload's pair of persistence units. An EJB, because the container finds a unit by the module of the component
 * that runs: in a CDI bean that the WAR calls it would look into the WAR. What fails is handed back, not thrown, because
 * a container wraps and logs what an EJB throws.
 */
public abstract class Units {
    @Resource
    private SessionContext context;

    abstract EntityManager primary();

    abstract EntityManager replica();

    /** A query's answer, or what it failed with. */
    public record Attempt<T>(T answer, RuntimeException failure) {}

    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public <T> Attempt<T> onReplica(Function<EntityManager, T> query) {
        return attempt(query, replica());
    }

    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public <T> Attempt<T> onPrimary(Function<EntityManager, T> query) {
        return attempt(query, primary());
    }

    /** Makes a change in the caller's transaction, or in one of its own; a failure rolls it back. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public <T> Attempt<T> change(Function<EntityManager, T> change) {
        Attempt<T> attempt = attempt(
                em -> {
                    T result = change.apply(em);
                    em.flush();
                    return result;
                },
                primary());
        if (attempt.failure() != null) {
            context.setRollbackOnly();
        }
        return attempt;
    }

    private static <T> Attempt<T> attempt(Function<EntityManager, T> work, EntityManager em) {
        try {
            return new Attempt<>(work.apply(em), null);
        } catch (RuntimeException e) {
            return new Attempt<>(null, e);
        }
    }
}
