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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
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
import org.mtgtracker.identity.boundary.Role;
import org.mtgtracker.identity.boundary.SessionInfo;
import org.mtgtracker.identity.boundary.Sessions;
import org.mtgtracker.rest.ETag;
import org.mtgtracker.rest.IfMatch;
import org.mtgtracker.rest.JsonBody;
import org.mtgtracker.rest.Parameters;
import org.mtgtracker.rest.Unkept;

/** The account of whoever asks, for people: an API key has no business here. */
@ApplicationScoped
@Path("me")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Name.USER)
@SecurityRequirement(name = "Bearer")
@Tag(name = "identity")
public class MeResource {
    private static final int LONGEST = 2000;

    private final Accounts accounts;
    private final Sessions sessions;
    private final CurrentCaller current;

    @Inject
    public MeResource(Accounts accounts, Sessions sessions, CurrentCaller current) {
        this.accounts = requireNonNull(accounts, "accounts is null");
        this.sessions = requireNonNull(sessions, "sessions is null");
        this.current = requireNonNull(current, "current is null");
    }

    /** For the container's proxy. */
    protected MeResource() {
        accounts = null;
        sessions = null;
        current = null;
    }

    @GET
    @Operation(operationId = "me", summary = "The account of whoever asks")
    @APIResponse(
            responseCode = "200",
            description = "The account",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "AccountReport")))
    public Response me(@Context HttpHeaders headers) {
        Account account = accounts.of(current.required());
        return Unkept.state(new AccountReport(account), AccountReport.tag(account), headers);
    }

    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "changeMe", summary = "Changes the e-mail address; null for none")
    @RequestBody(
            required = true,
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "AccountChange")))
    @APIResponse(
            responseCode = "200",
            description = "The account as it is now; the address is to be verified where mail is sent",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "AccountReport")))
    @APIResponse(responseCode = "400", description = "It is no e-mail address, or a field is unknown")
    @APIResponse(responseCode = "412", description = "If-Match has not the tag of what is there now")
    public Response change(JsonBody body, @Context HttpHeaders headers) {
        JsonBody wish = JsonBody.required(body).only("email");
        Optional<String> email = wish.isNull("email") ? Optional.empty() : Optional.of(wish.text("email", LONGEST));
        Account changed = new IfMatch<>(headers, AccountReport::tag)
                .holdsFor(basis -> accounts.changeEmail(current.required(), email, basis, current.origin()));
        return Unkept.tagged(Response.ok(new AccountReport(changed)), AccountReport.tag(changed));
    }

    @DELETE
    @Operation(operationId = "deleteMe", summary = "Deletes the account with everything that is kept of it")
    @APIResponse(responseCode = "204", description = "It is gone; the audit log keeps its id")
    @APIResponse(responseCode = "409", description = "It is the last active administrator's")
    @APIResponse(responseCode = "412", description = "If-Match has not the tag of what is there now")
    public Response delete(@Context HttpHeaders headers) {
        new IfMatch<>(headers, AccountReport::tag).holdsFor(basis -> {
            accounts.delete(current.required(), basis, current.origin());
            return null;
        });
        return Unkept.nothing();
    }

    @GET
    @Path("export")
    @Operation(operationId = "exportMe", summary = "Everything that is kept of the account, to take away")
    @APIResponse(responseCode = "200", description = "A JSON object with a member for each kind of data")
    public Response export() {
        return Unkept.marked(Response.ok(accounts.export(current.required(), current.origin()))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"mtg-tracker-account.json\""));
    }

    @PUT
    @Path("password")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "changePassword", summary = "Changes the password, and ends all other sessions")
    @RequestBody(
            required = true,
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "PasswordChange")))
    @APIResponse(responseCode = "204", description = "It is changed")
    @APIResponse(responseCode = "400", description = "The current one is wrong, or the new one is not allowed")
    @APIResponse(responseCode = "429", description = "There were too many wrong attempts; see Retry-After")
    public Response changePassword(JsonBody body) {
        JsonBody words = JsonBody.required(body).only("currentPassword", "newPassword");
        accounts.changePassword(
                current.required(),
                words.text("currentPassword", LONGEST),
                words.text("newPassword", LONGEST),
                current.origin());
        return Unkept.nothing();
    }

    @POST
    @Path("email-verification")
    @Operation(operationId = "requestVerification", summary = "Sends the mail again that asks to verify the address")
    @APIResponse(responseCode = "202", description = "It is on its way")
    @APIResponse(responseCode = "409", description = "No mail is sent here, or no address waits to be verified")
    public Response requestVerification() {
        accounts.requestVerification(current.required());
        return Unkept.accepted();
    }

    @GET
    @Path("sessions")
    @Operation(operationId = "sessions", summary = "The account's sessions that are going on, the last used first")
    @APIResponse(
            responseCode = "200",
            description = "The sessions",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "SessionList")))
    public Response sessions() {
        List<SessionReport> data = sessions.list(current.required()).stream()
                .map(SessionReport::new)
                .toList();
        return Unkept.ok(new SessionList(data, data.size(), List.of()));
    }

    @DELETE
    @Path("sessions/{id}")
    @Operation(operationId = "endSession", summary = "Ends one of the account's sessions")
    @APIResponse(responseCode = "204", description = "It is over")
    @APIResponse(responseCode = "412", description = "If-Match has not the tag of what is there now")
    public Response endSession(@PathParam("id") String id, @Context HttpHeaders headers) {
        UUID session = Parameters.uuid("id", id);
        new IfMatch<>(headers, SessionReport::tag).holdsFor(basis -> {
            sessions.end(current.required(), session, basis, current.origin());
            return null;
        });
        return Unkept.nothing();
    }

    /** What is to be different. */
    public record AccountChange(
            @Schema(nullable = true, maxLength = 254, example = "jaya@example.org")
            String email) {}

    /** Which password takes whose place. */
    public record PasswordChange(
            @Schema(required = true, maxLength = LONGEST) String currentPassword,

            @Schema(required = true, minLength = 8, maxLength = 256)
            String newPassword) {}

    /**
     * A session.
     *
     * @param current whether the request that asks is part of it
     */
    @JsonbPropertyOrder({"id", "kind", "address", "device", "startedAt", "lastUsedAt", "expiresAt", "current"})
    public record SessionReport(
            UUID id,

            @Schema(enumeration = {"API", "PAGES"}) String kind,

            String address,
            String device,
            Instant startedAt,
            Instant lastUsedAt,
            Instant expiresAt,
            boolean current) {
        /** Changes whenever the session is used. */
        static ETag tag(SessionInfo session) {
            return ETag.of(
                    "session", session.id().toString(), session.lastUsedAt().toString());
        }

        SessionReport(SessionInfo session) {
            this(
                    session.id(),
                    session.kind().name(),
                    session.origin().address(),
                    session.origin().device(),
                    session.startedAt(),
                    session.lastUsedAt(),
                    session.expiresAt(),
                    session.current());
        }
    }

    /** The sessions. */
    @JsonbPropertyOrder({"data", "total", "warnings"})
    public record SessionList(List<SessionReport> data, int total, List<String> warnings) {}
}
