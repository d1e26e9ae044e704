package org.mtgtracker.pricing.control;

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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.mtgtracker.jobs.boundary.Permit;
import org.mtgtracker.persistence.boundary.SchemaReady;

/** Opens partitions ahead when the server starts, and publishes what the newest prices are like. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class PriceWatch {
    private static final Logger LOG = Logger.getLogger(PriceWatch.class.getName());
    private static final int SECONDS_BETWEEN_LOOKS = 15;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    @Inject
    private PriceFigures figures;

    @Inject
    private PricePartitions partitions;

    @Inject
    private MetricRegistry metrics;

    private ScheduledFuture<?> looking;

    @PostConstruct
    void start() {
        looking = scheduler.scheduleWithFixedDelay(
                () -> attempt("The figures of the prices were not read", figures::refresh),
                SECONDS_BETWEEN_LOOKS,
                SECONDS_BETWEEN_LOOKS,
                TimeUnit.SECONDS);
        gauge("newest.age", "How many days old the newest price is (UTC), -1 without any", this::age);
        gauge("newest.cards", "How many cards are priced on the newest day", () -> figures.known()
                .cards());
        gauge("version", "How often the prices have changed", () -> figures.known()
                .version());
    }

    @PreDestroy
    void stop() {
        looking.cancel(false);
    }

    public void schemaReady(@Observes SchemaReady ready) {
        scheduler.execute(() -> attempt("No partitions were opened", () -> partitions.openAhead(Permit.FREE)));
    }

    private static void attempt(String failure, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            // tried again at the next look, start or run of the job
            LOG.log(Level.WARNING, failure + ": {0}", e.getMessage());
        }
    }

    private long age() {
        LocalDate today = LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC);
        return figures.known()
                .newestDay()
                // a file may name tomorrow
                .map(day -> Math.max(0, ChronoUnit.DAYS.between(day, today)))
                .orElse(-1L);
    }

    private <T extends Number> void gauge(String name, String description, Supplier<T> value) {
        metrics.gauge(
                Metadata.builder()
                        .withName("tracker.prices." + name)
                        .withDescription(description)
                        .withUnit(MetricUnits.NONE)
                        .build(),
                value);
    }
}
