package org.mtgtracker.persistence.control;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.mtgtracker.persistence.boundary.SchemaReady;

/**
 * Brings the schema up to date when the application starts. Flyway holds a named lock on the primary meanwhile, so pods
 * that start together migrate once. A migration that fails stops the deployment; a primary that does not answer does
 * not: the pod serves reads from the replica and tries again until the primary is back.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class SchemaStart {
    private static final Logger LOG = Logger.getLogger(SchemaStart.class.getName());
    private static final int RETRY_SECONDS = 2;

    @Resource(lookup = "jdbc/bulkPrimary")
    private DataSource primary;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    @Inject
    private Event<SchemaReady> ready;

    @Inject
    private SchemaState state;

    @PostConstruct
    void start() {
        if (!migrated()) {
            LOG.warning("The primary database does not answer: reads go to the replica, migrations wait for it.");
            scheduler.schedule(this::retry, RETRY_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void retry() {
        try {
            if (!migrated()) {
                scheduler.schedule(this::retry, RETRY_SECONDS, TimeUnit.SECONDS);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "The schema could not be migrated; restart after mending it.", e);
        }
    }

    private boolean migrated() {
        try {
            Flyway flyway = Flyway.configure(SchemaStart.class.getClassLoader())
                    .dataSource(primary)
                    .locations("classpath:db/migration")
                    .load();
            flyway.migrate();
            String version = flyway.info().current().getVersion().getVersion();
            LOG.info(() -> "Schema version " + version);
            // not in this thread: observers may need the application to be deployed
            scheduler.execute(() -> {
                state.version(version);
                ready.fire(new SchemaReady(version));
            });
            return true;
        } catch (FlywayException e) {
            if (Unavailability.in(e)) {
                return false;
            }
            throw e;
        }
    }
}
