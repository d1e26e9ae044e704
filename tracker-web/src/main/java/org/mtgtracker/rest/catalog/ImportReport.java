package org.mtgtracker.rest.catalog;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mtgtracker.catalog.boundary.ImportRun;

/**
 * An import as the API tells of it.
 *
 * @param uri where to ask for it again
 * @param outcome running, succeeded or failed
 * @param finishedAt absent while it is running
 * @param message why it failed; absent when it did not
 */
@JsonbPropertyOrder({
    "id",
    "uri",
    "source",
    "outcome",
    "read",
    "added",
    "changed",
    "removed",
    "unchanged",
    "startedAt",
    "finishedAt",
    "message"
})
public record ImportReport(
        long id,
        String uri,
        String source,

        @Schema(enumeration = {"running", "succeeded", "failed"})
        String outcome,

        long read,
        long added,
        long changed,
        long removed,
        long unchanged,
        Instant startedAt,
        Instant finishedAt,
        String message) {
    ImportReport(ImportRun run, UriInfo uri) {
        this(
                run.id(),
                uri.getBaseUri().getPath() + "imports/" + run.id(),
                run.source(),
                run.outcome().name().toLowerCase(Locale.ROOT),
                run.read(),
                run.added(),
                run.changed(),
                run.removed(),
                run.unchanged(),
                run.startedAt(),
                run.finishedAt(),
                run.message());
    }
}
