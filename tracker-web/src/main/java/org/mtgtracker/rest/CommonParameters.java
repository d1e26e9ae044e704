package org.mtgtracker.rest;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.mtgtracker.catalog.boundary.Rarities;
import org.mtgtracker.rest.catalog.ImportsResource;
import org.mtgtracker.rest.identity.ApiKeysResource;
import org.mtgtracker.rest.identity.AuditResource;
import org.mtgtracker.rest.identity.UsersResource;
import org.mtgtracker.search.boundary.CardSearch;

/** Parameters that many operations take in the same way, for the API's description. */
final class CommonParameters {
    private static final int LONGEST_TEXT = 200;
    private static final int LONGEST_KEY = 255;
    private static final int LARGEST_PAGE = 1000;
    private static final int LAST_PAGE = 1_000_000;

    /** Those whose methods are {@link Idempotent}. */
    private static final Set<String> IDEMPOTENT = Set.of("startImport", "startJob", "loadPriceFile");

    private static final Set<String> TRENDS = Set.of("trending", "trendingSets");

    /** Those that answer with {@link Lists#newest}. */
    private static final Set<String> NEWEST = Set.of("imports", "jobRuns");

    /** How many entries a page of those has that answer with {@link Lists#page}: at most, and usually. */
    private static final Map<String, int[]> PAGES = Map.of(
            "users",
            new int[] {UsersResource.MOST, UsersResource.USUAL},
            "auditLog",
            new int[] {AuditResource.MOST, AuditResource.USUAL},
            "importChanges",
            new int[] {ImportsResource.MOST_CHANGES, ImportsResource.USUAL_CHANGES});

    private static final Set<String> USAGES = Set.of("apiKeyUsage", "userApiKeyUsage");

    private static final Set<String> BASELINE_SEARCHES = Set.of("v1Search", "v1LowestPrice");

    private CommonParameters() {}

    /** What stands in the query. */
    static void addTo(Operation operation) {
        if (NEWEST.contains(operation.getOperationId())) {
            operation.addParameter(number("limit", "How many at most", 1, Lists.MOST, Lists.USUAL));
        }
        int[] page = PAGES.get(operation.getOperationId());
        if (page != null) {
            operation
                    .addParameter(number("limit", "How many at most", 1, page[0], page[1]))
                    .addParameter(query(
                            "cursor",
                            "Where the page before ended; its next has it",
                            OASFactory.createSchema()
                                    .type(Schema.SchemaType.STRING)
                                    .maxLength(Cursors.LONGEST)));
        }
        if (USAGES.contains(operation.getOperationId())) {
            operation.addParameter(number(
                    "days",
                    "How many days back, today included",
                    1,
                    ApiKeysResource.MOST_DAYS,
                    ApiKeysResource.USUAL_DAYS));
        }
        if (BASELINE_SEARCHES.contains(operation.getOperationId())) {
            baseline(operation);
        }
        if (TRENDS.contains(operation.getOperationId())) {
            operation
                    .addParameter(choice("timeframe", "How far it looks back", "24h", "24h", "7d", "30d", "90d", "1y"))
                    .addParameter(priceType("type"))
                    .addParameter(choice("by", "What puts them in order", "percent", "percent", "amount"));
            directionAndLimit(operation);
        }
        if ("trending".equals(operation.getOperationId())) {
            operation.addParameter(query(
                    "q",
                    "A search: only cards that match it, ranked among themselves",
                    OASFactory.createSchema().type(Schema.SchemaType.STRING).maxLength(CardSearch.LONGEST_QUERY)));
        }
        if ("v1Trending".equals(operation.getOperationId())) {
            operation
                    .addParameter(choice("timeframe", "How far it looks back", "24h", "24h", "7d", "30d"))
                    .addParameter(priceType("price_type"));
            directionAndLimit(operation);
        }
    }

