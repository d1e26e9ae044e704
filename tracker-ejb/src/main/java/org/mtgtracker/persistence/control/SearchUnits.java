package org.mtgtracker.persistence.control;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The persistence units of the search workload. */
@Stateless
public class SearchUnits extends Units {
    @PersistenceContext(unitName = "searchPrimary")
    private EntityManager primary;

    @PersistenceContext(unitName = "searchReplica")
    private EntityManager replica;

    @Override
    EntityManager primary() {
        return primary;
    }

    @Override
    EntityManager replica() {
        return replica;
    }
}
