package org.mtgtracker.persistence.boundary;

/**
 * Fired once in the life of an application, when its tables are known to be there: right after the start, or later
 * when the primary was down at the start. What has to write at the start observes this event, never the start itself.
 *
 * @param version the schema version, as Flyway counts it
 */
public record SchemaReady(String version) {}
