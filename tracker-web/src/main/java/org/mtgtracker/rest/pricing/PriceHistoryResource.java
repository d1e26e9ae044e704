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
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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
import org.mtgtracker.pricing.boundary.PriceHistory;
import org.mtgtracker.rest.BadParameter;
import org.mtgtracker.rest.CachedAnswer;
import org.mtgtracker.rest.ETag;
import org.mtgtracker.rest.NothingThere;
import org.mtgtracker.rest.Parameters;

/** What a card cost, day by day. */
@ApplicationScoped
@Path("cards/{id}/prices")
@Tag(name = "cards")
public class PriceHistoryResource {
    private final PriceHistory history;
    private final Catalogue catalogue;
    private final Clock clock;

    @Inject
    public PriceHistoryResource(PriceHistory history, Catalogue catalogue) {
        this.history = requireNonNull(history, "history is null");
        this.catalogue = requireNonNull(catalogue, "catalogue is null");
        this.clock = Clock.systemUTC();
    }

    /** For the container's proxy. */
    protected PriceHistoryResource() {
        history = null;
        catalogue = null;
        clock = null;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @PermitAll
    @Operation(
            operationId = "prices",
            summary = "What a card cost, day by day, the oldest day first",
            description = "Prices are decimal texts under Scryfall's names, null where there was none on that day."
                    + " Days (UTC) without any price are left out.")
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
    @APIResponse(
            responseCode = "200",
            description = "The days, none when the card had no price",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "PricesOfCard")))
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
        List<DayPrices> days = history.of(card, from, to);
        if (days.isEmpty() && catalogue.card(card).isEmpty()) {
            throw NothingThere.card(card);
        }
        String json = PricesJson.of(days);
        return CachedAnswer.of(ETag.of(json), headers, () -> json).build();
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
