package org.mtgtracker.search.boundary;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** A query that cannot be answered: its shape is broken, or nothing of it was understood. The caller's mistake. */
public class BadQuery extends RuntimeException {
    private final transient List<String> warnings;

    public BadQuery(String message) {
        this(message, List.of());
    }

    /** @param warnings why each part was left out */
    public BadQuery(String message, List<String> warnings) {
        super(message);
        this.warnings = List.copyOf(requireNonNull(warnings, "warnings is null"));
    }

    /** Why each part was left out; empty when that is not the reason. */
    public List<String> warnings() {
        return warnings;
    }
}
