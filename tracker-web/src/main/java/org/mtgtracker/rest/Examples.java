package org.mtgtracker.rest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Values to try each operation with, for the API's description. A test sends them all. Without one a parameter that may be
 * left out is left out.
 */
final class Examples {
    private static final String PASSWORD = "all my mountains burn at dawn";
    private static final String NEXT_PASSWORD = "islands dream of deeper water";
    private static final String TOKEN = "0000579f7b354ed3b44cdb2a538066fe0123456789A";
    private static final String CARD = "0000579f-7b35-4ed3-b44c-db2a538066fe";

    /** By the name of the parameter, where it means the same everywhere. */
    private static final Map<String, Object> EVERYWHERE = Map.ofEntries(
            Map.entry("limit", 5),
            Map.entry("timeframe", "7d"),
            Map.entry("direction", "increase"),
            Map.entry("type", "usd"),
            Map.entry("price_type", "usd"),
            Map.entry("by", "percent"),
            Map.entry("from", "2026-01-01"),
            Map.entry("code", "lea"),
            Map.entry("name", "history"),
            Map.entry("rarity", "rare"),
            Map.entry("type_line", "creature"),
            Map.entry("cmc_max", "3"),
            Map.entry("unique_prints", "true"),
            Map.entry("unique", "prints"),
            Map.entry("order", "released"),
            Map.entry("dir", "desc"),
            Map.entry("prefer", "oldest"),
            Map.entry("include_extras", true),
            Map.entry("explain", true));

    /** By the operation and the name of the parameter. */
    private static final Map<String, Object> HERE = Map.ofEntries(
            Map.entry("cards q", "t:creature mv<=3"),
            Map.entry("cards fields", "id,name,prices"),
            Map.entry("autocomplete q", "an"),
            Map.entry("namedCard fuzzy", "abbersley"),
            Map.entry("randomCard q", "t:creature"),
            Map.entry("trending q", "r>=rare"),
            Map.entry("auditLog from", "2026-01-01T00:00:00Z"),
            Map.entry("card id", CARD),
            Map.entry("import id", 1),
            Map.entry("importProblems id", 1),
            Map.entry("importChanges id", 1),
            Map.entry("priceFile id", 1),
            Map.entry("jobRun id", 1),
            Map.entry("importChanges cursor", "MQ"));

    /** The bodies, by operation. */
    private static final Map<String, Map<String, Object>> BODIES = Map.ofEntries(
            Map.entry(
                    "cardCollection",
                    Map.of("identifiers", List.of(Map.of("id", CARD), Map.of("name", "Forest", "set", "lea")))),
            Map.entry("latestPricesOfMany", Map.of("ids", List.of(CARD))),
            Map.entry("startImport", Map.of("source", "scryfall")),
            Map.entry("loadPriceFile", Map.of("source", "prices-2026-01-31.csv", "kind", "prices")),
            Map.entry("signUp", Map.of("name", "jaya", "email", "jaya@example.org", "password", PASSWORD)),
            Map.entry("v1NewUser", Map.of("name", "jaya", "email", "jaya@example.org", "password", PASSWORD)),
            Map.entry("signIn", Map.of("name", "jaya", "password", PASSWORD)),
            Map.entry("v1SignIn", Map.of("name", "jaya", "password", PASSWORD)),
            Map.entry("refresh", Map.of("refreshToken", TOKEN)),
            Map.entry("verifyEmail", Map.of("token", TOKEN)),
            Map.entry("requestPasswordReset", Map.of("name", "jaya")),
            Map.entry("resetPassword", Map.of("token", TOKEN, "password", NEXT_PASSWORD)),
            Map.entry("changeMe", Map.of("email", "jaya@example.org")),
            Map.entry("v1ChangeUser", Map.of("email", "jaya@example.org")),
            Map.entry("changePassword", Map.of("currentPassword", PASSWORD, "newPassword", NEXT_PASSWORD)),
            Map.entry("makeApiKey", Map.of("name", "price board", "scopes", List.of("cards:read"))),
            Map.entry("changeUser", Map.of("role", "USER", "active", true)));

    private Examples() {}

    static void addTo(Operation operation) {
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(parameter -> addTo(operation.getOperationId(), parameter));
        }
        Map<String, Object> body = BODIES.get(operation.getOperationId());
        if (body != null && operation.getRequestBody() != null) {
            MediaType json = operation.getRequestBody().getContent().getMediaType("application/json");
            if (json != null) {
                json.setExample(body);
            }
        }
    }

    private static void addTo(String operation, Parameter parameter) {
        Object example = HERE.get(operation + ' ' + parameter.getName());
        boolean path = parameter.getIn() == Parameter.In.PATH;
        if (example == null && path && Set.of("id", "key").contains(parameter.getName())) {
            example = CARD;
        }
        if (example == null && (path || !parameter.getName().equals("name"))) {
            example = EVERYWHERE.get(parameter.getName());
        }
        if (example != null && parameter.getIn() != Parameter.In.HEADER) {
            parameter.setExample(example);
        }
    }
}
