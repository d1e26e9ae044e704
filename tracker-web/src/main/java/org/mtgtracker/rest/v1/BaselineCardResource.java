package org.mtgtracker.rest.v1;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mtgtracker.catalog.boundary.CardJson;
import org.mtgtracker.catalog.boundary.Catalogue;
import org.mtgtracker.pricing.boundary.DatedPrice;
import org.mtgtracker.pricing.boundary.DayPrices;
import org.mtgtracker.pricing.boundary.LatestPrices;
import org.mtgtracker.pricing.boundary.PriceHistory;
import org.mtgtracker.pricing.boundary.PriceType;
import org.mtgtracker.rest.CachedAnswer;
import org.mtgtracker.rest.ETag;
import org.mtgtracker.rest.Money;
import org.mtgtracker.rest.NothingThere;
import org.mtgtracker.rest.Parameters;
import org.mtgtracker.search.boundary.CardSearch;
import org.mtgtracker.search.boundary.Direction;
import org.mtgtracker.search.boundary.Found;
import org.mtgtracker.search.boundary.FoundCard;
import org.mtgtracker.search.boundary.Order;
import org.mtgtracker.search.boundary.SearchOptions;
import org.mtgtracker.search.boundary.Unique;

/** One card of the baseline, and what belongs to it. A missing price is null, where the baseline told 0. */
@ApplicationScoped
@Path("search")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "v1")
public class BaselineCardResource {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int YEARS = 1;

    private final Catalogue catalogue;
    private final CardSearch search;
    private final PriceHistory history;
    private final LatestPrices latest;
    private final Clock clock;

    @Inject
    public BaselineCardResource(Catalogue catalogue, CardSearch search, PriceHistory history, LatestPrices latest) {
        this.catalogue = requireNonNull(catalogue, "catalogue is null");
        this.search = requireNonNull(search, "search is null");
        this.history = requireNonNull(history, "history is null");
        this.latest = requireNonNull(latest, "latest is null");
        this.clock = Clock.systemUTC();
    }

    /** For the container's proxy. */
    protected BaselineCardResource() {
        catalogue = null;
        search = null;
        history = null;
        latest = null;
        clock = null;
    }

    @GET
    @Path("{id}")
    @Operation(operationId = "v1Card", summary = "One card", deprecated = true)
    @APIResponse(responseCode = "200", description = "Scryfall's card object")
    public Response card(@PathParam("id") String id, @Context HttpHeaders headers) {
        byte[] card = object(Parameters.uuid("id", id));
        return CachedAnswer.of(ETag.of(card), headers, () -> card).build();
    }

    @GET
    @Path("{id}/prints")
    @Operation(operationId = "v1Prints", summary = "All printings of a card, the newest first", deprecated = true)
    @APIResponse(responseCode = "200", description = "The member cards has them")
    public Response prints(@PathParam("id") String id) {
        UUID wanted = Parameters.uuid("id", id);
        String oracle = catalogue.oracleId(wanted).map(UUID::toString).orElseThrow(() -> NothingThere.card(wanted));
        Found found = search.search(SearchOptions.of("oracleid:" + oracle)
                .unique(Unique.PRINTS)
                .withExtras(true)
                .order(Order.RELEASED, Direction.AUTO)
                .limit(SearchOptions.LARGEST_PAGE));
        return BaselineJson.answer(json -> BaselineJson.cards(json, found.objects()));
    }

    @GET
    @Path("{id}/faces")
    @Operation(operationId = "v1Faces", summary = "The faces of a card, none when it has but one", deprecated = true)
    @APIResponse(responseCode = "200", description = "The member faces has Scryfall's face objects")
    public Response faces(@PathParam("id") String id) {
        JsonNode card;
        try {
            card = JSON.readTree(object(Parameters.uuid("id", id)));
        } catch (IOException e) {
            throw new IllegalStateException("A card was checked to be JSON when it was stored", e);
        }
        return BaselineJson.answer(json -> {
            json.writeArrayFieldStart("faces");
            for (JsonNode face : card.path("card_faces")) {
                json.writeRawValue(face.toString());
            }
            json.writeEndArray();
        });
    }

    @GET
    @Path("{id}/prices")
    @Operation(operationId = "v1Prices", summary = "A card's prices of the last year, day by day", deprecated = true)
    @APIResponse(responseCode = "200", description = "The member prices has them, the oldest first")
    public Response prices(@PathParam("id") String id) {
        LocalDate today = LocalDate.now(clock);
        List<DayPrices> days = history.of(known(id), today.minusYears(YEARS), today);
        return BaselineJson.answer(json -> {
            json.writeArrayFieldStart("prices");
            for (DayPrices day : days) {
                json.writeStartObject();
                json.writeStringField("date", day.day().toString());
                for (PriceType type : PriceType.ALL) {
                    write(json, type, day.cents().get(type));
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    @GET
    @Path("{id}/prices/latest")
    @Operation(operationId = "v1LatestPrices", summary = "A card's newest price of each type", deprecated = true)
    @APIResponse(responseCode = "200", description = "The prices, null where there never was one")
    public Response latest(@PathParam("id") String id) {
        Map<PriceType, DatedPrice> prices =
                latest.of(known(id)).map(price -> price.prices()).orElse(Map.of());
        return BaselineJson.answer(json -> {
            json.writeStringField("card_id", id);
            for (PriceType type : PriceType.ALL) {
                DatedPrice price = prices.get(type);
                write(json, type, price == null ? null : price.cents());
            }
        });
    }

    private static void write(JsonGenerator json, PriceType type, Integer cents) throws IOException {
        if (cents == null) {
            json.writeNullField(type.key());
        } else {
            json.writeStringField(type.key(), Money.text(cents));
        }
    }

    /** The id of a card that there is. */
    private UUID known(String id) {
        UUID wanted = Parameters.uuid("id", id);
        if (search.card(wanted).isEmpty() && catalogue.card(wanted).isEmpty()) {
            throw NothingThere.card(wanted);
        }
        return wanted;
    }

    private byte[] object(UUID card) {
        return search.card(card)
                .map(FoundCard::bytes)
                .or(() -> catalogue.card(card).map(CardJson::json))
                .orElseThrow(() -> NothingThere.card(card));
    }
}
