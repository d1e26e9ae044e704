package org.mtgtracker.rest.pricing;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mtgtracker.pricing.boundary.PriceLoad;
import org.mtgtracker.pricing.boundary.PriceProblem;

/**
 * A price file as the API tells of it.
 *
 * @param uri where to ask for it again
 * @param finishedAt absent while it is running
 * @param message why it failed; absent when it did not
 * @param problems the first lines that were left out; absent in a list of files
 */
@JsonbPropertyOrder({
    "id",
    "uri",
    "source",
    "kind",
    "outcome",
    "read",
    "taken",
    "unknownCards",
    "contradicting",
    "repeated",
    "broken",
    "startedAt",
    "finishedAt",
    "message",
    "problems"
})
public record PriceLoadReport(
        long id,
        String uri,
        String source,
        @Schema(enumeration = {"prices", "correction"}) String kind,

        @Schema(enumeration = {"running", "succeeded", "failed"})
        String outcome,

        @Schema(description = "Lines after the header") long read,

        @Schema(description = "Lines whose prices are in the history, or gave way to better ones")
        long taken,

        @Schema(description = "Lines about cards that the catalogue never had")
        long unknownCards,

        @Schema(description = "Lines that say another price than an earlier line of the file")
        long contradicting,

        @Schema(description = "Lines that say again what an earlier line of the file says")
        long repeated,

        @Schema(description = "Lines that are not what a line must be")
        long broken,

        Instant startedAt,
        Instant finishedAt,
        String message,

        @Schema(description = "The first 1000 lines that were left out, up to 500 of them for unknown cards")
        List<LineProblem> problems) {

    PriceLoadReport(PriceLoad load, List<PriceProblem> problems, UriInfo uri) {
        this(
                load.id(),
                uri.getBaseUri().getPath() + "price-files/" + load.id(),
                load.source(),
                load.kind().name().toLowerCase(Locale.ROOT),
                load.outcome().name().toLowerCase(Locale.ROOT),
                load.read(),
                load.taken(),
                load.unknownCards(),
                load.contradicting(),
                load.repeated(),
                load.broken(),
                load.startedAt(),
                load.finishedAt(),
                load.message(),
                problems == null
                        ? null
                        : problems.stream().map(LineProblem::new).toList());
    }

    /** A line that was left out. */
    @JsonbPropertyOrder({"line", "kind", "reason"})
    public record LineProblem(
            @Schema(description = "Counted from 1, the header included")
            long line,

            @Schema(enumeration = {"unknown_card", "contradicting", "repeated", "broken"})
            String kind,

            String reason) {
        LineProblem(PriceProblem problem) {
            this(problem.line(), problem.kind().name().toLowerCase(Locale.ROOT), problem.reason());
        }
    }
}
