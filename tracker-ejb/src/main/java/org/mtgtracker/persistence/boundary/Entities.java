package org.mtgtracker.persistence.boundary;

import jakarta.persistence.EntityManager;
import java.util.function.Function;

/** A workload's entities by JPA: {@link #read} looks at the replica, {@link #write} changes the primary. */
public interface Entities {
    /**
     * Answers a query without a transaction; what comes back is detached. Inside a write it sees what that write did.
     *
     * @throws DatabaseUnavailable when neither database answers
     */
    <T> T read(Function<EntityManager, T> query);

    /**
     * Makes a change in the running JTA transaction, or in one of its own.
     *
     * @throws DatabaseUnavailable when the primary does not answer
     */
    <T> T write(Function<EntityManager, T> change);
}
