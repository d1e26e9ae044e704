package org.mtgtracker.rest.catalog;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Logger;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mtgtracker.catalog.boundary.CardPrices;
import org.mtgtracker.catalog.boundary.ImportChange;
import org.mtgtracker.catalog.boundary.ImportProblem;
import org.mtgtracker.catalog.boundary.ImportRun;
import org.mtgtracker.catalog.boundary.ImportRun.Outcome;
import org.mtgtracker.catalog.boundary.Imports;
import org.mtgtracker.identity.boundary.Act;
import org.mtgtracker.identity.boundary.Role;
import org.mtgtracker.rest.BadBody;
import org.mtgtracker.rest.Cursors;
import org.mtgtracker.rest.Idempotent;
import org.mtgtracker.rest.JsonBody;
import org.mtgtracker.rest.Lists;
import org.mtgtracker.rest.NothingThere;
import org.mtgtracker.rest.Parameters;
import org.mtgtracker.rest.Unkept;
import org.mtgtracker.rest.identity.Asked;

/** Brings catalogues in, and tells how that went. For admins. */
@ApplicationScoped
@Path("imports")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Name.ADMIN)
@Tag(name = "imports")
@SecurityRequirement(name = "ApiKey")
public class ImportsResource {
    private static final Logger LOG = Logger.getLogger(ImportsResource.class.getName());

    private static final int LONGEST_SOURCE = 2000;
    public static final int MOST_CHANGES = 1000;
    public static final int USUAL_CHANGES = 100;

    private final Imports imports;
    private final Asked asked;

    @Inject
    public ImportsResource(Imports imports, Asked asked) {
        this.imports = requireNonNull(imports, "imports is null");
        this.asked = requireNonNull(asked, "asked is null");
    }

