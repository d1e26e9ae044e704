package org.mtgtracker.identity.boundary;

import jakarta.persistence.EntityManager;
import java.util.UUID;

/**
 * What a component keeps of a person. A CDI bean of this type is found by itself, and asked when the person wants to
 * have a copy, or to be forgotten.
 */
public interface PersonalData {
    /** What the part of the export is called, such as {@code collection}. */
    String name();

    /** Everything that is kept of that account, as maps, lists, texts, numbers, truths and instants. */
    Object export(UUID account);

    /**
     * Deletes it, inside the transaction that deletes the account; by native SQL, since the manager knows the
     * entities of accounts only.
     */
    void erase(EntityManager manager, UUID account);
}