    /** What stands in headers, once it is known what the operation answers. */
    static void addHeadersTo(Operation operation) {
        if (operation.getResponses().getAPIResponse("304") != null) {
            operation.addParameter(header(
                    "If-None-Match", "The ETag of an answer that the sender has already", Malformed.LONGEST_TAGS));
        }
        if (operation.getResponses().getAPIResponse("412") != null) {
            operation.addParameter(header(
                    "If-Match",
                    "The ETag of what the change is based on; else it is made anyway",
                    Malformed.LONGEST_TAGS));
        }
        if (IDEMPOTENT.contains(operation.getOperationId())) {
            operation.addParameter(header(
                    "Idempotency-Key",
                    "The same for the same wish: it is done once, however often it is sent",
                    LONGEST_KEY));
        }
    }

    private static Parameter priceType(String name) {
        return choice(name, "Which price", "usd", "usd", "usd_foil", "usd_etched", "eur", "eur_foil", "tix");
    }

    private static void directionAndLimit(Operation operation) {
        operation
                .addParameter(choice("direction", "Which way", "increase", "increase", "decrease"))
                .addParameter(number("limit", "How many at most", 1, 100, 15));
    }

    private static void baseline(Operation operation) {
        operation
                .addParameter(text("name", "The name has this"))
                .addParameter(text("type_line", "The type line has this"))
                .addParameter(text("oracle_text", "The rules text has this"))
                .addParameter(text("artist", "The artist's name has this"))
                .addParameter(text("mana_cost", "The mana cost is this"))
                .addParameter(text("cmc", "The mana value is this"))
                .addParameter(text("cmc_min", "The mana value is at least this"))
                .addParameter(text("cmc_max", "The mana value is at most this"))
                .addParameter(text("power", "The power is this"))
                .addParameter(text("toughness", "The toughness is this"))
                .addParameter(text("colors", "The card has at least these colours, as W,U"))
                .addParameter(text("color_identity", "The colour identity has at least these colours, as W,U"))
                .addParameter(text("keywords", "The card has these keywords, with commas between them"))
                .addParameter(choice("rarity", "The rarity", null, Rarities.ALL.toArray(String[]::new)))
                .addParameter(text("set_id", "The set's Scryfall id"))
                .addParameter(text("set_code", "The set's code"))
                .addParameter(text("set_name", "The set's name has this"))
                .addParameter(text("released_at", "The day of release, as 2026-01-31"))
                .addParameter(text("legality_format", "The card may be played in this format"))
                .addParameter(
                        choice("unique_prints", "Whether each printing counts by itself", "false", "true", "false"))
                .addParameter(choice(
                        "include_all_types", "Whether tokens and other extras are shown", "false", "true", "false"))
                .addParameter(number("limit", "How many cards the page has at most", 1, LARGEST_PAGE, 100))
                .addParameter(number("page", "Which page, counted from 1", 1, LAST_PAGE, 1));
    }

    private static Parameter header(String name, String description, int longest) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.HEADER)
                .description(description)
                .schema(OASFactory.createSchema().type(Schema.SchemaType.STRING).maxLength(longest));
    }

    private static Parameter query(String name, String description, Schema schema) {
        return OASFactory.createParameter()
                .name(name)
                .in(Parameter.In.QUERY)
                .description(description)
                .schema(schema);
    }

    private static Parameter text(String name, String description) {
        return query(
                name,
                description,
                OASFactory.createSchema().type(Schema.SchemaType.STRING).maxLength(LONGEST_TEXT));
    }

    private static Parameter choice(String name, String description, String otherwise, String... values) {
        return query(
                name,
                description,
                OASFactory.createSchema()
                        .type(Schema.SchemaType.STRING)
                        .enumeration(List.of((Object[]) values))
                        .defaultValue(otherwise));
    }

    private static Parameter number(String name, String description, int least, int most, int otherwise) {
        return query(
                name,
                description,
                OASFactory.createSchema()
                        .type(Schema.SchemaType.INTEGER)
                        .minimum(BigDecimal.valueOf(least))
                        .maximum(BigDecimal.valueOf(most))
                        .defaultValue(otherwise));
    }
}
