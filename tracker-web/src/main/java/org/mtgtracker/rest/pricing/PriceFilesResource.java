package org.mtgtracker.rest.pricing;

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
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Locale;
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
import org.mtgtracker.identity.boundary.Act;
import org.mtgtracker.identity.boundary.Role;
import org.mtgtracker.pricing.boundary.PriceFiles;
import org.mtgtracker.pricing.boundary.PriceLoad;
import org.mtgtracker.rest.BadBody;
import org.mtgtracker.rest.BadParameter;
import org.mtgtracker.rest.Choices;
import org.mtgtracker.rest.Idempotent;
import org.mtgtracker.rest.JsonBody;
import org.mtgtracker.rest.Lists;
import org.mtgtracker.rest.NothingThere;
import org.mtgtracker.rest.Parameters;
import org.mtgtracker.rest.Unkept;
import org.mtgtracker.rest.identity.Asked;

/** Brings price files in, and tells what became of them. For admins. */
@ApplicationScoped
@Path("price-files")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Name.ADMIN)
@Tag(name = "price files")
@SecurityRequirement(name = "ApiKey")
public class PriceFilesResource {
    private static final int LONGEST_SOURCE = 1000;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_KIND = 20;
    private static final String UNNAMED = "upload";

    private final PriceFiles files;
    private final Asked asked;

    @Inject
    public PriceFilesResource(PriceFiles files, Asked asked) {
        this.files = requireNonNull(files, "files is null");
        this.asked = requireNonNull(asked, "asked is null");
    }

    /** For the container's proxy. */
    protected PriceFilesResource() {
        files = null;
        asked = null;
    }

    @POST
    @Consumes({"text/csv", "application/gzip", "application/octet-stream"})
    @Operation(
            operationId = "sendPriceFile",
            summary = "Takes a price file; it is loaded after the answer",
            description = "CSV in UTF-8, gzip'd or not. The header is date,scryfall_id and then some of usd, usd_foil,"
                    + " usd_etched, eur, eur_foil, tix; or date,scryfall_id,finish and then some of usd, eur, tix.")
    @org.eclipse.microprofile.openapi.annotations.parameters.Parameters({
        @Parameter(
                name = "kind",
                in = ParameterIn.QUERY,
                description = "Whether these are prices, or corrections, which later files do not replace",
                schema =
                        @Schema(
                                type = SchemaType.STRING,
                                enumeration = {"prices", "correction"},
                                defaultValue = "prices")),
        @Parameter(
                name = "name",
                in = ParameterIn.QUERY,
                description = "What the file is to be called",
                schema = @Schema(type = SchemaType.STRING, maxLength = LONGEST_NAME, defaultValue = UNNAMED))
    })
    @APIResponse(
            responseCode = "202",
            description = "The file is being loaded; Location is where to watch it",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "PriceLoadReport")))
    @APIResponse(responseCode = "400", description = "A parameter has a value that is not allowed")
    @APIResponse(responseCode = "413", description = "The file is larger than is taken")
    @APIResponse(responseCode = "415", description = "The body is neither CSV nor JSON")
    @APIResponse(responseCode = "422", description = "The file is empty")
    public Response send(InputStream body, @Context UriInfo uri) {
        Parameters parameters = new Parameters(uri.getQueryParameters());
        PriceLoad.Kind kind = Choices.one(
                parameters, "kind", List.of(PriceLoad.Kind.values()), PriceFilesResource::key, PriceLoad.Kind.PRICES);
        String name = parameters.text("name").orElse(UNNAMED);
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new BadParameter("name", name, "a text of 1 to " + LONGEST_NAME + " characters");
        }
        asked.note(Act.PRICES_ASKED, key(kind) + ": " + name);
        return accepted(files.start(kind, name, body), uri);
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "loadPriceFile",
            summary = "Starts to load a price file that lies on the server or behind an address")
    @RequestBody(
            required = true,
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "PriceFileRequest")))
    @APIResponse(
            responseCode = "202",
            description = "The file is being loaded; Location is where to watch it",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "PriceLoadReport")))
    @APIResponse(responseCode = "400", description = "The body is not JSON, or not the JSON that belongs here")
    @APIResponse(responseCode = "422", description = "There is no such file, or the source is none")
    public Response load(JsonBody body, @Context UriInfo uri) {
        JsonBody wish = JsonBody.required(body).only("source", "kind");
        String source = wish.text("source", LONGEST_SOURCE);
        PriceLoad.Kind kind = wish.optionalText("kind", LONGEST_KIND)
                .map(PriceFilesResource::kind)
                .orElse(PriceLoad.Kind.PRICES);
        asked.note(Act.PRICES_ASKED, key(kind) + ": " + Asked.source(source));
        return accepted(files.start(kind, source), uri);
    }

    @GET
    @Operation(operationId = "priceFiles", summary = "The newest price files, newest first")
    @org.eclipse.microprofile.openapi.annotations.parameters.Parameters(
            // the server passes over an annotation that stands alone
            @Parameter(
                    name = "limit",
                    in = ParameterIn.QUERY,
                    description = "How many files at most",
                    schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "20")))
    @APIResponse(
            responseCode = "200",
            description = "The files",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "PriceFileList")))
    @APIResponse(responseCode = "400", description = "The limit is not allowed")
    public Response newest(@Context UriInfo uri) {
        return Lists.newest(
                uri,
                files::newest,
                load -> new PriceLoadReport(load, null, uri),
                (List<PriceLoadReport> loads) -> new PriceFileList(loads, List.of()));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "priceFile", summary = "One price file, with the first lines that were left out")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "PriceLoadReport")))
    @APIResponse(responseCode = "400", description = "The id is no number")
    @APIResponse(responseCode = "404", description = "There is no such file")
    public Response file(
            @PathParam("id")
                    @Parameter(
                            description = "The file's number",
                            schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "1"))
                    String id,
            @Context UriInfo uri) {
        PriceLoad load = Lists.one(id, files::find, NothingThere::priceLoad);
        return Unkept.ok(new PriceLoadReport(load, files.problems(load.id()), uri));
    }

    private static Response accepted(PriceLoad load, UriInfo uri) {
        PriceLoadReport report = new PriceLoadReport(load, null, uri);
        return Response.accepted(report).location(URI.create(report.uri())).build();
    }

    private static PriceLoad.Kind kind(String text) {
        for (PriceLoad.Kind kind : PriceLoad.Kind.values()) {
            if (key(kind).equals(text)) {
                return kind;
            }
        }
        throw BadBody.field("kind", "has to be prices or correction");
    }

    private static String key(PriceLoad.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** Which file is to be loaded. */
    public record PriceFileRequest(
            @Schema(
                    required = true,
                    minLength = 1,
                    maxLength = LONGEST_SOURCE,
                    description = "A path on the server, or a file:, http: or https: address",
                    example = "https://example.org/prices-2026-02-14.csv.gz")
            String source,

            @Schema(
                    enumeration = {"prices", "correction"},
                    description = "prices when it is missing")
            String kind) {}

    /** The newest files. */
    @JsonbPropertyOrder({"data", "warnings"})
    public record PriceFileList(List<PriceLoadReport> data, List<String> warnings) {}
}
