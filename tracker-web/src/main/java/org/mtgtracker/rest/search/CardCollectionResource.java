package org.mtgtracker.rest.search;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mtgtracker.rest.BadBody;
import org.mtgtracker.rest.JsonBody;
import org.mtgtracker.rest.Longest;
import org.mtgtracker.rest.ScryfallObjects;
import org.mtgtracker.search.boundary.CardIdentifier;
import org.mtgtracker.search.boundary.CardSearch;
import org.mtgtracker.search.boundary.FoundCard;

/** Many cards at once, each named in one of the ways that cards are named in. */
@ApplicationScoped
@Path("cards/collection")
@Tag(name = "cards")
public class CardCollectionResource {
    private static final int MOST = 75;
    private static final int LONGEST = 400;
    private static final int LONGEST_SET = 20;
    private static final int LONGEST_NUMBER = 40;
    private static final List<String> NUMBERS = List.of("mtgo_id", "multiverse_id", "arena_id", "tcgplayer_id");
    private static final String[] KNOWN = {
        "id",
        "oracle_id",
        "illustration_id",
        "mtgo_id",
        "multiverse_id",
        "arena_id",
        "tcgplayer_id",
        "name",
        "set",
        "collector_number"
    };

    private final CardSearch search;

    @Inject
    public CardCollectionResource(CardSearch search) {
        this.search = requireNonNull(search, "search is null");
    }

    /** For the container's proxy. */
    protected CardCollectionResource() {
        search = null;
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "cardCollection",
            summary = "Up to 75 cards by their identifiers",
            description = "An identifier has an id, oracle_id, illustration_id, mtgo_id, multiverse_id, arena_id or"
                    + " tcgplayer_id, a name with or without a set, or a set with a collector_number.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "Identifiers")))
    @APIResponse(
            responseCode = "200",
            description = "The cards in the order of the identifiers, and the identifiers that mean none",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "CardCollection")))
    @APIResponse(responseCode = "503", description = "The index is being built; see Retry-After")
    public Response collection(JsonBody body) {
        List<JsonBody> identifiers = JsonBody.required(body).only("identifiers").objects("identifiers", MOST);
        List<CardIdentifier> wanted = new ArrayList<>(identifiers.size());
        for (JsonBody identifier : identifiers) {
            wanted.add(identifier(identifier.only(KNOWN)));
        }
        return Response.ok(json(identifiers, search.cards(wanted)), MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static byte[] json(List<JsonBody> identifiers, List<Optional<FoundCard>> cards) {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        json.writeBytes("{\"data\":[".getBytes(UTF_8));
        List<String> missing = new ArrayList<>();
        int found = 0;
        for (int at = 0; at < cards.size(); at++) {
            if (cards.get(at).isEmpty()) {
                missing.add(identifiers.get(at).json());
                continue;
            }
            if (found++ > 0) {
                json.write(',');
            }
            json.writeBytes(cards.get(at).get().bytes());
        }
        String end = "],\"total\":" + found + ",\"not_found\":[" + String.join(",", missing) + "],\"warnings\":[]}";
        json.writeBytes(end.getBytes(UTF_8));
        return json.toByteArray();
    }

    private static CardIdentifier identifier(JsonBody identifier) {
        if (identifier.has("id")) {
            return new CardIdentifier.ById(identifier.uuid("id"));
        }
        if (identifier.has("oracle_id")) {
            return new CardIdentifier.ByOracle(identifier.uuid("oracle_id"));
        }
        if (identifier.has("illustration_id")) {
            return new CardIdentifier.ByIllustration(identifier.uuid("illustration_id"));
        }
        for (String number : NUMBERS) {
            if (identifier.has(number)) {
                String kind = number.substring(0, number.length() - "_id".length());
                return new CardIdentifier.ByNumber(kind, identifier.number(number));
            }
        }
        if (identifier.has("name")) {
            Optional<String> set =
                    identifier.has("set") ? Optional.of(identifier.text("set", LONGEST_SET)) : Optional.empty();
            return new CardIdentifier.ByName(identifier.text("name", LONGEST), set);
        }
        if (identifier.has("set") && identifier.has("collector_number")) {
            return new CardIdentifier.InSet(
                    identifier.text("set", LONGEST_SET), identifier.text("collector_number", LONGEST_NUMBER));
        }
        throw BadBody.field(
                "identifiers",
                "has an identifier that names no card: it needs an id, a name, or a set and a collector_number");
    }

    /** What is asked for. */
    public record Identifiers(
            @Schema(required = true, minItems = 1, maxItems = MOST)
            List<Identifier> identifiers) {}

    /** An id, a name, a name and a set, or a set and a collector number. */
    public record Identifier(
            UUID id,
            UUID oracle_id,
            UUID illustration_id,
            Integer mtgo_id,
            Integer multiverse_id,
            Integer arena_id,
            Integer tcgplayer_id,
            @Longest(LONGEST) String name,
            @Longest(LONGEST_SET) String set,
            @Longest(LONGEST_NUMBER) String collector_number) {}

    /**
     * The answer as the API's description has it.
     *
     * @param data the cards, as Scryfall's card objects
     * @param not_found the identifiers that mean no card, as they were sent
     */
    public record CardCollection(
            List<ScryfallObjects.Card> data, int total, List<Identifier> not_found, List<String> warnings) {}
}
