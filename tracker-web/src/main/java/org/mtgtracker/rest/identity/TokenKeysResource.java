package org.mtgtracker.rest.identity;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mtgtracker.identity.boundary.TokenKeys;

/** By which keys access tokens are checked, for whoever wants to do so himself. */
@ApplicationScoped
@Path(".well-known/jwks.json")
@Tag(name = "identity")
@PermitAll
public class TokenKeysResource {
    private final TokenKeys keys;

    @Inject
    public TokenKeysResource(TokenKeys keys) {
        this.keys = requireNonNull(keys, "keys is null");
    }

    /** For the container's proxy. */
    protected TokenKeysResource() {
        keys = null;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "jwks", summary = "The public keys of access tokens, as a JSON Web Key Set (RFC 7517)")
    @APIResponse(responseCode = "200", description = "The keys of all servers, the newest first")
    public Response keys() {
        return Response.ok(keys.keySet())
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=60")
                .build();
    }
}
