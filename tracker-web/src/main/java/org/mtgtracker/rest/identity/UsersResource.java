package org.mtgtracker.rest.identity;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
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
import org.mtgtracker.identity.boundary.Account;
import org.mtgtracker.identity.boundary.Page;
import org.mtgtracker.identity.boundary.ResetToken;
import org.mtgtracker.identity.boundary.Role;
import org.mtgtracker.identity.boundary.UserFilter;
import org.mtgtracker.identity.boundary.Users;
import org.mtgtracker.rest.BadBody;
import org.mtgtracker.rest.BadParameter;
import org.mtgtracker.rest.Cursors;
import org.mtgtracker.rest.IfMatch;
import org.mtgtracker.rest.JsonBody;
import org.mtgtracker.rest.Lists;
import org.mtgtracker.rest.Parameters;
import org.mtgtracker.rest.Unkept;

/** Other people's accounts. For administrators. */
@ApplicationScoped
@Path("admin/users")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Name.ADMIN)
@SecurityRequirement(name = "ApiKey")
@SecurityRequirement(name = "Bearer")
@Tag(name = "users")
public class UsersResource {
    public static final int MOST = 200;
    public static final int USUAL = 50;
    private static final int LONGEST = 100;

    private final Users users;
    private final CurrentCaller current;

    @Inject
    public UsersResource(Users users, CurrentCaller current) {
        this.users = requireNonNull(users, "users is null");
        this.current = requireNonNull(current, "current is null");
    }

    /** For the container's proxy. */
    protected UsersResource() {
        users = null;
        current = null;
    }

    @GET
    @Operation(operationId = "users", summary = "The accounts that fit, by name")
    @org.eclipse.microprofile.openapi.annotations.parameters.Parameters({
        @Parameter(
                name = "q",
                in = ParameterIn.QUERY,
                description = "Part of a name or an e-mail address",
                schema = @Schema(type = SchemaType.STRING, maxLength = LONGEST)),
        @Parameter(
                name = "role",
                in = ParameterIn.QUERY,
                schema =
                        @Schema(
                                type = SchemaType.STRING,
                                enumeration = {"USER", "ADMIN"})),
        @Parameter(name = "active", in = ParameterIn.QUERY, schema = @Schema(type = SchemaType.BOOLEAN))
    })
    @APIResponse(
            responseCode = "200",
            description = "One page of accounts; next is the address of the next one",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "UserList")))
    public Response find(@Context UriInfo uri) {
        Parameters parameters = new Parameters(uri.getQueryParameters());
        Page<Account> page = users.find(new UserFilter(
                parameters.text("q", LONGEST),
                parameters.text("role").map(UsersResource::role),
                parameters.text("active").map(any -> parameters.truth("active")),
                parameters.text("cursor").map(Cursors::read),
                parameters.number("limit", 1, MOST, USUAL)));
        List<AccountReport> accounts =
                page.data().stream().map(AccountReport::new).toList();
        return Lists.page(uri, page.next(), next -> new UserList(accounts, next, List.of()));
    }

    private static Role role(String word) {
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "USER" -> Role.USER;
            case "ADMIN" -> Role.ADMIN;
            default -> throw new BadParameter("role", word, "USER or ADMIN");
        };
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "user", summary = "One account")
    @APIResponse(
            responseCode = "200",
            description = "The account",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "AccountReport")))
    public Response user(@PathParam("id") String id, @Context HttpHeaders headers) {
        Account account = users.user(Parameters.uuid("id", id));
        return Unkept.state(new AccountReport(account), AccountReport.tag(account), headers);
    }

    @PATCH
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "changeUser", summary = "Gives an account another role, disables or enables it")
    @RequestBody(
            required = true,
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "UserChange")))
    @APIResponse(
            responseCode = "200",
            description = "The account as it is now",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "AccountReport")))
    @APIResponse(responseCode = "409", description = "No active administrator would be left")
    @APIResponse(responseCode = "412", description = "If-Match has not the tag of what is there now")
    public Response change(@PathParam("id") String id, JsonBody body, @Context HttpHeaders headers) {
        JsonBody wish = JsonBody.required(body).only("role", "active");
        Optional<Role> role = wish.optionalText("role", LONGEST).map(UsersResource::roleInBody);
        UUID account = Parameters.uuid("id", id);
        Optional<Boolean> active = wish.truth("active");
        Account changed = new IfMatch<>(headers, AccountReport::tag)
                .holdsFor(basis -> users.change(current.required(), account, role, active, basis, current.origin()));
        return Unkept.tagged(Response.ok(new AccountReport(changed)), AccountReport.tag(changed));
    }

    private static Role roleInBody(String word) {
        return switch (word) {
            case "USER" -> Role.USER;
            case "ADMIN" -> Role.ADMIN;
            default -> throw BadBody.field("role", "has to be USER or ADMIN");
        };
    }

    @DELETE
    @Path("{id}")
    @Operation(operationId = "deleteUser", summary = "Deletes an account with everything that is kept of it")
    @APIResponse(responseCode = "204", description = "It is gone; the audit log keeps its id")
    @APIResponse(responseCode = "409", description = "No active administrator would be left")
    @APIResponse(responseCode = "412", description = "If-Match has not the tag of what is there now")
    public Response delete(@PathParam("id") String id, @Context HttpHeaders headers) {
        UUID account = Parameters.uuid("id", id);
        new IfMatch<>(headers, AccountReport::tag).holdsFor(basis -> {
            users.delete(current.required(), account, basis, current.origin());
            return null;
        });
        return Unkept.nothing();
    }

    @POST
    @Path("{id}/sign-out")
    @Operation(operationId = "signUserOut", summary = "Ends all sessions of an account")
    @APIResponse(responseCode = "204", description = "They are over")
    public Response signOut(@PathParam("id") String id) {
        users.signOut(current.required(), Parameters.uuid("id", id), current.origin());
        return Unkept.nothing();
    }

    @POST
    @Path("{id}/unlock")
    @Operation(operationId = "unlockUser", summary = "Forgets the wrong passwords that were tried for an account")
    @APIResponse(responseCode = "204", description = "Its owner need not wait")
    public Response unlock(@PathParam("id") String id) {
        users.unlock(current.required(), Parameters.uuid("id", id), current.origin());
        return Unkept.nothing();
    }

    @POST
    @Path("{id}/password-reset")
    @Operation(
            operationId = "makeResetToken",
            summary = "Makes a token with which the account's owner sets a new password; it is told this once")
    @APIResponse(
            responseCode = "201",
            description = "The token, for PUT /auth/password-reset",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "ResetTokenReport")))
    public Response resetToken(@PathParam("id") String id) {
        ResetToken made = users.resetToken(current.required(), Parameters.uuid("id", id), current.origin());
        return Unkept.marked(
                Response.status(Response.Status.CREATED).entity(new ResetTokenReport(made.token(), made.expiresAt())));
    }

    /** What is to be different. */
    public record UserChange(
            @Schema(enumeration = {"USER", "ADMIN"}) String role,

            @Schema(description = "False disables the account and ends its sessions")
            boolean active) {}

    /** One page of accounts. */
    @JsonbPropertyOrder({"data", "next", "warnings"})
    public record UserList(List<AccountReport> data, String next, List<String> warnings) {}

    /** What sets a new password, once. */
    @JsonbPropertyOrder({"token", "expiresAt"})
    public record ResetTokenReport(String token, Instant expiresAt) {}
}
