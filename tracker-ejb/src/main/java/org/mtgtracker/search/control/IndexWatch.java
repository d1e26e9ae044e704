package org.mtgtracker.search.control;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
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
import jakarta.interceptor.Interceptor;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;
import org.mtgtracker.catalog.boundary.CatalogueImported;
import org.mtgtracker.persistence.boundary.SchemaReady;
import org.mtgtracker.search.index.CardIndex;

/**
 * Makes the pod notice a new catalogue: it looks for one every second, since another pod may have imported it, and at
 * once when this pod did. Prices are followed in the same way. Publishes what the index is like as {@code tracker.search.index.*}.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class IndexWatch {
    private static final int SECONDS_BETWEEN_LOOKS = 1;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    @Inject
    private IndexKeeper keeper;

    @Inject
    private PriceFollower prices;

    @Inject
    private MetricRegistry metrics;

    private ScheduledFuture<?> looking;
    private ScheduledFuture<?> following;

    @PostConstruct
    void start() {
        looking = scheduler.scheduleWithFixedDelay(
                keeper::refresh, SECONDS_BETWEEN_LOOKS, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
        following = scheduler.scheduleWithFixedDelay(
                prices::refresh, SECONDS_BETWEEN_LOOKS, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
        gauge(
                "version",
                "Catalogue version that is searched, -1 before the first index",
                MetricUnits.NONE,
                () -> keeper.version());
        gauge("cards", "Oracle cards that can be found", MetricUnits.NONE, () -> keeper.cards());
        gauge("printings", "Printings that can be found", MetricUnits.NONE, () -> keeper.printings());
        gauge("heap", "Memory that the index takes, as far as it can be counted", MetricUnits.BYTES, this::heap);
        gauge("objects", "Size of the file that the cards' objects lie in", MetricUnits.BYTES, () -> keeper.bytes()
                .getOrDefault(IndexKeeper.OBJECTS, 0L));
        gauge(
                "build",
                "How long the last building of the index took",
                MetricUnits.SECONDS,
                () -> keeper.buildTime().toMillis() / 1000.0);
        for (String structure : CardIndex.EMPTY.bytes().keySet()) {
            metrics.gauge(
                    metadata("structure", "Memory that one structure of the index takes", MetricUnits.BYTES),
                    () -> keeper.bytes().getOrDefault(structure, 0L),
                    new Tag("structure", structure));
        }
    }

    private long heap() {
        return keeper.bytes().entrySet().stream()
                .filter(structure -> !structure.getKey().equals(IndexKeeper.OBJECTS))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    @PreDestroy
    void stop() {
        looking.cancel(false);
        following.cancel(false);
    }

    /**
     * Looks at once, in another thread: whoever tells of the import is not to wait for the index. Before all others that are
     * told, since a card by its id must be new from now on.
     */
    public void catalogueImported(
            @Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) CatalogueImported imported) {
        keeper.heard(imported.version());
        scheduler.execute(keeper::hurry);
    }

    /** Looks as soon as there are tables to look at. */
    public void schemaReady(@Observes SchemaReady ready) {
        scheduler.execute(keeper::hurry);
    }

    private <T extends Number> void gauge(String name, String description, String unit, Supplier<T> value) {
        metrics.gauge(metadata(name, description, unit), value);
    }

    private static Metadata metadata(String name, String description, String unit) {
        return Metadata.builder()
                .withName("tracker.search.index." + name)
                .withDescription(description)
                .withUnit(unit)
                .build();
    }
}
