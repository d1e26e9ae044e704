package org.mtgtracker.rest.catalog;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mtgtracker.catalog.boundary.CardJson;
import org.mtgtracker.catalog.boundary.Catalogue;
import org.mtgtracker.rest.CachedAnswer;
import org.mtgtracker.rest.ETag;
import org.mtgtracker.rest.NothingThere;
import org.mtgtracker.rest.Parameters;
import org.mtgtracker.rest.ready.ReadyAnswers;

/** One card: Scryfall's card object, byte for byte as it was imported. */
@ApplicationScoped
@Path("cards/{id}")
@Tag(name = "cards")
@PermitAll
public class CardResource {
    private final Catalogue catalogue;
    private final ReadyAnswers ready;

    @Inject
    public CardResource(Catalogue catalogue, ReadyAnswers ready) {
        this.catalogue = requireNonNull(catalogue, "catalogue is null");
        this.ready = requireNonNull(ready, "ready is null");
    }

    /** For the container's proxy. */
    protected CardResource() {
        catalogue = null;
        ready = null;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "card", summary = "One card, as Scryfall's card object")
    @APIResponse(
            responseCode = "200",
            description = "The card",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "Card")))
    @APIResponse(
            responseCode = "301",
            description = "Scryfall has merged this card into another one; Location is that one's address")
    public Response card(@PathParam("id") String id, @Context HttpHeaders headers, @Context UriInfo uri) {
        UUID wanted = Parameters.uuid("id", id);
        return ready.card(wanted)
                .map(answer -> ReadyAnswers.sent(answer, headers))
                .orElseGet(() -> catalogued(wanted, headers, uri));
    }

    /** Of a card that is not searched: a retired one, or one that an import has brought a moment ago. */
    private Response catalogued(UUID id, HttpHeaders headers, UriInfo uri) {
        CardJson card = catalogue.card(id).orElseThrow(() -> NothingThere.card(id));
        Optional<UUID> successor = card.retired() ? catalogue.successor(id) : Optional.empty();
        if (successor.isPresent()) {
            return Response.status(Response.Status.MOVED_PERMANENTLY)
                    .location(URI.create(uri.getBaseUri().getPath() + "cards/" + successor.get()))
                    .build();
        }
        return CachedAnswer.of(ETag.of(card.json()), headers, card::json).build();
    }
}
