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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mtgtracker.rest.BadParameter;
import org.mtgtracker.rest.ETag;
import org.mtgtracker.rest.NothingThere;
import org.mtgtracker.rest.Parameters;
import org.mtgtracker.rest.ready.ReadyAnswer;
import org.mtgtracker.rest.ready.ReadyAnswers;
import org.mtgtracker.search.boundary.CardSearch;
import org.mtgtracker.search.boundary.FoundCard;
import org.mtgtracker.search.boundary.NamedCard;

/** One card by its name. */
@ApplicationScoped
@Path("cards/named")
@Tag(name = "cards")
@PermitAll
public class NamedCardResource {
    /** As long as the catalogue's column. */
    private static final int LONGEST_NAME = 400;

    private static final int LONGEST_CODE = 20;

    private final CardSearch search;
    private final ReadyAnswers ready;

    @Inject
    public NamedCardResource(CardSearch search, ReadyAnswers ready) {
        this.search = requireNonNull(search, "search is null");
        this.ready = requireNonNull(ready, "ready is null");
    }

    /** For the container's proxy. */
    protected NamedCardResource() {
        search = null;
        ready = null;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "namedCard",
            summary = "The card with a name",
            description = "Either exact or fuzzy is given. Case, accents and punctuation never count; fuzzy also takes"
                    + " typing errors and parts of a name.")
    @Parameter(
            name = "exact",
            in = ParameterIn.QUERY,
            description = "The whole name of the card, of one face, or of what a printing is sold as",
            schema = @Schema(type = SchemaType.STRING, maxLength = LONGEST_NAME))
    @Parameter(
            name = "fuzzy",
            in = ParameterIn.QUERY,
            description = "What is remembered of the name",
            schema = @Schema(type = SchemaType.STRING, maxLength = LONGEST_NAME))
    @Parameter(
            name = "set",
            in = ParameterIn.QUERY,
            description = "The code of the set that the printing has to be in",
            schema = @Schema(type = SchemaType.STRING, maxLength = LONGEST_CODE))
    @APIResponse(
            responseCode = "200",
            description = "The card, as Scryfall's card object",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "Card")))
    @APIResponse(responseCode = "400", description = "There is no name, or both kinds of name")
    @APIResponse(responseCode = "404", description = "No card has the name; or several may be meant, see names")
    @APIResponse(responseCode = "503", description = "The index is being built; see Retry-After")
    public Response named(@Context UriInfo uri, @Context HttpHeaders headers) {
        Parameters parameters = new Parameters(uri.getQueryParameters());
        Optional<String> exact = parameters.text("exact", LONGEST_NAME).filter(name -> !name.isBlank());
        Optional<String> fuzzy = parameters.text("fuzzy", LONGEST_NAME).filter(name -> !name.isBlank());
        Optional<String> set = parameters.text("set", LONGEST_CODE).filter(code -> !code.isBlank());
        if (exact.isPresent() == fuzzy.isPresent()) {
            throw new BadParameter(
                    exact.isPresent() ? "fuzzy" : "exact",
                    fuzzy.orElse(""),
                    "a name in exact or in fuzzy, not in both");
        }
        String name = exact.or(() -> fuzzy).orElseThrow();
        String state = ready.state();
        NamedCard found = exact.isPresent() ? search.named(name, set) : search.namedRoughly(name, set);
        if (found instanceof NamedCard.Ambiguous ambiguous) {
            throw NothingThere.ambiguous(name, ambiguous.names());
        }
        if (found instanceof NamedCard.One one) {
            FoundCard card = one.card();
            ETag tag = ETag.of("named", state, card.id().toString());
            return ready.made(ReadyAnswer.json(state, tag, Optional.empty(), card.bytes()), uri, headers);
        }
        throw NothingThere.named(name, set);
    }
}
