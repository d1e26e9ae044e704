package org.mtgtracker.rest.trending;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mtgtracker.catalog.boundary.CardJson;
import org.mtgtracker.catalog.boundary.Catalogue;
import org.mtgtracker.pricing.boundary.PriceType;
import org.mtgtracker.rest.CachedAnswer;
import org.mtgtracker.rest.Choices;
import org.mtgtracker.rest.ETag;
import org.mtgtracker.rest.Parameters;
import org.mtgtracker.rest.ScryfallObjects;
import org.mtgtracker.rest.pricing.PricesSchema;
import org.mtgtracker.rest.ready.ReadyAnswer;
import org.mtgtracker.rest.ready.ReadyAnswers;
import org.mtgtracker.trending.boundary.Direction;
import org.mtgtracker.trending.boundary.Mover;
import org.mtgtracker.trending.boundary.Ranking;
import org.mtgtracker.trending.boundary.Timeframe;
import org.mtgtracker.trending.boundary.Trend;
import org.mtgtracker.trending.boundary.TrendQuery;
import org.mtgtracker.trending.boundary.Trending;

/** What is moving: cards and sets. */
@ApplicationScoped
@Path("trending")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "trending")
public class TrendingResource {
    private static final int USUAL = 15;

    private final Trending trending;
    private final Catalogue catalogue;
    private final ReadyAnswers ready;

    @Inject
    public TrendingResource(Trending trending, Catalogue catalogue, ReadyAnswers ready) {
        this.trending = requireNonNull(trending, "trending is null");
        this.catalogue = requireNonNull(catalogue, "catalogue is null");
        this.ready = requireNonNull(ready, "ready is null");
    }

    /** For the container's proxy. */
    protected TrendingResource() {
        trending = null;
        catalogue = null;
        ready = null;
    }

    /** What both kinds of trends are asked for by. */
    private record Wish(Timeframe timeframe, PriceType type, Direction direction, Ranking by, int limit) {
        static Wish of(Parameters parameters, int most) {
            return new Wish(
                    Choices.one(parameters, "timeframe", Timeframe.ALL, Timeframe::key, Timeframe.DAY),
                    Choices.one(parameters, "type", PriceType.ALL, PriceType::key, PriceType.USD),
                    Choices.one(
                            parameters, "direction", List.of(Direction.values()), Direction::key, Direction.INCREASE),
                    Choices.one(parameters, "by", List.of(Ranking.values()), Ranking::key, Ranking.PERCENT),
                    parameters.number("limit", 1, most, Math.min(USUAL, most)));
        }
    }

    @GET
    @Operation(
            operationId = "trending",
            summary = "The cards whose prices move most",
            description = "The newest price of a card against its newest on or before the day that the timeframe looks"
                    + " back to, counted from the newest priced day. Cards whose old price is more than a week older"
                    + " than that day are left out and counted (stale). Equal percentages are ordered by amount, and"
                    + " the other way round; movers equal in both by their ids.")
    @APIResponse(
            responseCode = "200",
            description = "The movers, none when nothing moves",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "TrendingCards")))
    @APIResponse(responseCode = "304", description = "The sender has this already, by If-None-Match")
    @APIResponse(responseCode = "400", description = "A parameter has a value that is not allowed")
    @APIResponse(responseCode = "503", description = "No database answers at the moment; see Retry-After")
    public Response cards(@Context UriInfo uri, @Context HttpHeaders headers) {
        Parameters parameters = new Parameters(uri.getQueryParameters());
        Wish wish = Wish.of(parameters, trending.most());
        Optional<String> state = ready.stateIfAny();
        Trend<Mover> trend = trending.movers(new TrendQuery(
                wish.timeframe(),
                wish.type(),
                wish.direction(),
                wish.by(),
                wish.limit(),
                parameters.text("q").orElse("")));
        Map<UUID, CardJson> cards = catalogue
                .cards(trend.movers().stream().map(Mover::card).toList())
                .stream()
                .collect(Collectors.toMap(CardJson::id, Function.identity()));
        return kept(state, TrendJson.cards(trend, cards), uri, headers);
    }

    @GET
    @Path("sets")
    @Operation(
            operationId = "trendingSets",
            summary = "The sets whose cards together move most",
            description = "The sum of the prices of a set's cards now against then, over the cards priced at both ends;"
                    + " the parameters are those of /trending, without q.")
    @APIResponse(
            responseCode = "200",
            description = "The sets, none when nothing moves",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "TrendingSets")))
    @APIResponse(responseCode = "304", description = "The sender has this already, by If-None-Match")
    @APIResponse(responseCode = "400", description = "A parameter has a value that is not allowed")
    public Response sets(@Context UriInfo uri, @Context HttpHeaders headers) {
        Wish wish = Wish.of(new Parameters(uri.getQueryParameters()), trending.most());
        Optional<String> state = ready.stateIfAny();
        return kept(
                state,
                TrendJson.sets(trending.sets(wish.timeframe(), wish.type(), wish.direction(), wish.by(), wish.limit())),
                uri,
                headers);
    }

    /** Trends are told as soon as they are reckoned, be there an index or not; kept for others when there is one. */
    private Response kept(Optional<String> state, String json, UriInfo uri, HttpHeaders headers) {
        ETag tag = ETag.of(json);
        return state.isPresent()
                ? ready.made(ReadyAnswer.json(state.get(), tag, Optional.empty(), json.getBytes(UTF_8)), uri, headers)
                : CachedAnswer.of(tag, headers, () -> json).build();
    }

    /**
     * The answer as the API's description has it; it is written by {@link TrendJson}.
     *
     * @param total how many cards move that way
     */
    public record TrendingCards(
            List<TrendingCard> data,
            int total,

            @Schema(description = "Cards left out because their old price is too old")
            int stale,

            @Schema(description = "The newest priced day; absent while there are no prices")
            LocalDate newestDay,

            @Schema(description = "The day that the timeframe looks back to")
            LocalDate targetDay,

            @Schema(description = "Rises whenever the trends are reckoned anew")
            long generation,

            Instant reckonedAt,
            List<String> warnings) {}

    /** A card that moves. */
    public record TrendingCard(
            ScryfallObjects.Card card,
            PricesSchema.PriceOfDay old,
            PricesSchema.PriceOfDay now,
            String amount,
            @Schema(example = "-12.50") String percent) {}

    /** The sets, in an answer like that of the cards. */
    public record TrendingSets(
            List<TrendingSet> data,
            int total,
            int stale,
            LocalDate newestDay,
            LocalDate targetDay,
            long generation,
            Instant reckonedAt,
            List<String> warnings) {}

    /**
     * A set that moves.
     *
     * @param set its code; without an annotation, since the server takes an annotated method of this name for a setter
     */
    public record TrendingSet(
            String set,

            @Schema(description = "How many cards are priced at both ends")
            int cards,

            @Schema(description = "The sum of their old prices")
            String old,

            @Schema(description = "The sum of their newest prices")
            String now,

            String amount,
            String percent) {}
}
