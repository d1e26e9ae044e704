package org.mtgtracker.rest.pricing;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mtgtracker.pricing.boundary.LatestPrice;
import org.mtgtracker.pricing.boundary.LatestPrices;
import org.mtgtracker.rest.JsonBody;
import org.mtgtracker.rest.Parameters;

/** What many cards cost now. A read, by POST because so many ids fit into no address. */
@ApplicationScoped
@Path("prices/latest")
@Tag(name = "cards")
public class LatestPricesResource {
    private final LatestPrices latest;

    @Inject
    public LatestPricesResource(LatestPrices latest) {
        this.latest = requireNonNull(latest, "latest is null");
    }

    /** For the container's proxy. */
    protected LatestPricesResource() {
        latest = null;
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "latestPricesOfMany",
            summary = "The newest prices of up to 1000 cards, in the order asked")
    @RequestBody(
            required = true,
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "LatestPricesRequest")))
    @APIResponse(
            responseCode = "200",
            description = "The prices of the cards that there are",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "LatestPricesList")))
    @APIResponse(responseCode = "400", description = "The body is not the JSON that belongs here, or an id is no UUID")
    @APIResponse(responseCode = "415", description = "The body is not application/json")
    @APIResponse(responseCode = "503", description = "No database answers at the moment; see Retry-After")
    public Response latest(JsonBody body) {
        List<UUID> ids = JsonBody.required(body).only("ids").texts("ids", LatestPrices.MOST).stream()
                .map(id -> Parameters.uuid("ids", id))
                .toList();
        List<LatestPrice> found = latest.of(ids);
        Set<UUID> known = found.stream().map(LatestPrice::card).collect(Collectors.toSet());
        List<UUID> unknown =
                ids.stream().filter(id -> !known.contains(id)).distinct().toList();
        return Response.ok(PricesJson.latest(found, unknown))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** Which cards. */
    public record LatestPricesRequest(
            @Schema(
                    required = true,
                    minItems = 1,
                    maxItems = LatestPrices.MOST,
                    format = "uuid",
                    description = "1 to 1000 Scryfall ids")
            List<String> ids) {}

    /**
     * The answer as the API's description has it; it is written by {@link PricesJson}.
     *
     * @param notFound ids that the catalogue does not have
     */
    public record LatestPricesList(
            List<PricesSchema.LatestPricesOfCard> data, int total, List<String> notFound, List<String> warnings) {}
}
