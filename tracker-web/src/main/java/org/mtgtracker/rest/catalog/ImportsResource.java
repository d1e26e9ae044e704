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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.logging.Logger;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mtgtracker.catalog.boundary.ImportRun;
import org.mtgtracker.catalog.boundary.Imports;
import org.mtgtracker.identity.boundary.Role;
import org.mtgtracker.rest.JsonBody;
import org.mtgtracker.rest.NothingThere;
import org.mtgtracker.rest.Parameters;

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
    private static final int MOST_RUNS = 100;
    private static final int USUAL_RUNS = 20;

    private final Imports imports;

    @Inject
    public ImportsResource(Imports imports) {
        this.imports = requireNonNull(imports, "imports is null");
    }

    /** For the container's proxy. */
    protected ImportsResource() {
        imports = null;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "startImport", summary = "Starts an import; it goes on after the answer")
    @RequestBody(
            required = true,
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "ImportRequest")))
    @APIResponse(
            responseCode = "202",
            description = "The import has begun; Location is where to watch it",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "ImportReport")))
    @APIResponse(responseCode = "400", description = "The body is not JSON, or not the JSON that belongs here")
    @APIResponse(responseCode = "409", description = "An import is running; the member run is its address")
    @APIResponse(responseCode = "415", description = "The body is not application/json")
    @APIResponse(responseCode = "422", description = "The source cannot be imported")
    public Response start(JsonBody body, @Context UriInfo uri) {
        String source = JsonBody.required(body).only("source").text("source", LONGEST_SOURCE);
        ImportRun started = imports.start(source);
        LOG.info(() -> "Import " + started.id() + " was asked for over the API");
        ImportReport run = new ImportReport(started, uri);
        return Response.accepted(run).location(URI.create(run.uri())).build();
    }

    @GET
    @Operation(operationId = "imports", summary = "The newest imports, newest first")
    @org.eclipse.microprofile.openapi.annotations.parameters.Parameters(
            // the server passes over an annotation that stands alone
            @Parameter(
                    name = "limit",
                    in = ParameterIn.QUERY,
                    description = "How many imports at most",
                    schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "20")))
    @APIResponse(
            responseCode = "200",
            description = "The imports",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "ImportList")))
    @APIResponse(responseCode = "400", description = "The limit is not allowed")
    public Response newest(@Context UriInfo uri) {
        int limit = new Parameters(uri.getQueryParameters()).number("limit", 1, MOST_RUNS, USUAL_RUNS);
        List<ImportReport> runs = imports.newest(limit).stream()
                .map(run -> new ImportReport(run, uri))
                .toList();
        return unkept(new ImportList(runs, List.of()));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "import", summary = "One import")
    @APIResponse(
            responseCode = "200",
            description = "The import",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "ImportReport")))
    @APIResponse(responseCode = "400", description = "The id is no number")
    @APIResponse(responseCode = "404", description = "There is no such import")
    public Response run(
            @PathParam("id")
                    @Parameter(
                            description = "The import's number",
                            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "1"))
                    String id,
            @Context UriInfo uri) {
        long number = Parameters.ordinal("id", id);
        ImportRun run = imports.run(number).orElseThrow(() -> NothingThere.run(number));
        return unkept(new ImportReport(run, uri));
    }

    private static Response unkept(Object answer) {
        return Response.ok(answer).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    /**
     * What is to be imported.
     *
     * @param source demo, scryfall, a path on the server, or a file: or https: address
     */
    public record ImportRequest(
            @Schema(required = true, minLength = 1, maxLength = LONGEST_SOURCE, example = "scryfall")
            String source) {}

    /** The newest runs. */
    @JsonbPropertyOrder({"data", "warnings"})
    public record ImportList(List<ImportReport> data, List<String> warnings) {}
}
