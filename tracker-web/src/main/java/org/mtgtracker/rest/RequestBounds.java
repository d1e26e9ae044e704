package org.mtgtracker.rest;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Says of every text in a request's body that it has at least a character, as {@link JsonBody} has it, for the API's description. */
final class RequestBounds {
    private RequestBounds() {}

    static void addTo(OpenAPI api) {
        Map<String, Schema> schemas = api.getComponents().getSchemas();
        Set<String> seen = new HashSet<>();
        api.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .filter(operation -> operation.getRequestBody() != null)
                .flatMap(operation -> operation.getRequestBody().getContent().getMediaTypes().values().stream())
                .forEach(media -> bound(media.getSchema(), schemas, seen));
    }

    private static void bound(Schema schema, Map<String, Schema> schemas, Set<String> seen) {
        if (schema == null) {
            return;
        }
        if (schema.getRef() != null) {
            if (seen.add(schema.getRef())) {
                bound(schemas.get(schema.getRef().replace(RecordSchemas.COMPONENTS, "")), schemas, seen);
            }
        } else if (schema.getType() == Schema.SchemaType.OBJECT && schema.getProperties() != null) {
            schema.getProperties().values().forEach(property -> bound(property, schemas, seen));
        } else if (schema.getType() == Schema.SchemaType.ARRAY) {
            bound(schema.getItems(), schemas, seen);
        } else if (schema.getType() == Schema.SchemaType.STRING
                && isUnset(schema.getFormat())
                && (schema.getEnumeration() == null || schema.getEnumeration().isEmpty())
                && schema.getMinLength() == null) {
            schema.setMinLength(1);
        }
    }

    private static boolean isUnset(String format) {
        return format == null || format.isEmpty();
    }
}
