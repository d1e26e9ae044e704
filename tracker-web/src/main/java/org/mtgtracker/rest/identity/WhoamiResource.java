package org.mtgtracker.rest.identity;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mtgtracker.identity.boundary.Role;
import org.mtgtracker.identity.boundary.Scope;
import org.mtgtracker.rest.NeedsScope;

/** Tells a caller who he is taken for: the way to try a key. */
@ApplicationScoped
@Path("whoami")
@Tag(name = "identity")
public class WhoamiResource {
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.Name.USER, Role.Name.ADMIN, Role.Name.API_CLIENT})
    @Operation(operationId = "whoami", summary = "Who the API key or access token belongs to, and what it may do")
    @NeedsScope(Scope.CARDS_READ)
    @SecurityRequirement(name = "ApiKey")
    @SecurityRequirement(name = "Bearer")
    @APIResponse(
            responseCode = "200",
            description = "The account and its roles",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "Whoami")))
    public Response whoami(@Context SecurityContext security) {
        List<String> roles = Stream.of(Role.values())
                .map(Role::name)
                .filter(security::isUserInRole)
                .toList();
        return Response.ok(new Whoami(security.getUserPrincipal().getName(), roles))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /**
     * The answer.
     *
     * @param name the account's name
     * @param roles what it may do this way in
     */
    @JsonbPropertyOrder({"name", "roles"})
    public record Whoami(String name, List<String> roles) {}
}
