package org.mtgtracker.observability.control;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** How busy each connection pool is, published as {@code tracker.pool.*} with the pool as a tag. */
@Singleton
@Startup
public class PoolGauges {
    private static final List<String> POOLS = List.of(
            "BulkPrimary",
            "BulkReplica",
            "SearchPrimary",
            "SearchReplica",
            "CollectionPrimary",
            "CollectionReplica",
            "ListingPrimary",
            "ListingReplica",
            "AuthPrimary",
            "AuthReplica");

    private final ServerPools pools = ServerPools.ofThisServer();

    @Inject
    private MetricRegistry registry;

    @PostConstruct
    void publish() {
        for (String pool : POOLS) {
            publish("used", pool, ServerPools.Figures::used);
            publish("free", pool, ServerPools.Figures::free);
            publish("waiting", pool, ServerPools.Figures::waiting);
        }
    }

    private void publish(String name, String pool, ToIntFunction<ServerPools.Figures> figure) {
        registry.gauge(
                Metadata.builder()
                        .withName("tracker.pool." + name)
                        .withDescription("Connections of a pool: " + name)
                        .build(),
                () -> figure.applyAsInt(pools.figures(pool + "Pool")),
                new Tag("pool", pool.toLowerCase(Locale.ROOT)));
    }
}
