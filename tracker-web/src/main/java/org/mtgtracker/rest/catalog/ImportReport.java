package org.mtgtracker.rest.catalog;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mtgtracker.catalog.boundary.ImportRun;

/**
 * An import as the API tells of it.
 *
 * @param uri where to ask for it again
 * @param outcome running, succeeded or failed
 * @param broken objects that were left out because they are broken; the address in problems lists them
 * @param prices cards whose prices went to the history
 * @param priceDay the UTC date of those prices; absent when it is not known, and prices are not kept
 * @param bytesRead of the source as it comes, packed or not
 * @param bytesTotal how many there will be; absent when the source does not say
 * @param cardsPerSecond since the start
 * @param secondsLeft of reading, as far as the source's size tells; absent when it does not, and once all is read:
 *     how long bringing in takes then is not known
 * @param problems where the broken objects are listed
 * @param changes where the cards are listed that were added, changed or removed
 * @param finishedAt absent while it is running
 * @param message why it failed, or what is worth knowing; absent when there is nothing
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
    "broken",
    "prices",
    "priceDay",
    "bytesRead",
    "bytesTotal",
    "cardsPerSecond",
    "secondsLeft",
    "problems",
    "changes",
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
        long broken,
        long prices,
        LocalDate priceDay,
        long bytesRead,
        Long bytesTotal,
        long cardsPerSecond,
        Long secondsLeft,
        String problems,
        String changes,
        Instant startedAt,
        Instant finishedAt,
        String message) {
    ImportReport(ImportRun run, UriInfo uri) {
        this(run, uri.getBaseUri().getPath() + "imports/" + run.id(), run.pace(Instant.now()));
    }

    private ImportReport(ImportRun run, String address, ImportRun.Pace pace) {
        this(
                run.id(),
                address,
                run.source(),
                run.outcome().name().toLowerCase(Locale.ROOT),
                run.read(),
                run.added(),
                run.changed(),
                run.removed(),
                run.unchanged(),
                run.broken(),
                run.prices(),
                run.priceDay(),
                run.bytesRead(),
                run.bytesTotal() < 0 ? null : run.bytesTotal(),
                pace.cardsPerSecond(),
                pace.secondsLeft().isPresent() ? pace.secondsLeft().getAsLong() : null,
                address + "/problems",
                address + "/changes",
                run.startedAt(),
                run.finishedAt(),
                run.message());
    }
}
