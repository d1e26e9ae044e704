package org.mtgtracker.rest.identity;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mtgtracker.identity.boundary.Account;
import org.mtgtracker.identity.boundary.Accounts;
import org.mtgtracker.identity.boundary.NewAccount;
import org.mtgtracker.identity.boundary.Role;
import org.mtgtracker.identity.boundary.SessionTokens;
import org.mtgtracker.identity.boundary.Sessions;
import org.mtgtracker.rest.JsonBody;
import org.mtgtracker.rest.Unkept;

/** Signing up, in and out. */
@ApplicationScoped
@Path("auth")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "identity")
public class AuthResource {
    /** Longer than anything allowed, so that the rule that is broken is told and not this one. */
    private static final int LONGEST = 2000;

    private final Accounts accounts;
    private final Sessions sessions;
    private final CurrentCaller current;

    @Inject
    public AuthResource(Accounts accounts, Sessions sessions, CurrentCaller current) {
        this.accounts = requireNonNull(accounts, "accounts is null");
        this.sessions = requireNonNull(sessions, "sessions is null");
        this.current = requireNonNull(current, "current is null");
    }

    /** For the container's proxy. */
    protected AuthResource() {
        accounts = null;
        sessions = null;
        current = null;
    }

    @POST
    @Path("sign-up")
    @PermitAll
    @Operation(operationId = "signUp", summary = "Makes an account; sign in with it afterwards")
    @RequestBody(
            required = true,
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "SignUpRequest")))
    @APIResponse(
            responseCode = "201",
            description = "The account; Location is where its owner finds it",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "AccountReport")))
    @APIResponse(responseCode = "409", description = "The name is taken")
    @APIResponse(responseCode = "429", description = "Too many accounts were asked for from there; see Retry-After")
    public Response signUp(JsonBody body, @Context UriInfo uri) {
        JsonBody wish = JsonBody.required(body).only("name", "email", "password");
        Account made = accounts.signUp(
                new NewAccount(
                        wish.text("name", LONGEST),
                        wish.isNull("email") ? java.util.Optional.empty() : wish.optionalText("email", LONGEST),
                        wish.text("password", LONGEST)),
                current.origin());
        return Unkept.marked(
                Response.created(URI.create(uri.getBaseUri().getPath() + "me")).entity(new AccountReport(made)));
    }

    @POST
    @Path("sign-in")
    @PermitAll
    @Operation(operationId = "signIn", summary = "Begins a session with name and password")
    @RequestBody(
            required = true,
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "SignInRequest")))
    @APIResponse(
            responseCode = "200",
            description = "The session's first tokens",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "TokenReport")))
    @APIResponse(responseCode = "401", description = "Name and password do not belong together")
    @APIResponse(responseCode = "429", description = "There were too many wrong attempts; see Retry-After")
    public Response signIn(JsonBody body) {
        JsonBody words = JsonBody.required(body).only("name", "password");
        return Unkept.ok(new TokenReport(
                sessions.signIn(words.text("name", LONGEST), words.text("password", LONGEST), current.origin())));
    }

    @POST
    @Path("refresh")
    @PermitAll
    @Operation(
            operationId = "refresh",
            summary = "Exchanges a refresh token, once, for the session's next tokens; a second time ends the session")
    @RequestBody(
            required = true,
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "RefreshRequest")))
    @APIResponse(
            responseCode = "200",
            description = "The next tokens",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "TokenReport")))
    @APIResponse(responseCode = "401", description = "The token is unknown, was used before, or its session is over")
    public Response refresh(JsonBody body) {
        JsonBody token = JsonBody.required(body).only("refreshToken");
        return Unkept.ok(new TokenReport(sessions.refresh(token.text("refreshToken", LONGEST), current.origin())));
    }

    @POST
    @Path("sign-out")
    @RolesAllowed(Role.Name.USER)
    @SecurityRequirement(name = "Bearer")
    @Operation(operationId = "signOut", summary = "Ends the session of the access token")
    @APIResponse(responseCode = "204", description = "It is over")
    public Response signOut(JsonBody body) {
        nothingIn(body);
        sessions.signOut(current.required(), current.origin());
        return Unkept.nothing();
    }

    @POST
    @Path("sign-out-everywhere")
    @RolesAllowed(Role.Name.USER)
    @SecurityRequirement(name = "Bearer")
    @Operation(operationId = "signOutEverywhere", summary = "Ends all sessions of the account; its API keys stay")
    @APIResponse(responseCode = "204", description = "They are over")
    public Response signOutEverywhere(JsonBody body) {
        nothingIn(body);
        sessions.signOutEverywhere(current.required(), current.origin());
        return Unkept.nothing();
    }

    @POST
    @Path("email-verification")
    @PermitAll
    @Operation(operationId = "verifyEmail", summary = "Proves an e-mail address by the token that was sent to it")
    @RequestBody(
            required = true,
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "TokenRequest")))
    @APIResponse(responseCode = "204", description = "It is verified")
    @APIResponse(responseCode = "400", description = "The token is unknown, expired or used")
    public Response verifyEmail(JsonBody body) {
        accounts.verifyEmail(JsonBody.required(body).only("token").text("token", LONGEST), current.origin());
        return Unkept.nothing();
    }

    @POST
    @Path("password-reset")
    @PermitAll
    @Operation(
            operationId = "requestPasswordReset",
            summary = "Sends a token for a new password to the account's verified address, if there is such an account")
    @RequestBody(
            required = true,
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "ResetWish")))
    @APIResponse(responseCode = "202", description = "Whether there is such an account is not told")
    @APIResponse(responseCode = "409", description = "This installation sends no mail")
    @APIResponse(responseCode = "429", description = "There were too many attempts; see Retry-After")
    public Response requestReset(JsonBody body) {
        accounts.requestReset(JsonBody.required(body).only("name").text("name", LONGEST), current.origin());
        return Unkept.accepted();
    }

    @PUT
    @Path("password-reset")
    @PermitAll
    @Operation(operationId = "resetPassword", summary = "Sets a new password by a token, and ends all sessions")
    @RequestBody(
            required = true,
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "ResetRequest")))
    @APIResponse(responseCode = "204", description = "It is set; sign in with it")
    @APIResponse(responseCode = "400", description = "The token is not good any more, or the password not allowed")
    public Response reset(JsonBody body) {
        JsonBody wish = JsonBody.required(body).only("token", "password");
        accounts.reset(wish.text("token", LONGEST), wish.text("password", LONGEST), current.origin());
        return Unkept.nothing();
    }

    private static void nothingIn(JsonBody body) {
        if (body != null) {
            body.only();
        }
    }

    /** Who wants an account. */
    public record SignUpRequest(
            @Schema(required = true, minLength = 3, maxLength = 50, example = "jaya", description = "Everybody sees it")
            String name,

            @Schema(nullable = true, maxLength = 254, example = "jaya@example.org")
            String email,

            @Schema(required = true, minLength = 8, maxLength = 256, example = "all my mountains burn at dawn")
            String password) {}

    /** Who wants to begin a session. */
    public record SignInRequest(
            @Schema(
                    required = true,
                    maxLength = LONGEST,
                    example = "jaya",
                    description = "The account's name, or its e-mail address")
            String name,

            @Schema(required = true, maxLength = LONGEST, example = "all my mountains burn at dawn")
            String password) {}

    /** Who wants to go on with a session. */
    public record RefreshRequest(
            @Schema(required = true, maxLength = LONGEST) String refreshToken) {}

    /** What was sent by mail. */
    public record TokenRequest(
            @Schema(required = true, maxLength = LONGEST) String token) {}

    /** Who has forgotten a password. */
    public record ResetWish(
            @Schema(required = true, maxLength = LONGEST, description = "The account's name, or its e-mail address")
            String name) {}

    /** Who sets a new password. */
    public record ResetRequest(
            @Schema(required = true, maxLength = LONGEST) String token,

            @Schema(required = true, minLength = 8, maxLength = 256)
            String password) {}

    /**
     * What a session goes on with.
     *
     * @param accessToken sent as Authorization: Bearer
     * @param expiresIn for how many seconds the access token is good
     * @param refreshToken exchanged once for the next two
     * @param sessionExpiresAt when the session ends unless it is refreshed before
     */
    @JsonbPropertyOrder({"accessToken", "tokenType", "expiresIn", "refreshToken", "sessionExpiresAt"})
    public record TokenReport(
            String accessToken, String tokenType, long expiresIn, String refreshToken, Instant sessionExpiresAt) {
        TokenReport(SessionTokens tokens) {
            this(
                    tokens.accessToken(),
                    "Bearer",
                    tokens.lifetime().toSeconds(),
                    tokens.refreshToken(),
                    tokens.sessionEnds());
        }
    }
}
