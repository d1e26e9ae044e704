package org.mtgtracker.rest.search;

import static java.util.Objects.requireNonNull;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mtgtracker.rest.NothingThere;
import org.mtgtracker.rest.Parameters;
import org.mtgtracker.search.boundary.CardSearch;
import org.mtgtracker.search.boundary.FoundCard;

/** A card that nobody chose. */
@ApplicationScoped
@Path("cards/random")
@Tag(name = "cards")
@PermitAll
public class RandomCardResource {
    private final CardSearch search;

    @Inject
    public RandomCardResource(CardSearch search) {
        this.search = requireNonNull(search, "search is null");
    }

    /** For the container's proxy. */
    protected RandomCardResource() {
        search = null;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "randomCard", summary = "Any of the cards that a search finds, all as likely")
    @org.eclipse.microprofile.openapi.annotations.parameters.Parameters(
            // the server passes over an annotation that stands alone
            @Parameter(
                    name = "q",
                    in = ParameterIn.QUERY,
                    description = "The query; without it any card",
                    schema = @Schema(type = SchemaType.STRING, maxLength = CardSearch.LONGEST_QUERY)))
    @APIResponse(
            responseCode = "200",
            description = "The card, as Scryfall's card object",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "Card")))
    @APIResponse(responseCode = "400", description = "The query cannot be understood")
    @APIResponse(responseCode = "404", description = "The query finds no card")
    @APIResponse(responseCode = "503", description = "The index is being built; see Retry-After")
    public Response random(@Context UriInfo uri) {
        String query = new Parameters(uri.getQueryParameters()).text("q").orElse("");
        FoundCard card = search.random(query).orElseThrow(() -> NothingThere.found(query));
        return Response.ok(card.bytes(), MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
