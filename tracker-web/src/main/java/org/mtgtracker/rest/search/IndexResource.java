package org.mtgtracker.rest.search;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mtgtracker.identity.boundary.Role;
import org.mtgtracker.search.boundary.CardSearch;
import org.mtgtracker.search.boundary.IndexReport;

/** What the search index of the pod that answers is like, for admins. */
@ApplicationScoped
@Path("admin/index")
@Tag(name = "search")
public class IndexResource {
    private final CardSearch search;

    @Inject
    public IndexResource(CardSearch search) {
        this.search = requireNonNull(search, "search is null");
    }

    /** For the container's proxy. */
    protected IndexResource() {
        search = null;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Name.ADMIN)
    @Operation(operationId = "searchIndex", summary = "The search index of this pod: version, build time, sizes")
    @SecurityRequirement(name = "ApiKey")
    @APIResponse(
            responseCode = "200",
            description = "The index; version -1 before the first one was built",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "IndexStructures")))
    public Response index() {
        IndexReport report = search.index();
        List<Structure> structures = report.bytes().entrySet().stream()
                .map(structure -> new Structure(structure.getKey(), structure.getValue()))
                .toList();
        return Response.ok(new IndexStructures(
                        report.version(),
                        report.cards(),
                        report.printings(),
                        report.buildTime().toMillis(),
                        structures))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /**
     * The answer.
     *
     * @param structures what it is made of; objects lie in a file, everything else on the heap
     */
    @JsonbPropertyOrder({"version", "cards", "printings", "buildMillis", "structures"})
    public record IndexStructures(
            long version, int cards, int printings, long buildMillis, List<Structure> structures) {}

    /** One structure of the index. */
    @JsonbPropertyOrder({"name", "bytes"})
    public record Structure(String name, long bytes) {}
}
