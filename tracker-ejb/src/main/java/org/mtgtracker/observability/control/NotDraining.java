package org.mtgtracker.observability.control;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Not ready from the moment the server is told to stop, so that a load balancer sends no more requests while those in
 * flight finish. The launcher sets the system property.
 */
@Readiness
@ApplicationScoped
public class NotDraining implements HealthCheck {
    static final String DRAINING = "tracker.draining";

    @Override
    public HealthCheckResponse call() {
        boolean draining = Boolean.getBoolean(DRAINING);
        return HealthCheckResponse.named("draining")
                .status(!draining)
                .withData("draining", draining)
                .build();
    }
}
