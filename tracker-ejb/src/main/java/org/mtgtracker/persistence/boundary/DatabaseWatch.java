package org.mtgtracker.persistence.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mtgtracker.persistence.control.Heartbeat;
import org.mtgtracker.persistence.control.ReplicaUse;

/**
 * Looks at both databases every second. Reads go to the replica while it answers and is not further behind than
 * {@code tracker.replica.max-lag-seconds}; else to the primary. With the primary down the replica serves reads however
 * far behind it is: an old answer is better than none.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class DatabaseWatch {
    private static final Logger LOG = Logger.getLogger(DatabaseWatch.class.getName());

    @Resource(lookup = "jdbc/authPrimary")
    private DataSource primary;

    @Resource(lookup = "jdbc/authReplica")
    private DataSource replica;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    @Inject
    private ReplicaUse use;

    @Inject
    @ConfigProperty(name = "tracker.replica.max-lag-seconds", defaultValue = "5")
    private int maxLagSeconds;

    private volatile Optional<Long> primaryBeat = Optional.empty();
    private volatile Optional<Long> replicaBeat = Optional.empty();
    private volatile boolean primaryUp;
    private volatile boolean replicaUp;

    @PostConstruct
    void start() {
        scheduler.scheduleWithFixedDelay(this::lookAtPrimary, 0, 1, TimeUnit.SECONDS);
        scheduler.scheduleWithFixedDelay(this::lookAtReplica, 0, 1, TimeUnit.SECONDS);
    }

    /** What was seen at the last look, at most some seconds ago. */
    public DatabaseState state() {
        return new DatabaseState(
                primaryUp,
                replicaUp,
                lag(),
                use.replicaFit() ? DatabaseState.Reading.REPLICA : DatabaseState.Reading.PRIMARY);
    }

    private void lookAtPrimary() {
        boolean before = primaryUp;
        try (Connection connection = primary.getConnection()) {
            primaryBeat = Heartbeat.beat(connection);
            primaryUp = true;
        } catch (SQLException e) {
            primaryUp = false;
            if (before) {
                LOG.warning("The primary database does not answer: " + e.getMessage());
            }
        }
        if (primaryUp && !before) {
            LOG.info("The primary database answers.");
        }
    }

    private void lookAtReplica() {
        try (Connection connection = replica.getConnection()) {
            replicaBeat = Heartbeat.read(connection);
            replicaUp = true;
        } catch (SQLException e) {
            replicaUp = false;
        }
        boolean fit = replicaUp && (!primaryUp || isCloseBehind());
        if (fit != use.replicaFit()) {
            LOG.warning(fit ? "Reads go to the replica." : "Reads go to the primary: the replica is down or behind.");
        }
        use.replicaFit(fit);
    }

    private boolean isCloseBehind() {
        // a heartbeat the replica has not seen yet, while the primary has one, is a replica without data
        return primaryBeat.isEmpty()
                || lag().map(lag -> lag.compareTo(Duration.ofSeconds(maxLagSeconds)) <= 0)
                        .orElse(false);
    }

    private Optional<Duration> lag() {
        Optional<Long> ahead = primaryBeat;
        Optional<Long> behind = replicaBeat;
        if (!primaryUp || !replicaUp || ahead.isEmpty() || behind.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofMillis(Math.max(0, ahead.get() - behind.get())));
    }
}
