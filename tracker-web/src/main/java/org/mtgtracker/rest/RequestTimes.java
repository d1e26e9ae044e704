package org.mtgtracker.rest;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.Timer;

/** How long requests take, by method, kind of address and status: the metric {@code tracker.http.requests}. */
@ApplicationScoped
public class RequestTimes {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final Metadata TIMER = Metadata.builder()
            .withName("tracker.http.requests")
            .withDescription("Time from the first byte in to the last byte out, by method, route and status")
            .build();

    private final MetricRegistry registry;
    private final Map<Series, Timer> timers = new ConcurrentHashMap<>();

    @Inject
    public RequestTimes(MetricRegistry registry) {
        this.registry = requireNonNull(registry, "registry is null");
    }

    /** For the container's proxy. */
    protected RequestTimes() {
        registry = null;
    }

    /** Counts one request that is over. */
    void took(String method, String route, int status, long nanoseconds) {
        String known = METHODS.contains(method) ? method : "other";
        timers.computeIfAbsent(new Series(known, route, status), this::timer).update(Duration.ofNanos(nanoseconds));
    }

    private Timer timer(Series series) {
        return registry.timer(
                TIMER,
                new Tag("method", series.method),
                new Tag("route", series.route),
                new Tag("status", Integer.toString(series.status)));
    }

    private record Series(String method, String route, int status) {}
}
