package org.mtgtracker.rest.search;

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
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.mtgtracker.rest.BadParameter;
import org.mtgtracker.rest.CachedAnswer;
import org.mtgtracker.rest.Cursors;
import org.mtgtracker.rest.ETag;
import org.mtgtracker.rest.Parameters;
import org.mtgtracker.rest.ScryfallObjects;
import org.mtgtracker.rest.ready.ReadyAnswer;
import org.mtgtracker.rest.ready.ReadyAnswers;
import org.mtgtracker.search.boundary.CardSearch;
import org.mtgtracker.search.boundary.Direction;
import org.mtgtracker.search.boundary.Found;
import org.mtgtracker.search.boundary.Order;
import org.mtgtracker.search.boundary.Prefer;
import org.mtgtracker.search.boundary.SearchOptions;
import org.mtgtracker.search.boundary.Unique;

/** Searches cards. */
@ApplicationScoped
@Path("cards")
@Tag(name = "cards")
@PermitAll
public class CardsResource {
    private static final int LAST_PAGE = 1_000_000;
    /** The parameters that say where a page begins. */
    private static final Set<String> PLACES = Set.of("cursor", "page");

    private static final String UNIQUES = words(Unique.values(), Unique::word);
    private static final String ORDERS = words(Order.values(), Order::word);
    private static final String DIRECTIONS = words(Direction.values(), Direction::word);
    private static final String PREFERENCES = words(Prefer.values(), Prefer::word);

    private final CardSearch search;
    private final ReadyAnswers ready;

    @Inject
    public CardsResource(CardSearch search, ReadyAnswers ready) {
        this.search = requireNonNull(search, "search is null");
        this.ready = requireNonNull(ready, "ready is null");
    }

