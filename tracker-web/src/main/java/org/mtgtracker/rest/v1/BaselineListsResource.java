package org.mtgtracker.rest.v1;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mtgtracker.catalog.boundary.CardJson;
import org.mtgtracker.catalog.boundary.Catalogue;
import org.mtgtracker.catalog.boundary.References;
import org.mtgtracker.pricing.boundary.PriceType;
import org.mtgtracker.rest.Choices;
import org.mtgtracker.rest.Money;
import org.mtgtracker.rest.Parameters;
import org.mtgtracker.search.boundary.CardSearch;
import org.mtgtracker.search.boundary.WordList;
import org.mtgtracker.trending.boundary.Direction;
import org.mtgtracker.trending.boundary.Mover;
import org.mtgtracker.trending.boundary.Ranking;
import org.mtgtracker.trending.boundary.Timeframe;
import org.mtgtracker.trending.boundary.TrendQuery;
import org.mtgtracker.trending.boundary.Trending;

/** The baseline's lists: what one may search by, and what moves. */
@ApplicationScoped
@Path("search")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "v1")
public class BaselineListsResource {
    private static final int MOST_MOVERS = 100;
    private static final int USUAL_MOVERS = 15;
    private static final List<Timeframe> TIMEFRAMES = List.of(Timeframe.DAY, Timeframe.WEEK, Timeframe.MONTH);

    private final CardSearch search;
    private final References references;
    private final Trending trending;
    private final Catalogue catalogue;

    @Inject
    public BaselineListsResource(CardSearch search, References references, Trending trending, Catalogue catalogue) {
        this.search = requireNonNull(search, "search is null");
        this.references = requireNonNull(references, "references is null");
        this.trending = requireNonNull(trending, "trending is null");
        this.catalogue = requireNonNull(catalogue, "catalogue is null");
    }

    /** For the container's proxy. */
    protected BaselineListsResource() {
        search = null;
        references = null;
        trending = null;
        catalogue = null;
    }

    @GET
    @Path("sets")
    @Operation(operationId = "v1Sets", summary = "All sets, the newest first", deprecated = true)
    @APIResponse(responseCode = "200", description = "The member sets has Scryfall's set objects")
    public Response sets() {
        return BaselineJson.answer(json -> {
            json.writeArrayFieldStart("sets");
            for (References.SetJson set : references.sets()) {
                json.writeRawValue(new String(set.json(), UTF_8));
            }
            json.writeEndArray();
        });
    }

    @GET
    @Path("artists")
    @Operation(operationId = "v1Artists", summary = "Everybody who painted a card", deprecated = true)
    @APIResponse(responseCode = "200", description = "The member artists has their names in order")
    @APIResponse(responseCode = "503", description = "The index is being built; see Retry-After")
    public Response artists() {
        return words("artists", WordList.ARTISTS);
    }

    @GET
    @Path("keywords")
    @Operation(operationId = "v1Keywords", summary = "All keywords that cards have", deprecated = true)
    @APIResponse(responseCode = "200", description = "The member keywords has them in order")
    @APIResponse(responseCode = "503", description = "The index is being built; see Retry-After")
    public Response keywords() {
        return words("keywords", WordList.KEYWORDS);
    }

    @GET
    @Path("types")
    @Operation(operationId = "v1Types", summary = "All words of type lines", deprecated = true)
    @APIResponse(responseCode = "200", description = "The member types has them in order")
    @APIResponse(responseCode = "503", description = "The index is being built; see Retry-After")
    public Response types() {
        return words("types", WordList.TYPES);
    }

    private Response words(String name, WordList list) {
        List<String> words = search.words(list);
        return BaselineJson.answer(json -> BaselineJson.texts(json, name, words));
    }

    @GET
    @Path("trending")
    @Operation(operationId = "v1Trending", summary = "The cards whose prices move most", deprecated = true)
    @APIResponse(responseCode = "200", description = "The member cards has them, each with its old and current price")
    public Response trending(@Context UriInfo uri) {
        Parameters parameters = new Parameters(uri.getQueryParameters());
        Timeframe timeframe = Choices.one(parameters, "timeframe", TIMEFRAMES, Timeframe::key, Timeframe.DAY);
        PriceType type = Choices.one(parameters, "price_type", PriceType.ALL, PriceType::key, PriceType.USD);
        Direction direction = Choices.one(
                parameters,
                "direction",
                List.of(Direction.values()),
                way -> way.name().toLowerCase(Locale.ROOT),
                Direction.INCREASE);
        int limit = parameters.number("limit", 1, MOST_MOVERS, USUAL_MOVERS);
        List<Mover> movers = trending.movers(new TrendQuery(
                        timeframe, type, direction, Ranking.PERCENT, Math.min(limit, trending.most()), ""))
                .movers();
        Map<UUID, CardJson> cards = catalogue
                .cards(movers.stream().map(Mover::card).toList())
                .stream()
                .collect(Collectors.toMap(CardJson::id, Function.identity(), (one, same) -> one));
        return BaselineJson.answer(json -> {
            json.writeArrayFieldStart("cards");
            for (Mover mover : movers) {
                CardJson card = cards.get(mover.card());
                if (card != null) {
                    json.writeStartObject();
                    json.writeFieldName("card");
                    json.writeRawValue(new String(card.json(), UTF_8));
                    json.writeStringField("timeframe", timeframe.key());
                    json.writeStringField("price_type", type.key());
                    json.writeStringField("direction", direction.name().toLowerCase(Locale.ROOT));
                    json.writeStringField(
                            "current_price", Money.text(mover.now().cents()));
                    json.writeStringField("old_price", Money.text(mover.old().cents()));
                    json.writeStringField(
                            "percent_change",
                            Money.percent(mover.old().cents(), mover.now().cents()));
                    json.writeEndObject();
                }
            }
            json.writeEndArray();
        });
    }
}