    /** For the container's proxy. */
    protected ImportsResource() {
        imports = null;
        asked = null;
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "startImport", summary = "Starts an import; it goes on after the answer")
    @RequestBody(
            required = true,
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "ImportRequest")))
    @APIResponse(
            responseCode = "202",
            description = "The import has begun; Location is where to watch it",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "ImportReport")))
    @APIResponse(responseCode = "409", description = "An import is running; the member run is its address")
    @APIResponse(responseCode = "422", description = "The source cannot be imported")
    public Response start(JsonBody body, @Context UriInfo uri) {
        JsonBody order = JsonBody.required(body).only("source", "priceDay");
        String source = order.text("source", LONGEST_SOURCE);
        Optional<LocalDate> priceDay = order.day("priceDay");
        Clock clock = Clock.systemUTC();
        if (priceDay.isPresent() && !CardPrices.canBeOf(priceDay.get(), clock)) {
            throw BadBody.field(
                    "priceDay",
                    "has to be a day from " + CardPrices.FIRST_DAY + " to tomorrow (UTC), "
                            + CardPrices.lastDay(clock));
        }
        asked.note(Act.IMPORT_ASKED, Asked.source(source));
        ImportRun started = imports.start(source, priceDay);
        LOG.info(() -> "Import " + started.id() + " was asked for over the API");
        ImportReport run = new ImportReport(started, uri);
        return Response.accepted(run).location(URI.create(run.uri())).build();
    }

    @GET
    @Operation(operationId = "imports", summary = "The newest imports, newest first")
    @APIResponse(
            responseCode = "200",
            description = "The imports",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "ImportList")))
    public Response newest(@Context UriInfo uri) {
        return Lists.newest(
                uri,
                imports::newest,
                run -> new ImportReport(run, uri),
                (List<ImportReport> runs) -> new ImportList(runs, List.of()));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "import", summary = "One import")
    @APIResponse(
            responseCode = "200",
            description = "The import",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "ImportReport")))
    public Response run(@PathParam("id") String id, @Context UriInfo uri) {
        return Unkept.passing(new ImportReport(known(id), uri));
    }

    @GET
    @Path("{id}/problems")
    @Operation(operationId = "importProblems", summary = "The broken objects that an import left out, the first 1,000")
    @APIResponse(
            responseCode = "200",
            description = "The objects, in the order of the file; total counts all",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "ProblemList")))
    public Response problems(@PathParam("id") String id) {
        ImportRun run = known(id);
        List<ProblemReport> problems =
                imports.problems(run.id()).stream().map(ProblemReport::new).toList();
        return Unkept.passing(new ProblemList(problems, run.broken(), List.of()));
    }

    @GET
    @Path("{id}/changes")
    @Operation(operationId = "importChanges", summary = "The cards that an import added, changed or removed")
    @APIResponse(
            responseCode = "200",
            description = "One page of cards; next is the address of the next one. None before a successful end",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "ChangeList")))
    public Response changes(@PathParam("id") String id, @Context UriInfo uri) {
        Parameters parameters = new Parameters(uri.getQueryParameters());
        int limit = parameters.number("limit", 1, MOST_CHANGES, USUAL_CHANGES);
        int after = parameters.text("cursor").map(ImportsResource::place).orElse(0);
        ImportRun run = known(id);
        List<ImportChange> page = imports.changes(run.id(), after, limit + 1);
        List<ChangeReport> cards = page.stream()
                .limit(limit)
                .map(change -> new ChangeReport(change, uri))
                .toList();
        Optional<String> end = page.size() <= limit
                ? Optional.empty()
                : Optional.of(Integer.toString(page.get(limit - 1).card()));
        // what is counted before the end is meant to happen, and after a failure has not
        long total = run.outcome() == Outcome.SUCCEEDED ? run.added() + run.changed() + run.removed() : 0;
        return Lists.page(uri, end, next -> new ChangeList(cards, total, next, List.of()));
    }

    private ImportRun known(String id) {
        return Lists.one(id, imports::run, NothingThere::run);
    }

    /** The number of the card that a page ended with. */
    private static int place(String cursor) {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(0, Cursors.number(cursor)));
    }

    /**
     * What is to be imported.
     *
     * @param source demo, scryfall, scryfall:all, a path on the server, or a file: or https: address
     * @param priceDay the UTC date of the prices in it, where the source does not say that itself
     */
    public record ImportRequest(
            @Schema(required = true, minLength = 1, maxLength = LONGEST_SOURCE, example = "scryfall")
            String source,

            @Schema(example = "2026-01-31") LocalDate priceDay) {}

    /**
     * An object that was left out.
     *
     * @param object its number in the file, from 1
     * @param line in the unpacked text, from 1
     * @param byteOffset from the beginning of the unpacked text
     * @param card the id, as it was written; absent when it was not read before the fault
     */
    @JsonbPropertyOrder({"object", "line", "byteOffset", "card", "reason"})
    public record ProblemReport(long object, long line, long byteOffset, String card, String reason) {
        ProblemReport(ImportProblem problem) {
            this(problem.number(), problem.line(), problem.offset(), problem.cardId(), problem.reason());
        }
    }

    /** The objects that were left out. */
    @JsonbPropertyOrder({"data", "total", "warnings"})
    public record ProblemList(List<ProblemReport> data, long total, List<String> warnings) {}

    /** What happened to a card. */
    @JsonbPropertyOrder({"id", "name", "uri", "kind"})
    public record ChangeReport(
            UUID id,
            String name,
            String uri,

            @Schema(enumeration = {"added", "changed", "removed"})
            String kind) {
        ChangeReport(ImportChange change, UriInfo uri) {
            this(
                    change.id(),
                    change.name(),
                    uri.getBaseUri().getPath() + "cards/" + change.id(),
                    change.kind().name().toLowerCase(Locale.ROOT));
        }
    }

    /** One page of what an import did. */
    @JsonbPropertyOrder({"data", "total", "next", "warnings"})
    public record ChangeList(List<ChangeReport> data, long total, String next, List<String> warnings) {}

    /** The newest runs. */
    @JsonbPropertyOrder({"data", "warnings"})
    public record ImportList(List<ImportReport> data, List<String> warnings) {}
}
