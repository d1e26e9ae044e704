package org.mtgtracker.persistence.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;
import org.mtgtracker.persistence.boundary.DatabaseWatch;

/** Started when the schema is known to be there, or, with the primary down, when the replica answers. */
@Startup
@ApplicationScoped
public class SchemaStarted implements HealthCheck {
    private final SchemaState schema;
    private final DatabaseWatch watch;

    @Inject
    public SchemaStarted(SchemaState schema, DatabaseWatch watch) {
        this.schema = schema;
        this.watch = watch;
    }

    protected SchemaStarted() {
        this(null, null);
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("schema")
                .status(schema.version().isPresent() || watch.state().replicaUp())
                .withData("version", schema.version().orElse("unknown"))
                .build();
    }
}
