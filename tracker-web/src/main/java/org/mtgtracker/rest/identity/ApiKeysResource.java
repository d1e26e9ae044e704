package org.mtgtracker.rest.identity;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableSet;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mtgtracker.identity.boundary.ApiKeyInfo;
import org.mtgtracker.identity.boundary.ApiKeys;
import org.mtgtracker.identity.boundary.MadeApiKey;
import org.mtgtracker.identity.boundary.NewApiKey;
import org.mtgtracker.identity.boundary.Role;
import org.mtgtracker.identity.boundary.Scope;
import org.mtgtracker.rest.BadBody;
import org.mtgtracker.rest.ETag;
import org.mtgtracker.rest.IfMatch;
import org.mtgtracker.rest.JsonBody;
import org.mtgtracker.rest.Parameters;
import org.mtgtracker.rest.Unkept;

/** The API keys of whoever asks; made by people, never by another key. */
@ApplicationScoped
@Path("me/api-keys")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Name.USER)
@SecurityRequirement(name = "Bearer")
@Tag(name = "identity")
public class ApiKeysResource {
    public static final int MOST_DAYS = 400;
    public static final int USUAL_DAYS = 30;

    private final ApiKeys keys;
    private final CurrentCaller current;

    @Inject
    public ApiKeysResource(ApiKeys keys, CurrentCaller current) {
        this.keys = requireNonNull(keys, "keys is null");
        this.current = requireNonNull(current, "current is null");
    }

