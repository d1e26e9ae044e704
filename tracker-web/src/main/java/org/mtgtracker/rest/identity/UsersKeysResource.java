package org.mtgtracker.rest.identity;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mtgtracker.identity.boundary.OthersKeys;
import org.mtgtracker.identity.boundary.Role;
import org.mtgtracker.rest.IfMatch;
import org.mtgtracker.rest.Parameters;
import org.mtgtracker.rest.Unkept;
import org.mtgtracker.rest.identity.ApiKeysResource.ApiKeyList;
import org.mtgtracker.rest.identity.ApiKeysResource.ApiKeyReport;
import org.mtgtracker.rest.identity.ApiKeysResource.ApiKeyUsageList;
import org.mtgtracker.rest.identity.ApiKeysResource.ApiKeyUsageReport;

/** Other people's API keys. For administrators. */
@ApplicationScoped
@Path("admin/users/{id}/api-keys")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Name.ADMIN)
@SecurityRequirement(name = "ApiKey")
@SecurityRequirement(name = "Bearer")
@Tag(name = "users")
public class UsersKeysResource {
    private final OthersKeys keys;
    private final CurrentCaller current;

    @Inject
    public UsersKeysResource(OthersKeys keys, CurrentCaller current) {
        this.keys = requireNonNull(keys, "keys is null");
        this.current = requireNonNull(current, "current is null");
    }

    /** For the container's proxy. */
    protected UsersKeysResource() {
        keys = null;
        current = null;
    }

    @GET
    @Operation(operationId = "userApiKeys", summary = "The API keys of an account, the newest first")
    @APIResponse(
            responseCode = "200",
            description = "The keys without their secrets",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "ApiKeyList")))
    public Response list(@PathParam("id") String id) {
        List<ApiKeyReport> data = keys.list(Parameters.uuid("id", id)).stream()
                .map(ApiKeyReport::new)
                .toList();
        return Unkept.ok(new ApiKeyList(data, data.size(), List.of()));
    }

    @GET
    @Path("{key}/usage")
    @Operation(operationId = "userApiKeyUsage", summary = "How many requests came with a key, day by day (UTC)")
    @APIResponse(
            responseCode = "200",
            description = "The days with requests, the newest first; counted every few seconds",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "ApiKeyUsageList")))
    public Response usage(@PathParam("id") String id, @PathParam("key") String key, @Context UriInfo uri) {
        int days = new Parameters(uri.getQueryParameters())
                .number("days", 1, ApiKeysResource.MOST_DAYS, ApiKeysResource.USUAL_DAYS);
        List<ApiKeyUsageReport> data = keys.usage(Parameters.uuid("id", id), Parameters.uuid("key", key), days).stream()
                .map(day -> new ApiKeyUsageReport(day.day(), day.requests()))
                .toList();
        return Unkept.ok(new ApiKeyUsageList(data, data.size(), List.of()));
    }

    @DELETE
    @Path("{key}")
    @Operation(operationId = "revokeUserApiKey", summary = "Revokes somebody's API key for good")
    @APIResponse(responseCode = "204", description = "It is refused from now on")
    @APIResponse(responseCode = "412", description = "If-Match has not the tag of what is there now")
    public Response revoke(@PathParam("id") String id, @PathParam("key") String key, @Context HttpHeaders headers) {
        UUID owner = Parameters.uuid("id", id);
        UUID revoked = Parameters.uuid("key", key);
        new IfMatch<>(headers, ApiKeyReport::tag).holdsFor(basis -> {
            keys.revoke(current.required(), owner, revoked, basis, current.origin());
            return null;
        });
        return Unkept.nothing();
    }
}
