package org.mtgtracker.rest.v1;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mtgtracker.identity.boundary.Account;
import org.mtgtracker.identity.boundary.Accounts;
import org.mtgtracker.identity.boundary.Caller;
import org.mtgtracker.identity.boundary.NewAccount;
import org.mtgtracker.identity.boundary.Role;
import org.mtgtracker.identity.boundary.SessionTokens;
import org.mtgtracker.identity.boundary.Sessions;
import org.mtgtracker.rest.JsonBody;
import org.mtgtracker.rest.Parameters;
import org.mtgtracker.rest.Refused;
import org.mtgtracker.rest.identity.CurrentCaller;

/**
 * The baseline's users. Who asks is told by an access token, which signing in gives, and not by a cookie; and everybody
 * changes himself alone, where the baseline let anybody change anybody.
 */
@ApplicationScoped
@Path("users")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "v1")
public class BaselineUsersResource {
    private static final int LONGEST = 2000;

    private final Accounts accounts;
    private final Sessions sessions;
    private final CurrentCaller current;

    @Inject
    public BaselineUsersResource(Accounts accounts, Sessions sessions, CurrentCaller current) {
        this.accounts = requireNonNull(accounts, "accounts is null");
        this.sessions = requireNonNull(sessions, "sessions is null");
        this.current = requireNonNull(current, "current is null");
    }

    /** For the container's proxy. */
    protected BaselineUsersResource() {
        accounts = null;
        sessions = null;
        current = null;
    }

    @POST
    @Path("newuser")
    @PermitAll
    @Operation(operationId = "v1NewUser", summary = "Makes an account", deprecated = true)
    @RequestBody(
            required = true,
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "SignUpRequest")))
    @APIResponse(responseCode = "201", description = "The account")
    @APIResponse(responseCode = "409", description = "The name is taken")
    public Response newUser(JsonBody body) {
        JsonBody wish = JsonBody.required(body).only("name", "email", "password");
        Account made = accounts.signUp(
                new NewAccount(
                        wish.text("name", LONGEST),
                        wish.isNull("email") ? Optional.empty() : wish.optionalText("email", LONGEST),
                        wish.text("password", LONGEST)),
                current.origin());
        return Response.fromResponse(unkept(json -> write(json, made)))
                .status(Response.Status.CREATED)
                .build();
    }

    @POST
    @Path("signin")
    @PermitAll
    @Operation(
            operationId = "v1SignIn",
            summary = "Signs in by name or e-mail address, and password",
            deprecated = true)
    @RequestBody(
            required = true,
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "SignInRequest")))
    @APIResponse(responseCode = "200", description = "Who that is, and the token to send as Authorization: Bearer")
    public Response signIn(JsonBody body) {
        JsonBody words = JsonBody.required(body).only("name", "email", "password");
        String name = words.has("name") ? words.text("name", LONGEST) : words.text("email", LONGEST);
        SessionTokens tokens = sessions.signIn(name, words.text("password", LONGEST), current.origin());
        return unkept(json -> {
            write(json, tokens.caller());
            json.writeStringField("token", tokens.accessToken());
            json.writeNumberField("expires_in", tokens.lifetime().toSeconds());
            json.writeStringField("refresh_token", tokens.refreshToken());
        });
    }

    @POST
    @Path("signout")
    @RolesAllowed(Role.Name.USER)
    @SecurityRequirement(name = "Bearer")
    @Operation(operationId = "v1SignOut", summary = "Ends the session of the token", deprecated = true)
    @APIResponse(responseCode = "200", description = "An empty object")
    public Response signOut(JsonBody body) {
        if (body != null) {
            body.only();
        }
        sessions.signOut(current.required(), current.origin());
        return unkept(json -> {});
    }

    @GET
    @Path("currentuser")
    @PermitAll
    @Operation(operationId = "v1CurrentUser", summary = "Who asks", deprecated = true)
    @APIResponse(responseCode = "200", description = "The member currentUser, null when nobody is named")
    public Response currentUser() {
        Optional<Caller> caller = current.get();
        return unkept(json -> {
            if (caller.isPresent()) {
                json.writeObjectFieldStart("currentUser");
                write(json, caller.get());
                json.writeEndObject();
            } else {
                json.writeNullField("currentUser");
            }
        });
    }

    @PATCH
    @Path("{id}")
    @RolesAllowed(Role.Name.USER)
    @SecurityRequirement(name = "Bearer")
    @Operation(operationId = "v1ChangeUser", summary = "Changes one's own e-mail address", deprecated = true)
    @RequestBody(
            required = true,
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "AccountChange")))
    @APIResponse(responseCode = "200", description = "The account")
    @APIResponse(responseCode = "400", description = "A field is not as it has to be, or may not be changed")
    public Response change(@PathParam("id") String id, JsonBody body) {
        UUID wanted = Parameters.uuid("id", id);
        Caller caller = current.required();
        if (!caller.id().equals(wanted)) {
            throw Refused.lackingRole();
        }
        JsonBody wish = JsonBody.required(body).only("email");
        Optional<String> email = wish.isNull("email") ? Optional.empty() : Optional.of(wish.text("email", LONGEST));
        Account changed = accounts.changeEmail(caller, email, current.origin());
        return unkept(json -> write(json, changed));
    }

    private static void write(JsonGenerator json, Account account) throws IOException {
        json.writeStringField("id", account.id().toString());
        json.writeStringField("name", account.name());
        json.writeStringField("email", account.email().orElse(null));
        json.writeStringField("role", account.role().name().toLowerCase(Locale.ROOT));
        json.writeBooleanField("is_active", account.active());
        json.writeBooleanField("is_verified", account.emailVerified());
    }

    private static void write(JsonGenerator json, Caller caller) throws IOException {
        json.writeStringField("id", caller.id().toString());
        json.writeStringField("name", caller.name());
        json.writeStringField("role", caller.roles().contains(Role.ADMIN) ? "admin" : "user");
    }

    private static Response unkept(BaselineJson.Members members) {
        return Response.fromResponse(BaselineJson.answer(members))
                .header("Cache-Control", "no-store")
                .build();
    }
}
