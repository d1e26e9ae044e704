package org.mtgtracker.observability.control;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.management.AttributeNotFoundException;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * How busy each connection pool is. Payara's own {@code connection_pool_*} series stay at zero, so the figures are read
 * from its monitoring beans and published as {@code tracker.pool.*} with the pool as a tag.
 */
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

    /** Our name and Payara's for it; the statistic's value is under {@code current} or {@code count}. */
    private static final Map<String, String> FIGURES = Map.of(
            "used", "numconnused",
            "free", "numconnfree",
            "waiting", "waitqueuelength",
            "timed.out", "numconntimedout",
            "leaked", "numpotentialconnleak");

    private final MBeanServer beans = ManagementFactory.getPlatformMBeanServer();

    @Inject
    private MetricRegistry registry;

    @PostConstruct
    void publish() {
        for (String pool : POOLS) {
            FIGURES.forEach((name, statistic) -> registry.gauge(
                    Metadata.builder()
                            .withName("tracker.pool." + name)
                            .withDescription("Connections of a pool: " + name.replace('.', ' '))
                            .build(),
                    () -> figure(pool, statistic),
                    new Tag("pool", pool.toLowerCase(Locale.ROOT))));
        }
    }

    /** Zero for a pool that nobody has used yet: Payara makes its monitoring bean with the first connection. */
    private long figure(String pool, String statistic) {
        try {
            ObjectName bean = new ObjectName(
                    "amx:pp=/mon/server-mon[server],type=jdbc-connection-pool-mon,name=resources/" + pool + "Pool");
            CompositeData value = (CompositeData) beans.getAttribute(bean, statistic);
            return ((Number) value.get(value.containsKey("current") ? "current" : "count")).longValue();
        } catch (InstanceNotFoundException | AttributeNotFoundException e) {
            return 0;
        } catch (JMException e) {
            throw new IllegalStateException("The pool " + pool + " shows no " + statistic, e);
        }
    }
}