    /** For the container's proxy. */
    protected CardsResource() {
        search = null;
        ready = null;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "cards",
            summary = "The cards that a search finds, a page at a time",
            description = "Scryfall's search language; words alone are looked for in names. Without q: all cards."
                    + " What the query itself says of unique, order, direction and prefer goes first.")
    @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            description = "The query, as t:elf mv<=2",
            schema = @Schema(type = SchemaType.STRING, maxLength = CardSearch.LONGEST_QUERY))
    @Parameter(
            name = "unique",
            in = ParameterIn.QUERY,
            description = "What counts as one result: cards, prints or art",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "cards"))
    @Parameter(
            name = "order",
            in = ParameterIn.QUERY,
            description = "What the results are sorted by, as name, released, usd",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "name"))
    @Parameter(
            name = "dir",
            in = ParameterIn.QUERY,
            description = "auto, asc or desc",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "auto"))
    @Parameter(
            name = "prefer",
            in = ParameterIn.QUERY,
            description = "Which printing stands for its card, as oldest, usd-low",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "default"))
    @Parameter(
            name = "include_extras",
            in = ParameterIn.QUERY,
            description = "Whether tokens, planes, funny cards and other extras are shown without being asked for",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    @Parameter(
            name = "fields",
            in = ParameterIn.QUERY,
            description = "The members of each card that are wanted, with commas between them; all without it",
            schema = @Schema(type = SchemaType.STRING, maxLength = FieldFilter.LONGEST))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "How many cards the page has at most",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000", defaultValue = "100"))
    @Parameter(
            name = "cursor",
            in = ParameterIn.QUERY,
            description = "Where the page begins: taken from the link next of the page before",
            schema = @Schema(type = SchemaType.STRING, maxLength = Cursors.LONGEST))
    @Parameter(
            name = "page",
            in = ParameterIn.QUERY,
            description = "Which page, counted from 1; not together with a cursor",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000000", defaultValue = "1"))
    @Parameter(
            name = "explain",
            in = ParameterIn.QUERY,
            description = "Whether the answer tells how the query was understood",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    @APIResponse(
            responseCode = "200",
            description = "A page, empty when nothing was found",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "CardPage")))
    @APIResponse(
            responseCode = "400",
            description = "A parameter has a value that is not allowed, or nothing of the query was understood")
    @APIResponse(responseCode = "503", description = "The index is being built; see Retry-After")
    public Response cards(@Context UriInfo uri, @Context HttpHeaders headers) {
        Parameters parameters = new Parameters(uri.getQueryParameters());
        SearchOptions options = options(parameters);
        Optional<FieldFilter> fields =
                parameters.text("fields", FieldFilter.LONGEST).map(FieldFilter::of);
        if (options.explain()) {
            Found found = search.search(options);
            Optional<String> next = next(uri, found);
            Response.ResponseBuilder answer = Response.ok(
                            new CardPageJson(found, next, fields).bytes(), MediaType.APPLICATION_JSON_TYPE)
                    .header(HttpHeaders.CACHE_CONTROL, "no-store");
            next.ifPresent(address -> answer.header(HttpHeaders.LINK, link(address)));
            return answer.build();
        }
        String state = ready.state();
        String query = uri.getRequestUri().getRawQuery();
        ETag tag = ETag.of("cards", state, String.valueOf(query));
        if (tag.isHeldBy(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH))) {
            return CachedAnswer.of(tag, headers, () -> "").build();
        }
        Found found = search.search(options);
        Optional<String> next = next(uri, found);
        byte[] body = new CardPageJson(found, next, fields).bytes();
        return ready.made(ReadyAnswer.json(state, tag, next.map(CardsResource::link), body), uri, headers);
    }

    private static String link(String next) {
        return "<" + next + ">; rel=\"next\"";
    }

    private static SearchOptions options(Parameters parameters) {
        Optional<String> cursor = parameters.text("cursor", Cursors.LONGEST);
        int page = parameters.number("page", 1, LAST_PAGE, 1);
        if (cursor.isPresent() && parameters.text("page").isPresent()) {
            throw new BadParameter("page", String.valueOf(page), "none beside a cursor");
        }
        return new SearchOptions(
                parameters.text("q").orElse(""),
                parameters.word("unique", Unique::of, UNIQUES, Unique.CARDS),
                parameters.word("order", Order::of, ORDERS, Order.NAME),
                parameters.word("dir", Direction::of, DIRECTIONS, Direction.AUTO),
                parameters.word("prefer", Prefer::of, PREFERENCES, Prefer.DEFAULT),
                parameters.truth("include_extras"),
                parameters.number("limit", 1, SearchOptions.LARGEST_PAGE, SearchOptions.USUAL_PAGE),
                cursor.orElse(null),
                page,
                parameters.truth("explain"));
    }

    private static <T> String words(T[] values, Function<T, String> word) {
        return Arrays.stream(values).map(word).collect(Collectors.joining(", "));
    }

    /** The same address with the cursor of the next page; empty on the last. */
    private static Optional<String> next(UriInfo uri, Found found) {
        if (found.next() == null) {
            return Optional.empty();
        }
        String query = uri.getRequestUri().getRawQuery();
        StringBuilder next = new StringBuilder(uri.getRequestUri().getRawPath()).append('?');
        for (String parameter : query == null ? new String[0] : query.split("&")) {
            if (!PLACES.contains(URLDecoder.decode(parameter.split("=", 2)[0], UTF_8))) {
                next.append(parameter).append('&');
            }
        }
        return Optional.of(next.append("cursor=").append(found.next()).toString());
    }

    /**
     * The answer as the API's description has it; it is written by {@link CardPageJson}.
     *
     * @param data the cards, as Scryfall's card objects
     * @param total how many results there are on all pages together
     * @param next the next page's address; absent on the last
     * @param warnings what of the query was left out
     * @param explanation how the query was understood; only when that was asked for
     */
    public record CardPage(
            List<ScryfallObjects.Card> data, int total, String next, List<String> warnings, Object explanation) {}
}
