package org.mtgtracker.rest.pricing;

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
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mtgtracker.catalog.boundary.Catalogue;
import org.mtgtracker.pricing.boundary.DayPrices;
import org.mtgtracker.pricing.boundary.LatestPrice;
import org.mtgtracker.pricing.boundary.LatestPrices;
import org.mtgtracker.pricing.boundary.PriceHistory;
import org.mtgtracker.pricing.boundary.PricePeriod;
import org.mtgtracker.pricing.boundary.PriceStatistics;
import org.mtgtracker.pricing.boundary.PriceType;
import org.mtgtracker.pricing.boundary.Resolution;
import org.mtgtracker.rest.BadParameter;
import org.mtgtracker.rest.CachedAnswer;
import org.mtgtracker.rest.Choices;
import org.mtgtracker.rest.ETag;
import org.mtgtracker.rest.NothingThere;
import org.mtgtracker.rest.Parameters;

/** What a card cost, day by day. */
@ApplicationScoped
@Path("cards/{id}/prices")
@Tag(name = "cards")
@PermitAll
public class PriceHistoryResource {
    private static final MediaType CSV = new MediaType("text", "csv");

    private final PriceHistory history;
    private final LatestPrices latest;
    private final Catalogue catalogue;
    private final Clock clock;

    @Inject
    public PriceHistoryResource(PriceHistory history, LatestPrices latest, Catalogue catalogue) {
        this.history = requireNonNull(history, "history is null");
        this.latest = requireNonNull(latest, "latest is null");
        this.catalogue = requireNonNull(catalogue, "catalogue is null");
        this.clock = Clock.systemUTC();
    }

