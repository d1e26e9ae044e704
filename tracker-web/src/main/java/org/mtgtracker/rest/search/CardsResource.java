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
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mtgtracker.catalog.boundary.CardJson;
import org.mtgtracker.catalog.boundary.Catalogue;
import org.mtgtracker.rest.CachedAnswer;
import org.mtgtracker.rest.Parameters;
import org.mtgtracker.search.boundary.CardSearch;
import org.mtgtracker.search.boundary.Found;

/** Searches cards. */
@ApplicationScoped
@Path("cards")
@Tag(name = "cards")
public class CardsResource {
    private static final int USUAL_PAGE = 100;

    private final CardSearch search;
    private final Catalogue catalogue;

    @Inject
    public CardsResource(CardSearch search, Catalogue catalogue) {
        this.search = requireNonNull(search, "search is null");
        this.catalogue = requireNonNull(catalogue, "catalogue is null");
    }

    /** For the container's proxy. */
    protected CardsResource() {
        search = null;
        catalogue = null;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @PermitAll
    @Operation(
            operationId = "cards",
            summary = "The cards that a search finds, a page at a time",
            description = "One printing, the newest, for each card whose name contains every word; by name."
                    + " Case and accents do not count. Without q: all cards.")
    @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            description = "Words of the name",
            schema = @Schema(type = SchemaType.STRING, maxLength = CardSearch.LONGEST_QUERY))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "How many cards the page has at most",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000", defaultValue = "100"))
    @Parameter(
            name = "cursor",
            in = ParameterIn.QUERY,
            description = "Where the page begins: taken from the link next of the page before",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "A page, empty when nothing was found",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "CardPage")))
    @APIResponse(responseCode = "304", description = "The sender has this page already, by If-None-Match")
    @APIResponse(responseCode = "400", description = "A parameter has a value that is not allowed")
    @APIResponse(
            responseCode = "503",
            description = "The index is being built, or no database answers; see Retry-After")
    public Response cards(@Context UriInfo uri, @Context HttpHeaders headers) {
        Parameters parameters = new Parameters(uri.getQueryParameters());
        String words = parameters.text("q").orElse("");
        int limit = parameters.number("limit", 1, CardSearch.LARGEST_PAGE, USUAL_PAGE);
        Found found = search.byName(words, limit, parameters.text("cursor").orElse(null));
        List<CardJson> cards = catalogue.cards(found.cards());
        CardPageJson page = new CardPageJson(found, cards, next(uri, found));
        Response.ResponseBuilder answer = CachedAnswer.of(page.tag(), headers, page::body);
        page.next().ifPresent(next -> answer.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\""));
        return answer.build();
    }

    /** The same address with the cursor of the next page; null on the last. */
    private static String next(UriInfo uri, Found found) {
        if (found.next() == null) {
            return null;
        }
        URI next = uri.getRequestUriBuilder()
                .replaceQueryParam("cursor", "{cursor}")
                .build(found.next());
        return next.getRawPath() + '?' + next.getRawQuery();
    }

    /**
     * The answer as the API's description has it; it is written by {@link CardPageJson}.
     *
     * @param data the cards, as Scryfall's card objects
     * @param total how many cards match on all pages together
     * @param next the next page's address; absent on the last
     * @param warnings what of the query was left out
     */
    public record CardPage(List<Object> data, int total, String next, List<String> warnings) {}
}
