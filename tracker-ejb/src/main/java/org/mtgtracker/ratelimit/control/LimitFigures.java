package org.mtgtracker.ratelimit.control;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.mtgtracker.ratelimit.boundary.Policy;
import org.mtgtracker.ratelimit.boundary.Tier;

/** How often limits are reached, as {@code tracker.ratelimit.refused}, and how often Redis could not be asked. */
@ApplicationScoped
public class LimitFigures {
    private static final Metadata REFUSED = Metadata.builder()
            .withName("tracker.ratelimit.refused")
            .withDescription("Requests that were one too many, by policy and tier")
            .build();

    private static final Metadata ALONE = Metadata.builder()
            .withName("tracker.ratelimit.redis.failures")
            .withDescription("How often Redis did not answer, so that this pod went on counting for itself")
            .build();

    private final MetricRegistry registry;

    @Inject
    public LimitFigures(MetricRegistry registry) {
        this.registry = requireNonNull(registry, "registry is null");
    }

    /** For the container's proxy. */
    protected LimitFigures() {
        registry = null;
    }

    public void refused(Policy policy, Tier tier) {
        registry.counter(REFUSED, new Tag("policy", policy.word()), new Tag("tier", tier.word()))
                .inc();
    }

    void redisFailed() {
        registry.counter(ALONE).inc();
    }
}