    /** For the container's proxy. */
    protected PriceHistoryResource() {
        history = null;
        latest = null;
        catalogue = null;
        clock = null;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    @Operation(
            operationId = "prices",
            summary = "What a card cost, day by day, the oldest day first",
            description = "Prices are decimal texts under Scryfall's names, null where there was none on that day."
                    + " Days (UTC) without any price are left out. By week (Monday to Sunday) or month each price has"
                    + " open, high, low, close, average and the number of priced days. As JSON or CSV.")
    @Parameter(
            name = "from",
            in = ParameterIn.QUERY,
            description = "The first day; without it a year before the last",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            description = "The last day; without it today",
            schema = @Schema(type = SchemaType.STRING, format = "date"))
    @Parameter(
            name = "types",
            in = ParameterIn.QUERY,
            description = "Which prices, separated by commas; without it all six",
            schema = @Schema(type = SchemaType.STRING, maxLength = 100, example = "usd,eur"))
    @Parameter(
            name = "resolution",
            in = ParameterIn.QUERY,
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"day", "week", "month"},
                            defaultValue = "day"))
    @Parameter(
            name = "format",
            in = ParameterIn.QUERY,
            description = "Wins over the header Accept",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"json", "csv"}))
    @APIResponse(
            responseCode = "200",
            description = "The days, none when the card had no price; by week or month periods with first, last and a"
                    + " PriceCourse for each type. As CSV with a header line, without a field where there was no price",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "PricesOfCard")),
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(
            responseCode = "301",
            description =
                    "Scryfall has merged this card into another one; Location is the address of that one's prices")
    @APIResponse(responseCode = "304", description = "The sender has this already, by If-None-Match")
    @APIResponse(responseCode = "400", description = "The id is no UUID, or a day is none, or the first after the last")
    @APIResponse(responseCode = "404", description = "The catalogue has no card with this id")
    @APIResponse(responseCode = "503", description = "No database answers at the moment; see Retry-After")
    public Response prices(
            @PathParam("id")
                    @Parameter(
                            description = "The card's Scryfall id",
                            schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                    String id,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        UUID card = Parameters.uuid("id", id);
        Parameters parameters = new Parameters(uri.getQueryParameters());
        LocalDate to = parameters.day("to").orElseGet(() -> LocalDate.now(clock));
        LocalDate from = parameters.day("from").orElseGet(() -> to.minusYears(1));
        if (from.isAfter(to)) {
            throw new BadParameter("from", from.toString(), "a day not after " + to);
        }
        List<PriceType> types = types(parameters);
        Resolution resolution = Choices.one(
                parameters, "resolution", List.of(Resolution.values()), PriceHistoryResource::key, Resolution.DAY);
        boolean csv = wantsCsv(parameters, headers);
        List<DayPrices> days = only(types, history.of(card, from, to));
        Optional<Response> elsewhere = days.isEmpty() ? elsewhere(card, uri) : Optional.empty();
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        String text = resolution == Resolution.DAY
                ? csv ? PricesCsv.days(days, types) : PricesJson.days(days, types)
                : periods(PricePeriod.of(days, resolution), types, csv);
        Response.ResponseBuilder answer = CachedAnswer.of(ETag.of(text), headers, () -> text);
        return csv
                ? answer.type(PricesCsv.MEDIA_TYPE)
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"prices-" + card + ".csv\"")
                        .build()
                : answer.build();
    }

    @GET
    @Path("latest")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "latestPrices", summary = "A card's newest price of each type, with its day")
    @APIResponse(
            responseCode = "200",
            description = "The prices, null for a type that was never priced",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "LatestPricesOfCard")))
    @APIResponse(
            responseCode = "301",
            description =
                    "Scryfall has merged this card into another one; Location is the address of that one's prices")
    @APIResponse(responseCode = "304", description = "The sender has this already, by If-None-Match")
    @APIResponse(responseCode = "400", description = "The id is no UUID")
    @APIResponse(responseCode = "404", description = "The catalogue has no card with this id")
    @APIResponse(responseCode = "503", description = "No database answers at the moment; see Retry-After")
    public Response latest(@PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        UUID card = Parameters.uuid("id", id);
        LatestPrice prices = latest.of(card).orElseThrow(() -> NothingThere.card(card));
        Optional<Response> elsewhere = prices.prices().isEmpty() ? elsewhere(card, uri) : Optional.empty();
        return elsewhere.orElseGet(() -> kept(PricesJson.latest(prices), headers));
    }

    @GET
    @Path("statistics")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "priceStatistics",
            summary = "What a card's prices have done in all the time that is known",
            description = "By price type, null for one that was never priced: the newest, highest and lowest price with"
                    + " their days, the change over 1, 7, 30, 90 and 365 days counted back from the newest day that"
                    + " any card is priced on, and the volatility.")
    @org.eclipse.microprofile.openapi.annotations.parameters.Parameters(
            // the server passes over an annotation that stands alone
            @Parameter(
                    name = "types",
                    in = ParameterIn.QUERY,
                    description = "Which prices, separated by commas; without it all six",
                    schema = @Schema(type = SchemaType.STRING, maxLength = 100, example = "usd,eur")))
    @APIResponse(
            responseCode = "200",
            description = "By type, as PriceStatisticsOfType",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "PriceStatisticsOfCard")))
    @APIResponse(
            responseCode = "301",
            description =
                    "Scryfall has merged this card into another one; Location is the address of that one's prices")
    @APIResponse(responseCode = "304", description = "The sender has this already, by If-None-Match")
    @APIResponse(responseCode = "400", description = "The id is no UUID, or a type is none")
    @APIResponse(responseCode = "404", description = "The catalogue has no card with this id")
    @APIResponse(responseCode = "503", description = "No database answers at the moment; see Retry-After")
    public Response statistics(@PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        UUID card = Parameters.uuid("id", id);
        List<PriceType> types = types(new Parameters(uri.getQueryParameters()));
        Map<PriceType, PriceStatistics> statistics = history.statistics(card);
        Optional<Response> elsewhere = statistics.isEmpty() ? elsewhere(card, uri) : Optional.empty();
        return elsewhere.orElseGet(() -> kept(PricesJson.statistics(statistics, types), headers));
    }

    /**
     * Where the prices went that a card has not: to the one that it was merged into; empty when it was not.
     *
     * @throws NothingThere when there never was such a card
     */
    private Optional<Response> elsewhere(UUID card, UriInfo uri) {
        if (catalogue.card(card).isEmpty()) {
            throw NothingThere.card(card);
        }
        String path = uri.getPath();
        String query = uri.getRequestUri().getRawQuery();
        return catalogue.successor(card).map(successor -> Response.status(Response.Status.MOVED_PERMANENTLY)
                .location(URI.create(uri.getBaseUri().getPath() + "cards/" + successor
                        + path.substring(path.indexOf("/prices")) + (query == null ? "" : "?" + query)))
                .build());
    }

    private static Response kept(String json, HttpHeaders headers) {
        return CachedAnswer.of(ETag.of(json), headers, () -> json).build();
    }

    private static String periods(List<PricePeriod> periods, List<PriceType> types, boolean csv) {
        return csv ? PricesCsv.periods(periods, types) : PricesJson.periods(periods, types);
    }

    private static List<PriceType> types(Parameters parameters) {
        return Choices.some(parameters, "types", PriceType.ALL, PriceType::key);
    }

    /** The days that have a price of these types, and only those prices. */
    private static List<DayPrices> only(List<PriceType> types, List<DayPrices> days) {
        if (types.size() == PriceType.ALL.size()) {
            return days;
        }
        return days.stream()
                .map(day -> {
                    Map<PriceType, Integer> cents = new EnumMap<>(PriceType.class);
                    types.forEach(type -> day.of(type).ifPresent(price -> cents.put(type, price)));
                    return new DayPrices(day.day(), cents);
                })
                .filter(day -> !day.cents().isEmpty())
                .toList();
    }

    /** By the parameter, else by the first form that the sender names and that there is. */
    private static boolean wantsCsv(Parameters parameters, HttpHeaders headers) {
        String accepted = headers.getAcceptableMediaTypes().stream()
                .filter(type -> type.isCompatible(MediaType.APPLICATION_JSON_TYPE) || type.isCompatible(CSV))
                .findFirst()
                .filter(type -> !type.isCompatible(MediaType.APPLICATION_JSON_TYPE))
                .map(type -> "csv")
                .orElse("json");
        return Choices.one(parameters, "format", List.of("json", "csv"), word -> word, accepted)
                .equals("csv");
    }

    private static String key(Resolution resolution) {
        return resolution.name().toLowerCase(Locale.ROOT);
    }

    /**
     * The answer as the API's description has it; it is written by {@link PricesJson}.
     *
     * @param total how many days
     */
    public record PricesOfCard(List<PricesOfDay> data, int total, List<String> warnings) {}

    /** One day's prices, null where there was none. */
    public record PricesOfDay(
            LocalDate day,
            @Schema(nullable = true, example = "0.25") String usd,
            @Schema(nullable = true) String usd_foil,
            @Schema(nullable = true) String usd_etched,
            @Schema(nullable = true) String eur,
            @Schema(nullable = true) String eur_foil,
            @Schema(nullable = true) String tix) {}
}
