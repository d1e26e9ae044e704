package org.mtgtracker.persistence.control;

import static org.mtgtracker.persistence.boundary.Workload.AUTH;
import static org.mtgtracker.persistence.boundary.Workload.BULK;
import static org.mtgtracker.persistence.boundary.Workload.SEARCH;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import javax.sql.DataSource;
import org.mtgtracker.persistence.boundary.Entities;
import org.mtgtracker.persistence.boundary.On;
import org.mtgtracker.persistence.boundary.Rows;

/** Makes {@link Rows} and {@link Entities} out of the server's pools and the persistence units over them. */
@ApplicationScoped
class Connections {
    @Resource(lookup = "jdbc/bulkPrimary")
    private DataSource bulkPrimary;

    @Resource(lookup = "jdbc/bulkReplica")
    private DataSource bulkReplica;

    @Resource(lookup = "jdbc/searchPrimary")
    private DataSource searchPrimary;

    @Resource(lookup = "jdbc/searchReplica")
    private DataSource searchReplica;

    @EJB
    private SearchUnits searchUnits;

    @EJB
    private AuthUnits authUnits;

    @Resource
    private TransactionSynchronizationRegistry registry;

    @Inject
    private ReplicaUse use;

    @Produces
    @On(BULK)
    Rows bulkRows() {
        return new Rows(bulkPrimary, bulkReplica, use);
    }

    @Produces
    @On(SEARCH)
    Rows searchRows() {
        return new Rows(searchPrimary, searchReplica, use);
    }

    @Produces
    @On(SEARCH)
    Entities searchEntities() {
        return new RoutedEntities(searchUnits, use, registry);
    }

    @Produces
    @On(AUTH)
    Entities authEntities() {
        return new RoutedEntities(authUnits, use, registry);
    }
}
