package org.mtgtracker.persistence.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.mtgtracker.persistence.boundary.DatabaseState;
import org.mtgtracker.persistence.boundary.DatabaseWatch;

/** Ready while at least one of the databases answers: with the primary alone everything works, with the replica reads. */
@Readiness
@ApplicationScoped
public class DatabasesReady implements HealthCheck {
    private final DatabaseWatch watch;

    @Inject
    public DatabasesReady(DatabaseWatch watch) {
        this.watch = watch;
    }

    protected DatabasesReady() {
        this(null);
    }

    @Override
    public HealthCheckResponse call() {
        DatabaseState state = watch.state();
        return HealthCheckResponse.named("databases")
                .status(state.primaryUp() || state.replicaUp())
                .withData("primary", state.primaryUp() ? "up" : "down")
                .withData("replica", state.replicaUp() ? "up" : "down")
                .withData(
                        "replicaLagMillis", state.lag().map(Duration::toMillis).orElse(-1L))
                .withData("reading", state.reading().name().toLowerCase(Locale.ROOT))
                .build();
    }
}
