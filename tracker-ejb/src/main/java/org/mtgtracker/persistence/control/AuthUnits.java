package org.mtgtracker.persistence.control;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** The persistence units of the auth workload. */
@Stateless
public class AuthUnits extends Units {
    @PersistenceContext(unitName = "authPrimary")
    private EntityManager primary;

    @PersistenceContext(unitName = "authReplica")
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
