package org.mtgtracker.trending.control;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.mtgtracker.jobs.boundary.Permit;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;
import org.mtgtracker.persistence.boundary.SchemaReady;
import org.mtgtracker.pricing.boundary.PricesChanged;

/**
 * Has the trends reckoned when this pod has changed the prices, and looks every few seconds for those that other pods
 * have reckoned. Publishes what they are like as {@code tracker.trending.*}.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class TrendWatch {
    private static final Logger LOG = Logger.getLogger(TrendWatch.class.getName());
    private static final int SECONDS_BETWEEN_LOOKS = 2;
    private static final int SECONDS_BETWEEN_TRIES = 30;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    @Inject
    private TrendKeeper keeper;

    @Inject
    private TrendWork work;

    @Inject
    private MetricRegistry metrics;

    private final AtomicLong wanted = new AtomicLong();
    private ScheduledFuture<?> looking;

    @PostConstruct
    void start() {
        looking = scheduler.scheduleWithFixedDelay(
                keeper::refresh, SECONDS_BETWEEN_LOOKS, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
        gauge(
                "generation",
                "Number of the trends that are told, 0 before the first",
                MetricUnits.NONE,
                () -> keeper.current().generation());
        gauge(
                "duration",
                "How long the last reckoning of the trends took, on whichever pod",
                MetricUnits.SECONDS,
                () -> keeper.current().millis() / 1000.0);
        gauge("age", "How long ago the trends that are told were reckoned", MetricUnits.SECONDS, this::age);
    }

    @PreDestroy
    void stop() {
        looking.cancel(false);
    }

    /** Reckons in another thread; of several changes that come while it does, once. What fails is tried again. */
    public void pricesChanged(@Observes PricesChanged changed) {
        if (wanted.getAndAccumulate(changed.version(), Math::max) < changed.version()) {
            scheduler.execute(this::follow);
        }
    }

    private void follow() {
        long version = wanted.get();
        if (keeper.current().priceVersion() < version && !attempt(() -> work.run(version, Permit.FREE))) {
            scheduler.schedule(this::follow, SECONDS_BETWEEN_TRIES, TimeUnit.SECONDS);
        }
    }

    /** Makes up for what a pod that is gone has not reckoned. */
    public void schemaReady(@Observes SchemaReady ready) {
        scheduler.execute(() -> attempt(work::catchUp));
    }

    private static boolean attempt(Runnable reckoning) {
        try {
            reckoning.run();
            return true;
        } catch (DatabaseUnavailable e) {
            LOG.log(Level.WARNING, "The trends were not reckoned: {0}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.log(Level.SEVERE, "The trends were not reckoned.", e);
        }
        return false;
    }

    private double age() {
        Trends trends = keeper.current();
        return trends.generation() == 0
                ? -1
                : Duration.between(trends.reckonedAt(), Clock.systemUTC().instant())
                                .toMillis()
                        / 1000.0;
    }

    private <T extends Number> void gauge(String name, String description, String unit, Supplier<T> value) {
        metrics.gauge(
                Metadata.builder()
                        .withName("tracker.trending." + name)
                        .withDescription(description)
                        .withUnit(unit)
                        .build(),
                value);
    }
}
