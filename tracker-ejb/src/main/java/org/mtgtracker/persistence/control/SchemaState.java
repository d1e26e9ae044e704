package org.mtgtracker.persistence.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The schema version this pod has made sure of. */
@ApplicationScoped
public class SchemaState {
    private volatile String version;

    /** Empty while the primary has not answered since the start. */
    public Optional<String> version() {
        return Optional.ofNullable(version);
    }

    void version(String found) {
        version = found;
    }
}