    /** For the container's proxy. */
    protected ApiKeysResource() {
        keys = null;
        current = null;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "makeApiKey", summary = "Makes an API key; the whole key is told this once")
    @RequestBody(
            required = true,
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "ApiKeyRequest")))
    @APIResponse(
            responseCode = "201",
            description = "The key; its member key is what goes into the header X-API-Key",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "NewApiKeyReport")))
    @APIResponse(responseCode = "409", description = "The account has as many usable keys as it may")
    public Response make(JsonBody body, @Context UriInfo uri) {
        JsonBody wish = JsonBody.required(body).only("name", "scopes", "expiresAt");
        Set<Scope> scopes = wish.texts("scopes", Scope.values().length).stream()
                .map(ApiKeysResource::scope)
                .collect(toUnmodifiableSet());
        MadeApiKey made = keys.make(
                current.required(),
                new NewApiKey(wish.text("name", ApiKeys.LONGEST_NAME), scopes, wish.moment("expiresAt")),
                current.origin());
        return Unkept.marked(Response.created(URI.create(uri.getBaseUri().getPath() + "me/api-keys/"
                        + made.info().id()))
                .entity(new NewApiKeyReport(made)));
    }

    private static Scope scope(String word) {
        return Scope.of(word)
                .orElseThrow(
                        () -> BadBody.field("scopes", "has something that is no scope; there are " + Scope.words()));
    }

    @GET
    @Operation(operationId = "apiKeys", summary = "The account's API keys, the newest first, revoked ones included")
    @APIResponse(
            responseCode = "200",
            description = "The keys without their secrets",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "ApiKeyList")))
    public Response list() {
        List<ApiKeyReport> data =
                keys.list(current.required()).stream().map(ApiKeyReport::new).toList();
        return Unkept.ok(new ApiKeyList(data, data.size(), List.of()));
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "apiKey", summary = "One of the account's API keys")
    @APIResponse(
            responseCode = "200",
            description = "The key without its secret",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "ApiKeyReport")))
    public Response key(@PathParam("id") String id, @Context HttpHeaders headers) {
        ApiKeyInfo key = keys.key(current.required(), Parameters.uuid("id", id));
        return Unkept.state(new ApiKeyReport(key), ApiKeyReport.tag(key), headers);
    }

    @GET
    @Path("{id}/usage")
    @Operation(operationId = "apiKeyUsage", summary = "How many requests came with a key, day by day (UTC)")
    @APIResponse(
            responseCode = "200",
            description = "The days with requests, the newest first; counted every few seconds",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "ApiKeyUsageList")))
    public Response usage(@PathParam("id") String id, @Context UriInfo uri) {
        int days = new Parameters(uri.getQueryParameters()).number("days", 1, MOST_DAYS, USUAL_DAYS);
        List<ApiKeyUsageReport> data = keys.usage(current.required(), Parameters.uuid("id", id), days).stream()
                .map(day -> new ApiKeyUsageReport(day.day(), day.requests()))
                .toList();
        return Unkept.ok(new ApiKeyUsageList(data, data.size(), List.of()));
    }

    @DELETE
    @Path("{id}")
    @Operation(operationId = "revokeApiKey", summary = "Revokes one of the account's API keys for good")
    @APIResponse(responseCode = "204", description = "It is refused from now on")
    @APIResponse(responseCode = "412", description = "If-Match has not the tag of what is there now")
    public Response revoke(@PathParam("id") String id, @Context HttpHeaders headers) {
        UUID key = Parameters.uuid("id", id);
        new IfMatch<>(headers, ApiKeyReport::tag).holdsFor(basis -> {
            keys.revoke(current.required(), key, basis, current.origin());
            return null;
        });
        return Unkept.nothing();
    }

    /** What a key is to be like. */
    public record ApiKeyRequest(
            @Schema(required = true, minLength = 1, maxLength = 100, example = "price board")
            String name,

            @Schema(
                    required = true,
                    minItems = 1,
                    maxItems = 7,
                    enumeration = {
                        "cards:read",
                        "collection:read",
                        "collection:write",
                        "listings:read",
                        "listings:write",
                        "admin:read",
                        "admin:write"
                    },
                    description = "Those of administrators, admin:read and admin:write, are for administrators")
            List<String> scopes,

            @Schema(nullable = true, description = "The first moment at which it is refused; null or absent for never")
            Instant expiresAt) {}

    /** A key without its secret. */
    @JsonbPropertyOrder({"id", "name", "prefix", "scopes", "createdAt", "expiresAt", "lastUsedAt", "revokedAt"})
    public record ApiKeyReport(
            UUID id,
            String name,
            String prefix,
            List<String> scopes,
            Instant createdAt,
            Instant expiresAt,
            Instant lastUsedAt,
            Instant revokedAt) {
        ApiKeyReport(ApiKeyInfo key) {
            this(
                    key.id(),
                    key.name(),
                    key.prefix(),
                    words(key),
                    key.createdAt(),
                    key.expiresAt().orElse(null),
                    key.lastUsedAt().orElse(null),
                    key.revokedAt().orElse(null));
        }

        /** Changes with whatever the report says, so also when the key was used. */
        static ETag tag(ApiKeyInfo key) {
            return ETag.of(
                    "key",
                    key.id().toString(),
                    key.name(),
                    key.lastUsedAt().map(Instant::toString).orElse(""),
                    key.revokedAt().map(Instant::toString).orElse(""));
        }

        private static List<String> words(ApiKeyInfo key) {
            return key.scopes().stream().sorted().map(Scope::word).toList();
        }
    }

    /** A key that was just made. */
    @JsonbPropertyOrder({"id", "name", "prefix", "scopes", "createdAt", "expiresAt", "key"})
    public record NewApiKeyReport(
            UUID id,
            String name,
            String prefix,
            List<String> scopes,
            Instant createdAt,
            Instant expiresAt,

            @Schema(description = "The whole key, told this once")
            String key) {
        NewApiKeyReport(MadeApiKey made) {
            this(
                    made.info().id(),
                    made.info().name(),
                    made.info().prefix(),
                    ApiKeyReport.words(made.info()),
                    made.info().createdAt(),
                    made.info().expiresAt().orElse(null),
                    made.text());
        }
    }

    /** The keys. */
    @JsonbPropertyOrder({"data", "total", "warnings"})
    public record ApiKeyList(List<ApiKeyReport> data, int total, List<String> warnings) {}

    /** How many requests came on a day. */
    @JsonbPropertyOrder({"day", "requests"})
    public record ApiKeyUsageReport(LocalDate day, long requests) {}

    /** The days. */
    @JsonbPropertyOrder({"data", "total", "warnings"})
    public record ApiKeyUsageList(List<ApiKeyUsageReport> data, int total, List<String> warnings) {}
}
