package org.mtgtracker.rest.v1;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mtgtracker.catalog.boundary.References;
import org.mtgtracker.rest.Parameters;
import org.mtgtracker.search.boundary.BadQuery;
import org.mtgtracker.search.boundary.CardSearch;
import org.mtgtracker.search.boundary.Direction;
import org.mtgtracker.search.boundary.Found;
import org.mtgtracker.search.boundary.Order;
import org.mtgtracker.search.boundary.Prefer;
import org.mtgtracker.search.boundary.SearchOptions;
import org.mtgtracker.search.boundary.Unique;

/** The baseline's search. */
@ApplicationScoped
@Path("search")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "v1")
public class BaselineSearchResource {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LAST_PAGE = 1_000_000;
    private static final Found NOTHING = new Found(List.of(), List.of(), 0, null, List.of(), 0, Optional.empty());

    private final CardSearch search;
    private final References references;
    private final Clock clock;

    @Inject
    public BaselineSearchResource(CardSearch search, References references) {
        this.search = requireNonNull(search, "search is null");
        this.references = requireNonNull(references, "references is null");
        this.clock = Clock.systemUTC();
    }

    /** For the container's proxy. */
    protected BaselineSearchResource() {
        search = null;
        references = null;
        clock = null;
    }

    @GET
    @Operation(operationId = "v1Search", summary = "Cards by their fields, a page at a time", deprecated = true)
    @APIResponse(responseCode = "200", description = "cards, pagination and timestamp")
    @APIResponse(responseCode = "503", description = "The index is being built; see Retry-After")
    public Response cards(@Context UriInfo uri) {
        return page(uri, "", options -> options);
    }

    @GET
    @Path("lowest-price")
    @Operation(
            operationId = "v1LowestPrice",
            summary = "Cards with a price by their fields, each as its cheapest printing, the cheapest first",
            deprecated = true)
    @APIResponse(responseCode = "200", description = "cards, pagination and timestamp")
    @APIResponse(responseCode = "503", description = "The index is being built; see Retry-After")
    public Response cheapest(@Context UriInfo uri) {
        // what has no price would be the cheapest of all
        return page(uri, " usd>=0", options -> options.prefer(Prefer.USD_LOW).order(Order.USD, Direction.ASC));
    }

    private Response page(UriInfo uri, String more, UnaryOperator<SearchOptions> wish) {
        Parameters parameters = new Parameters(uri.getQueryParameters());
        int limit = parameters.number("limit", 1, SearchOptions.LARGEST_PAGE, SearchOptions.USUAL_PAGE);
        int page = parameters.number("page", 1, LAST_PAGE, 1);
        SearchOptions options = SearchOptions.of((BaselineQuery.of(parameters, this::setCode) + more).strip())
                .unique(parameters.truth("unique_prints") ? Unique.PRINTS : Unique.CARDS)
                .withExtras(parameters.truth("include_all_types"))
                .limit(limit)
                .page(page);
        return BaselineJson.page(found(wish.apply(options)), page, limit, clock.instant());
    }

    /** A filter that means nothing here finds nothing; in the search language it would be left out. */
    private Found found(SearchOptions options) {
        try {
            Found found = search.search(options);
            return found.warnings().isEmpty() ? found : NOTHING;
        } catch (BadQuery e) {
            return NOTHING;
        }
    }

    private String setCode(String id) {
        for (References.SetJson set : references.sets()) {
            try {
                JsonNode object = JSON.readTree(set.json());
                if (object.path("id").asText().equals(id)) {
                    return set.code();
                }
            } catch (IOException e) {
                throw new IllegalStateException("A set was checked to be JSON when it was stored", e);
            }
        }
        return "";
    }
}
