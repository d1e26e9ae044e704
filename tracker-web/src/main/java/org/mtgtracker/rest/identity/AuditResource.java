package org.mtgtracker.rest.identity;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mtgtracker.identity.boundary.Act;
import org.mtgtracker.identity.boundary.Audit;
import org.mtgtracker.identity.boundary.AuditEntry;
import org.mtgtracker.identity.boundary.AuditFilter;
import org.mtgtracker.identity.boundary.Page;
import org.mtgtracker.identity.boundary.Role;
import org.mtgtracker.rest.BadParameter;
import org.mtgtracker.rest.Cursors;
import org.mtgtracker.rest.Lists;
import org.mtgtracker.rest.Parameters;

/** Who did what about accounts, keys and sessions. For administrators. */
@ApplicationScoped
@Path("admin/audit")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Name.ADMIN)
@SecurityRequirement(name = "ApiKey")
@SecurityRequirement(name = "Bearer")
@Tag(name = "users")
public class AuditResource {
    public static final int MOST = 500;
    public static final int USUAL = 100;

    private final Audit audit;

    @Inject
    public AuditResource(Audit audit) {
        this.audit = requireNonNull(audit, "audit is null");
    }

    /** For the container's proxy. */
    protected AuditResource() {
        audit = null;
    }

    @GET
    @Operation(operationId = "auditLog", summary = "The audit log, the newest first")
    @org.eclipse.microprofile.openapi.annotations.parameters.Parameters({
        @Parameter(
                name = "act",
                in = ParameterIn.QUERY,
                description = "One kind of act, such as sign-in-failed",
                schema = @Schema(type = SchemaType.STRING)),
        @Parameter(
                name = "actor",
                in = ParameterIn.QUERY,
                description = "The account that acted",
                schema = @Schema(type = SchemaType.STRING, format = "uuid")),
        @Parameter(
                name = "subject",
                in = ParameterIn.QUERY,
                description = "The account that it was about",
                schema = @Schema(type = SchemaType.STRING, format = "uuid")),
        @Parameter(
                name = "from",
                in = ParameterIn.QUERY,
                description = "The first moment",
                schema = @Schema(type = SchemaType.STRING, format = "date-time")),
        @Parameter(
                name = "until",
                in = ParameterIn.QUERY,
                description = "The first moment that is not meant any more",
                schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    })
    @APIResponse(
            responseCode = "200",
            description = "One page of lines; next is the address of the next one",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "AuditList")))
    public Response find(@Context UriInfo uri) {
        Parameters parameters = new Parameters(uri.getQueryParameters());
        Page<AuditEntry> page = audit.find(new AuditFilter(
                parameters.text("act").map(AuditResource::act),
                parameters.text("actor").map(id -> Parameters.uuid("actor", id)),
                parameters.text("subject").map(id -> Parameters.uuid("subject", id)),
                parameters.moment("from"),
                parameters.moment("until"),
                parameters.text("cursor").map(Cursors::number),
                parameters.number("limit", 1, MOST, USUAL)));
        List<AuditReport> lines = page.data().stream().map(AuditReport::new).toList();
        return Lists.page(uri, page.next(), next -> new AuditList(lines, next, List.of()));
    }

    private static Act act(String word) {
        return Act.of(word)
                .orElseThrow(() -> new BadParameter(
                        "act",
                        word,
                        "one of " + Stream.of(Act.values()).map(Act::word).collect(Collectors.joining(", "))));
    }

    /**
     * One line.
     *
     * @param actor absent for somebody who was not signed in
     * @param actorName absent when the account is gone
     * @param address from where; empty for the server itself
     */
    @JsonbPropertyOrder({"id", "at", "act", "actor", "actorName", "subject", "subjectName", "address", "detail"})
    public record AuditReport(
            long id,
            Instant at,

            @Schema(example = "signed-in") String act,

            UUID actor,
            String actorName,
            UUID subject,
            String subjectName,
            String address,
            String detail) {
        AuditReport(AuditEntry line) {
            this(
                    line.id(),
                    line.at(),
                    line.act().word(),
                    line.actor().orElse(null),
                    line.actorName().orElse(null),
                    line.subject().orElse(null),
                    line.subjectName().orElse(null),
                    line.address(),
                    line.detail());
        }
    }

    /** One page of lines. */
    @JsonbPropertyOrder({"data", "next", "warnings"})
    public record AuditList(List<AuditReport> data, String next, List<String> warnings) {}
}
