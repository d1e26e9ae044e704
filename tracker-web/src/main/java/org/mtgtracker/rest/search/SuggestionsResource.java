package org.mtgtracker.rest.search;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mtgtracker.rest.ETag;
import org.mtgtracker.rest.Parameters;
import org.mtgtracker.rest.ready.ReadyAnswer;
import org.mtgtracker.rest.ready.ReadyAnswers;
import org.mtgtracker.search.boundary.CardSearch;

/** Names, while one is being typed. */
@ApplicationScoped
@Path("cards/autocomplete")
@Tag(name = "cards")
@PermitAll
public class SuggestionsResource {
    private static final JsonFactory JSON = new JsonFactory();
    /** As long as a name may be. */
    private static final int LONGEST = 400;

    private final CardSearch search;
    private final ReadyAnswers ready;

    @Inject
    public SuggestionsResource(CardSearch search, ReadyAnswers ready) {
        this.search = requireNonNull(search, "search is null");
        this.ready = requireNonNull(ready, "ready is null");
    }

    /** For the container's proxy. */
    protected SuggestionsResource() {
        search = null;
        ready = null;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "autocomplete", summary = "Up to twenty names that what was typed may become")
    @org.eclipse.microprofile.openapi.annotations.parameters.Parameters(
            // the server passes over an annotation that stands alone
            @Parameter(
                    name = "q",
                    in = ParameterIn.QUERY,
                    description = "What was typed so far; less than two letters suggest nothing",
                    schema = @Schema(type = SchemaType.STRING, maxLength = LONGEST)))
    @APIResponse(
            responseCode = "200",
            description = "The names, the likeliest first",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "Suggestions")))
    @APIResponse(responseCode = "304", description = "The sender has these names already, by If-None-Match")
    @APIResponse(responseCode = "400", description = "The parameter q is there twice, or too long")
    @APIResponse(responseCode = "503", description = "The index is being built; see Retry-After")
    public Response suggestions(@Context UriInfo uri, @Context HttpHeaders headers) {
        String typed =
                new Parameters(uri.getQueryParameters()).text("q", LONGEST).orElse("");
        String state = ready.state();
        ETag tag = ETag.of("autocomplete", state, typed);
        byte[] body = json(search.suggestions(typed));
        return ready.made(ReadyAnswer.json(state, tag, Optional.empty(), body), uri, headers);
    }

    private static byte[] json(List<String> names) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeArrayFieldStart("data");
            for (String name : names) {
                json.writeString(name);
            }
            json.writeEndArray();
            json.writeNumberField("total", names.size());
            json.writeArrayFieldStart("warnings");
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("Memory can always be written to", e);
        }
        return bytes.toByteArray();
    }

    /**
     * The answer as the API's description has it.
     *
     * @param data the names
     */
    public record Suggestions(List<String> data, int total, List<String> warnings) {}
}
